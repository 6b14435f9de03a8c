/** Reads CRDs from files, and writes source files. */
@NullMarked
package dev.kopf.codegen.io;

import org.jspecify.annotations.NullMarked;

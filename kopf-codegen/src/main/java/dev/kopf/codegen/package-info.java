/** From CRDs and options to source files. */
@NullMarked
package dev.kopf.codegen;

import org.jspecify.annotations.NullMarked;

/** Proves the generator as a whole. */
@NullMarked
package dev.kopf.codegen;

import org.jspecify.annotations.NullMarked;

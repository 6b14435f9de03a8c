/** Proves the generator on folders full of CRDs and objects. */
@NullMarked
package dev.kopf.codegen.corpus;

import org.jspecify.annotations.NullMarked;

/** Hostile CRDs without end: whatever their texts are, the same classes come out. */
@NullMarked
package dev.kopf.codegen.fuzz;

import org.jspecify.annotations.NullMarked;

/** Compares CRDs with those that were released, and finds what breaks who uses them. */
@NullMarked
package dev.kopf.codegen.gate;

import org.jspecify.annotations.NullMarked;

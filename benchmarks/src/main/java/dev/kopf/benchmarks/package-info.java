/** Figures of the generator and its classes, beside those of fabric8's java-generator. */
@NullMarked
package dev.kopf.benchmarks;

import org.jspecify.annotations.NullMarked;

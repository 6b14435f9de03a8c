/** The operator that is measured beside those of other frameworks. */
@NullMarked
package dev.kopf.benchmarks.operator;

import org.jspecify.annotations.NullMarked;

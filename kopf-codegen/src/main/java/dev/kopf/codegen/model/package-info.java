/** What the steps of the generator hand to each other: immutable values, every name and type decided. */
@NullMarked
package dev.kopf.codegen.model;

import org.jspecify.annotations.NullMarked;

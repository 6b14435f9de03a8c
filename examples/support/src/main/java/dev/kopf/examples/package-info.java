/** What the examples share: the command {@code demo}. */
@NullMarked
package dev.kopf.examples;

import org.jspecify.annotations.NullMarked;

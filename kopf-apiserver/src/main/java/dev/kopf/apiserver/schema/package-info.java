/** Structural schemas: pruning, defaulting, validation. */
@NullMarked
package dev.kopf.apiserver.schema;

import org.jspecify.annotations.NullMarked;

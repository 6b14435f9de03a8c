/** Operators that make way for each other: their records, who works and who pauses, and the objects that they meet at. */
@NullMarked
package dev.kopf.runtime.internal.peering;

import org.jspecify.annotations.NullMarked;

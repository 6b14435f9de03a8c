/** Why an object is handled: detected from its state alone. */
@NullMarked
package dev.kopf.runtime.cause;

import org.jspecify.annotations.NullMarked;

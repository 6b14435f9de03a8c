/** What of an object matters to its handlers, how it differs from what they last saw, and where that is kept. */
@NullMarked
package dev.kopf.runtime.essence;

import org.jspecify.annotations.NullMarked;

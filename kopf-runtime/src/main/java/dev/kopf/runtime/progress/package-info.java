/** What became of each handler so far, and how that is stored on the object. */
@NullMarked
package dev.kopf.runtime.progress;

import org.jspecify.annotations.NullMarked;

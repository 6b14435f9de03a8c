/** Log formats, and the namespace and name in front of each line. */
@NullMarked
package dev.kopf.runtime.internal.logging;

import org.jspecify.annotations.NullMarked;

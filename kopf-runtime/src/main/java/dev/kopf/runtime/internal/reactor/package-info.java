/** The loop: from a watch event to the one write that answers it. */
@NullMarked
package dev.kopf.runtime.internal.reactor;

import org.jspecify.annotations.NullMarked;

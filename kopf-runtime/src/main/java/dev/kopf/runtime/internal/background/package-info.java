/** Daemons and timers: when they are called, and how they end with their object. */
@NullMarked
package dev.kopf.runtime.internal.background;

import org.jspecify.annotations.NullMarked;

/** Runs handlers and turns whatever happens into outcomes. */
@NullMarked
package dev.kopf.runtime.internal.execution;

import org.jspecify.annotations.NullMarked;

package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.internal.client.Write;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a pass over the handlers comes to: one write, and perhaps another pass later.
 *
 * @param write what is to be written
 * @param delay when handlers are owed another call; null for when the object changes
 * @param isFullyHandled whether the cause is handled to its end (C-5)
 */
record Reaction(Write write, @Nullable Duration delay, boolean isFullyHandled) {}

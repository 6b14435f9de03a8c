package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.handler.Stopped;
import dev.kopf.runtime.resource.Body;
import java.util.function.Supplier;

/**
 * What a daemon or a timer is told while it runs.
 *
 * @param stopped whether it is to stop
 * @param latest the object as it is now, as far as it is known
 */
public record Ongoing(Stopped stopped, Supplier<Body> latest) {}

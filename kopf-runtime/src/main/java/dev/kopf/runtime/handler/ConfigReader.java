package dev.kopf.runtime.handler;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads options that stand in annotations on methods, once at the start. */
final class ConfigReader {

    private final MatchReader filters;

    /** @param source the object with handlers, whose methods filters may name */
    ConfigReader(Object source) {
        this.filters = new MatchReader(new PredicateMethods(source));
    }

    /**
     * The options of a method; the usual ones where it says none.
     *
     * @param defaults the options of a method that says none
     * @throws IllegalArgumentException if an option is wrong
     */
    HandlerOptions options(HandlerOptions defaults, Method method) {
        HandlerConfig config = configOf(method);
        if (config == null) {
            return defaults;
        }
        HandlerOptions options = configured(defaults, config);
        Class<?>[] parameters = method.getParameterTypes();
        // the first is the resource
        return parameters.length == 0 ? options : filters.configured(options, config, parameters[0]);
    }

    /** The options of a method; where it overrides one without saying any, those of the method that it overrides. */
    private static @Nullable HandlerConfig configOf(Method method) {
        HandlerConfig config = method.getAnnotation(HandlerConfig.class);
        Class<?> type = method.getDeclaringClass().getSuperclass();
        while (config == null && type != null) {
            try {
                config = type.getDeclaredMethod(method.getName(), method.getParameterTypes())
                        .getAnnotation(HandlerConfig.class);
            } catch (NoSuchMethodException e) {
                // It is not overridden there, but perhaps further up.
            }
            type = type.getSuperclass();
        }
        return config;
    }

    private static HandlerOptions configured(HandlerOptions defaults, HandlerConfig config) {
        HandlerOptions options = config.id().isEmpty() ? defaults : defaults.withId(config.id());
        if (config.retries() != 0) {
            options = options.withRetries(config.retries());
        }
        options = with(options, config.timeout(), HandlerOptions::withTimeout);
        options = with(options, config.backoff(), HandlerOptions::withBackoff);
        return options.withErrors(config.errors())
                .withOptional(config.optional())
                .withDeleted(config.deleted())
                .withInitial(config.initial())
                .withInterruptAtTimeout(config.interruptAtTimeout())
                .withReleaseOnFailure(config.releaseOnFailure());
    }

    /**
     * Options with a time.
     *
     * @param text the time; empty for none
     */
    static HandlerOptions with(
            HandlerOptions options, String text, BiFunction<HandlerOptions, Duration, HandlerOptions> with) {
        return text.isEmpty() ? options : with.apply(options, Durations.parse(text));
    }
}

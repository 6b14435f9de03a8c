package dev.kopf.runtime.handler;

import java.lang.reflect.Method;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * For generated code: which methods of a handler interface an author has implemented, and with which options. Reflection happens
 * here, once at the start, and never per event.
 *
 * @param <H> the handler interface
 */
public final class HandlerMethods<H extends HandlerSource> {

    /** The methods that are no handlers of a field. */
    private static final Map<String, HandlerType> OF_THE_OBJECT = Map.of(
            "onCreate", HandlerType.CREATE,
            "onUpdate", HandlerType.UPDATE,
            "onResume", HandlerType.RESUME,
            "onDelete", HandlerType.DELETE,
            "onEvent", HandlerType.EVENT);

    private final Class<H> contract;
    private final H source;
    private final MatchReader filters;

    private HandlerMethods(Class<H> contract, H source) {
        this.contract = contract;
        this.source = source;
        this.filters = new MatchReader(new PredicateMethods(source));
    }

    /** The methods of an implementation of a handler interface. */
    public static <H extends HandlerSource> HandlerMethods<H> of(Class<H> contract, H source) {
        return new HandlerMethods<>(Objects.requireNonNull(contract, "contract"), source);
    }

    /**
     * The options of a method, if the author has implemented it.
     *
     * @param name the method's name, which is the default id
     * @param parameters the method's parameter types
     * @return empty where the method is the interface's own default
     * @throws IllegalArgumentException if an option is wrong; the message names class and method
     */
    public Optional<HandlerOptions> options(String name, Class<?>... parameters) {
        Method method;
        try {
            method = source.getClass().getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("The generated code does not fit the runtime: no method " + name, e);
        }
        if (method.getDeclaringClass() == contract) {
            return Optional.empty();
        }
        HandlerOptions defaults = HandlerOptions.of(name).declaredAt(method);
        HandlerConfig config = configOf(method);
        if (config == null) {
            return Optional.of(defaults);
        }
        try {
            HandlerOptions options = configured(defaults, config);
            if (parameters.length > 0) { // the first is the resource
                options = filters.configured(options, config, parameters[0]);
            }
            OptionChecks.check(OF_THE_OBJECT.getOrDefault(name, HandlerType.FIELD), options);
            return Optional.of(options);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("at " + defaults.origin() + ": " + e.getMessage(), e);
        }
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

    /**
     * As {@link #options}, for a method that is called for raw events. Such a call is not repeated, so an error that would be
     * retried is logged and ignored.
     */
    public Optional<HandlerOptions> eventOptions(String name, Class<?>... parameters) {
        return options(name, parameters)
                .map(options ->
                        options.errors() == ErrorMode.TEMPORARY ? options.withErrors(ErrorMode.IGNORED) : options);
    }

    private static HandlerOptions configured(HandlerOptions defaults, HandlerConfig config) {
        HandlerOptions options = config.id().isEmpty() ? defaults : defaults.withId(config.id());
        if (config.retries() != 0) {
            options = options.withRetries(config.retries());
        }
        options = withDuration(options, config.timeout(), limit -> o -> o.withTimeout(limit));
        options = withDuration(options, config.backoff(), pause -> o -> o.withBackoff(pause));
        return options.withErrors(config.errors())
                .withOptional(config.optional())
                .withDeleted(config.deleted())
                .withInitial(config.initial())
                .withInterruptAtTimeout(config.interruptAtTimeout())
                .withReleaseOnFailure(config.releaseOnFailure());
    }

    private static HandlerOptions withDuration(
            HandlerOptions options, String text, Function<Duration, Function<HandlerOptions, HandlerOptions>> with) {
        return text.isEmpty() ? options : with.apply(duration(text)).apply(options);
    }

    private static Duration duration(String text) {
        try {
            boolean iso = text.startsWith("P") || text.startsWith("p");
            return Duration.parse(iso ? text : "PT" + text.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a duration, such as 10s or PT10S: " + text, e);
        }
    }
}

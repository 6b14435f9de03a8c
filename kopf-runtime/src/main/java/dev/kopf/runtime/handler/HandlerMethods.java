package dev.kopf.runtime.handler;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

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
    private final ConfigReader config;

    private HandlerMethods(Class<H> contract, H source) {
        this.contract = contract;
        this.source = source;
        this.config = new ConfigReader(source);
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
        HandlerType type = OF_THE_OBJECT.getOrDefault(name, HandlerType.FIELD);
        return options(name, options -> OptionChecks.check(type, options), parameters);
    }

    /** As {@link #options}, for a method that is not about an object: for the start, the end, or a login. */
    Optional<HandlerOptions> activityOptions(String name) {
        return options(name, OptionChecks::checkActivity, ActivityContext.class);
    }

    /** As {@link #options}, for a method that is asked for the operator's health. */
    Optional<HandlerOptions> probeOptions(String name) {
        return options(name, OptionChecks::checkProbe, ActivityContext.class);
    }

    private Optional<HandlerOptions> options(String name, Consumer<HandlerOptions> check, Class<?>... parameters) {
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
        return Origins.at(Origins.of(defaults, name), () -> {
            HandlerOptions options = config.options(defaults, method);
            check.accept(options);
            return Optional.of(options);
        });
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
}

package dev.kopf.runtime.handler;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The methods of a class with handlers that are daemons and timers. They are looked for once, at the start. */
final class BackgroundMethods {

    private BackgroundMethods() {}

    /** A method that is a daemon or a timer. */
    record Found(HandlerType type, HandlerOptions options, HandlerFunction function) {}

    static boolean isOne(Method method) {
        return method.isAnnotationPresent(Daemon.class) || method.isAnnotationPresent(Timer.class);
    }

    /**
     * @param resources the classes of resources that the class has handlers for
     * @throws IllegalArgumentException if the method cannot be called as what it says to be; the message names it
     */
    static void check(Method method, Set<Class<?>> resources) {
        if (method.isAnnotationPresent(Daemon.class) && method.isAnnotationPresent(Timer.class)) {
            throw new IllegalArgumentException(AuthorMethods.name(method)
                    + " has @Daemon and @Timer; it can be one of them. Make two methods of it.");
        }
        Class<?> context = contextOf(typeOf(method));
        Class<?>[] parameters = method.getParameterTypes();
        boolean fits =
                parameters.length == 2 && resources.contains(parameters[0]) && parameters[1].isAssignableFrom(context);
        if (!fits) {
            throw new IllegalArgumentException(AuthorMethods.name(method) + " has @"
                    + (typeOf(method) == HandlerType.DAEMON ? "Daemon" : "Timer")
                    + ", so its parameters must be the resource (" + AuthorMethods.simpleNames(resources) + ") and a "
                    + context.getSimpleName() + ", not: (" + AuthorMethods.simpleNames(Arrays.asList(parameters))
                    + ")");
        }
        Method unused = AuthorMethods.accessible(method);
    }

    /** Those of an object that are for a class of resources, in order of their names. */
    static <R> List<Found> of(HandlerSource source, Class<R> resource) {
        ConfigReader reader = new ConfigReader(source);
        return AuthorMethods.of(source.getClass(), resource, BackgroundMethods::isOne).stream()
                .map(method -> new Found(
                        typeOf(method),
                        options(reader, method),
                        call -> AuthorMethods.call(
                                method, source, call.resource(resource), call.context(contextOf(typeOf(method))))))
                .toList();
    }

    private static HandlerOptions options(ConfigReader reader, Method method) {
        HandlerOptions defaults = HandlerOptions.of(method.getName()).declaredAt(method);
        return Origins.at(Origins.of(defaults, method.getName()), () -> {
            HandlerOptions options = reader.options(defaults, method);
            Daemon daemon = method.getAnnotation(Daemon.class);
            if (daemon != null) {
                options = ConfigReader.with(options, daemon.initialDelay(), HandlerOptions::withInitialDelay);
                options = ConfigReader.with(
                        options, daemon.cancellationBackoff(), HandlerOptions::withCancellationBackoff);
                options = ConfigReader.with(
                        options, daemon.cancellationTimeout(), HandlerOptions::withCancellationTimeout);
            }
            Timer timer = method.getAnnotation(Timer.class);
            if (timer != null) {
                options = ConfigReader.with(options, timer.initialDelay(), HandlerOptions::withInitialDelay);
                options = ConfigReader.with(options, timer.interval(), HandlerOptions::withInterval);
                options = ConfigReader.with(options, timer.idle(), HandlerOptions::withIdle);
                options = options.withSharp(timer.sharp());
            }
            return options;
        });
    }

    private static HandlerType typeOf(Method method) {
        return method.isAnnotationPresent(Daemon.class) ? HandlerType.DAEMON : HandlerType.TIMER;
    }

    private static Class<? extends BackgroundContext> contextOf(HandlerType type) {
        return type == HandlerType.DAEMON ? DaemonContext.class : TimerContext.class;
    }
}

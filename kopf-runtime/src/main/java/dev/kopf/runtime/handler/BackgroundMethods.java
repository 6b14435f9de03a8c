package dev.kopf.runtime.handler;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
            throw new IllegalArgumentException(
                    name(method) + " has @Daemon and @Timer; it can be one of them. Make two methods of it.");
        }
        Class<?> context = contextOf(typeOf(method));
        Class<?>[] parameters = method.getParameterTypes();
        boolean fits =
                parameters.length == 2 && resources.contains(parameters[0]) && parameters[1].isAssignableFrom(context);
        if (!fits) {
            throw new IllegalArgumentException(name(method) + " has @"
                    + (typeOf(method) == HandlerType.DAEMON ? "Daemon" : "Timer")
                    + ", so its parameters must be the resource (" + simpleNames(resources) + ") and a "
                    + context.getSimpleName() + ", not: (" + simpleNames(Arrays.asList(parameters)) + ")");
        }
        accessible(method);
    }

    /** Each look at a class brings other objects for its methods: this one may be called then, and no other. */
    static Method accessible(Method method) {
        if (!method.trySetAccessible()) {
            throw new IllegalArgumentException(name(method)
                    + " cannot be called from here. Make it and its class public, or open its module to"
                    + " dev.kopf.runtime.");
        }
        return method;
    }

    /** Those of an object that are for a class of resources, in order of their names. */
    static <R> List<Found> of(HandlerSource source, Class<R> resource) {
        Map<String, Method> methods = new LinkedHashMap<>();
        for (Method method : HandlerSources.methodsOf(source.getClass())) {
            if (isOne(method) && !method.isBridge() && method.getParameterTypes()[0] == resource) {
                methods.putIfAbsent(
                        method.getName() + Arrays.toString(method.getParameterTypes()),
                        method); // what overrides comes first
            }
        }
        ConfigReader reader = new ConfigReader(source);
        return methods.values().stream()
                .sorted(Comparator.comparing(Method::getName))
                .map(BackgroundMethods::accessible)
                .map(method -> new Found(
                        typeOf(method),
                        options(reader, method),
                        call -> call(method, source, call.resource(resource), call.context(contextOf(typeOf(method))))))
                .toList();
    }

    private static HandlerOptions options(ConfigReader reader, Method method) {
        HandlerOptions defaults = HandlerOptions.of(method.getName()).declaredAt(method);
        try {
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
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("at " + defaults.origin() + ": " + e.getMessage(), e);
        }
    }

    private static HandlerType typeOf(Method method) {
        return method.isAnnotationPresent(Daemon.class) ? HandlerType.DAEMON : HandlerType.TIMER;
    }

    private static Class<? extends BackgroundContext> contextOf(HandlerType type) {
        return type == HandlerType.DAEMON ? DaemonContext.class : TimerContext.class;
    }

    static @Nullable Object call(Method method, Object source, Object... arguments) throws Exception {
        try {
            return method.invoke(source, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception exception) {
                throw exception;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    static String name(Member member) {
        return member.getDeclaringClass().getName() + "." + member.getName();
    }

    static String simpleNames(Iterable<? extends Class<?>> types) {
        StringBuilder names = new StringBuilder();
        types.forEach(type -> names.append(names.length() == 0 ? "" : ", ").append(type.getSimpleName()));
        return names.toString();
    }
}

package dev.kopf.runtime.handler;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds and calls the methods that an author has annotated, or that an option names. */
final class AuthorMethods {

    private AuthorMethods() {}

    /** Those of a class that are for a class of resources, in order of their names; each may be called. */
    static List<Method> of(Class<?> source, Class<?> resource, Predicate<Method> isOne) {
        Map<String, Method> methods = new LinkedHashMap<>();
        for (Method method : HandlerSources.methodsOf(source)) {
            if (isOne.test(method) && !method.isBridge() && method.getParameterTypes()[0] == resource) {
                methods.putIfAbsent(
                        method.getName() + Arrays.toString(method.getParameterTypes()),
                        method); // what overrides comes first
            }
        }
        return methods.values().stream()
                .sorted(Comparator.comparing(Method::getName))
                .map(AuthorMethods::accessible)
                .toList();
    }

    /**
     * Each look at a class brings other objects for its methods: this one may be called then, and no other.
     *
     * @throws IllegalArgumentException if its class or its module is closed
     */
    static Method accessible(Method method) {
        if (!method.trySetAccessible()) {
            throw new IllegalArgumentException(name(method)
                    + " cannot be called from here. Make it and its class public, or open its module to"
                    + " dev.kopf.runtime.");
        }
        return method;
    }

    /** Calls it; what it throws is thrown as it is. */
    static @Nullable Object call(Method method, Object source, @Nullable Object... arguments) throws Exception {
        try {
            return method.invoke(Modifier.isStatic(method.getModifiers()) ? null : source, arguments);
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

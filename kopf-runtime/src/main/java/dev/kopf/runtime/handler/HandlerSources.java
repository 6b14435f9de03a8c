package dev.kopf.runtime.handler;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an object with handlers implements, and whether it says something that would come to nothing. */
final class HandlerSources {

    private HandlerSources() {}

    /** The generated handler interfaces that a class implements. */
    static List<Class<?>> contractsOf(Class<?> type) {
        return interfacesOf(type).stream()
                .filter(contract -> contract.isAnnotationPresent(DispatchedBy.class))
                .toList();
    }

    /** @throws IllegalArgumentException if a method with options is no handler, or it cannot be told which methods are */
    static void check(Class<?> type) {
        if (Proxy.isProxyClass(type)) {
            throw new IllegalArgumentException(type.getName() + " is a proxy, which implements every method, so that"
                    + " each would become a handler. Hand over the object behind it.");
        }
        List<Class<?>> contracts = contractsOf(type);
        for (Method method : methodsOf(type)) {
            if (method.isAnnotationPresent(HandlerConfig.class)
                    && contracts.stream().noneMatch(contract -> implementsOneOf(contract, method))) {
                throw new IllegalArgumentException(method.getDeclaringClass().getName() + "." + method.getName()
                        + " has @HandlerConfig, and is no handler: no method of "
                        + contracts.stream().map(Class::getSimpleName).toList()
                        + " has its name and parameters.");
            }
        }
    }

    private static boolean implementsOneOf(Class<?> contract, Method method) {
        for (Method handler : contract.getMethods()) {
            if (handler.getName().equals(method.getName())
                    && fit(method.getParameterTypes(), handler.getParameterTypes())) {
                return true;
            }
        }
        return false;
    }

    /** Whether parameters take what a handler is given; a method that is inherited may take more than it. */
    private static boolean fit(Class<?>[] parameters, Class<?>[] given) {
        if (parameters.length != given.length) {
            return false;
        }
        for (int i = 0; i < given.length; i++) {
            if (!parameters[i].isAssignableFrom(given[i])) {
                return false;
            }
        }
        return true;
    }

    private static List<Method> methodsOf(Class<?> type) {
        Collection<Class<?>> all = interfacesOf(type);
        for (@Nullable Class<?> t = type; t != null; t = t.getSuperclass()) {
            all.add(t);
        }
        List<Method> methods = new ArrayList<>();
        all.forEach(each -> methods.addAll(List.of(each.getDeclaredMethods())));
        return methods;
    }

    private static Set<Class<?>> interfacesOf(Class<?> type) {
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        for (@Nullable Class<?> t = type; t != null; t = t.getSuperclass()) {
            for (Class<?> each : t.getInterfaces()) {
                interfaces.add(each);
                interfaces.addAll(interfacesOf(each));
            }
        }
        return interfaces;
    }
}

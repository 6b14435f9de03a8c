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

    /** The generated handler interfaces that a class implements, and the one of the operator itself. */
    static List<Class<?>> contractsOf(Class<?> type) {
        return interfacesOf(type).stream()
                .filter(contract ->
                        contract.isAnnotationPresent(DispatchedBy.class) || contract == OperatorHandler.class)
                .toList();
    }

    /** @throws IllegalArgumentException if a method with options is no handler, or it cannot be told which methods are */
    static void check(Class<?> type) {
        if (Proxy.isProxyClass(type)) {
            throw new IllegalArgumentException(type.getName() + " is a proxy, which implements every method, so that"
                    + " each would become a handler. Hand over the object behind it.");
        }
        List<Class<?>> contracts = contractsOf(type);
        Set<Class<?>> resources = resourcesOf(contracts);
        for (Method method : methodsOf(type)) {
            if (IndexMethods.isOne(method)) {
                IndexMethods.check(type, method, resources);
            } else if (BackgroundMethods.isOne(method)) {
                BackgroundMethods.check(method, resources);
            } else if (method.isAnnotationPresent(HandlerConfig.class)
                    && contracts.stream().noneMatch(contract -> implementsOneOf(contract, method))) {
                throw new IllegalArgumentException(method.getDeclaringClass().getName() + "." + method.getName()
                        + " has @HandlerConfig, and is no handler: no method of "
                        + contracts.stream().map(Class::getSimpleName).toList()
                        + " has its name and parameters.");
            }
        }
    }

    /** The classes that objects are decoded to: each method of a generated interface takes one first. */
    private static Set<Class<?>> resourcesOf(List<Class<?>> contracts) {
        Set<Class<?>> resources = new LinkedHashSet<>();
        for (Class<?> contract : contracts) {
            for (Method handler : contract.getMethods()) {
                if (contract != OperatorHandler.class && handler.getParameterCount() > 0) {
                    resources.add(handler.getParameterTypes()[0]);
                }
            }
        }
        return resources;
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

    /** All methods of a class, those that override others before these. */
    static List<Method> methodsOf(Class<?> type) {
        List<Method> methods = new ArrayList<>();
        typesOf(type).forEach(each -> methods.addAll(List.of(each.getDeclaredMethods())));
        return methods;
    }

    /** A class, those that it extends, and the interfaces that they implement. */
    static Collection<Class<?>> typesOf(Class<?> type) {
        Collection<Class<?>> all = new ArrayList<>();
        for (@Nullable Class<?> t = type; t != null; t = t.getSuperclass()) {
            all.add(t);
        }
        all.addAll(interfacesOf(type));
        return all;
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

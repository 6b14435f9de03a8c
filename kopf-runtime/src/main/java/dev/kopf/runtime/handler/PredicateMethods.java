package dev.kopf.runtime.handler;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods of a handler's class that filters name. They are looked for once, at the start. */
final class PredicateMethods {

    private final Object source;

    PredicateMethods(Object source) {
        this.source = source;
    }

    /**
     * A filter that a method decides.
     *
     * @throws IllegalArgumentException if there is no such method
     */
    <T> Filter<T> filter(String name, Class<T> type) {
        Method method = find(name, List.of(List.of(type)), "(" + type.getSimpleName() + ")");
        return Filter.matching(value -> {
            try {
                return call(method, value);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(method + " threw a checked exception.", e);
            }
        });
    }

    /**
     * A condition that a method decides: of the resource alone, or of the resource and a {@link ConditionContext}.
     *
     * @throws IllegalArgumentException if there is no such method
     */
    <R> Condition<R> condition(String name, Class<R> resource) {
        List<List<Class<?>>> forms = List.of(List.of(resource, ConditionContext.class), List.of(resource));
        String simple = resource.getSimpleName();
        Method method = find(name, forms, "(" + simple + ") or (" + simple + ", ConditionContext<" + simple + ">)");
        boolean alone = method.getParameterCount() == 1;
        return (object, context) -> alone ? call(method, object) : call(method, object, context);
    }

    private Method find(String name, List<? extends List<? extends Class<?>>> forms, String expected) {
        List<String> others = new ArrayList<>();
        for (@Nullable Class<?> type = source.getClass(); type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(name) && !method.isBridge()) {
                    boolean fits = forms.contains(Arrays.asList(method.getParameterTypes()));
                    if (fits && method.getReturnType() == boolean.class) {
                        return AuthorMethods.accessible(method);
                    }
                    others.add(method.toString());
                }
            }
        }
        throw new IllegalArgumentException("a filter names a method '" + name + "', and "
                + source.getClass().getName() + " has none of the form boolean " + name + expected + "."
                + (others.isEmpty() ? "" : " It has: " + String.join(", ", others)));
    }

    private boolean call(Method method, @Nullable Object... arguments) throws Exception {
        return Boolean.TRUE.equals(AuthorMethods.call(method, source, arguments));
    }
}

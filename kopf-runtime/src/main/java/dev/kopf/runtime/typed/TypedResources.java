package dev.kopf.runtime.typed;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** For the runtime: makes generated resources of objects that are parsed already, without parsing or copying them again. */
public final class TypedResources {

    private TypedResources() {}

    /**
     * What makes objects of a generated class. Reflection happens here, once per class.
     *
     * @param type a generated class
     * @return takes the whole object as plain JSON values, which must not be changed by anybody
     * @throws IllegalArgumentException if the class is not generated
     */
    public static <R> Function<Map<String, @Nullable Object>, R> readerOf(Class<R> type) {
        Constructor<R> constructor;
        try {
            constructor = type.getConstructor(JsonObject.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("not a generated resource class: " + type.getName(), e);
        }
        return fields -> make(constructor, JsonObject.wrap(fields));
    }

    private static <R> R make(Constructor<R> constructor, JsonObject fields) {
        try {
            return constructor.newInstance(fields);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("cannot make " + constructor.getDeclaringClass(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + constructor.getDeclaringClass(), e);
        }
    }
}

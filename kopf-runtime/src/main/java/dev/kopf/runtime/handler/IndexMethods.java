package dev.kopf.runtime.handler;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods of a class with handlers that fill indexes. They are looked for once, at the start. */
final class IndexMethods {

    private IndexMethods() {}

    /** A method that fills an index. */
    record Found(IndexName<?, ?> index, HandlerOptions options, HandlerFunction function) {}

    static boolean isOne(Method method) {
        return method.isAnnotationPresent(Index.class);
    }

    /**
     * @param source the class of the object with handlers
     * @param resources the classes of resources that the class has handlers for
     * @throws IllegalArgumentException if the method cannot fill what it says; the message names it
     */
    static void check(Class<?> source, Method method, Set<Class<?>> resources) {
        String name = AuthorMethods.name(method);
        if (BackgroundMethods.isOne(method)) {
            throw new IllegalArgumentException(
                    name + " has @Index beside @Daemon or @Timer; it can be one of them. Make two methods of it.");
        }
        Class<?>[] parameters = method.getParameterTypes();
        boolean fits = (parameters.length == 1 || (parameters.length == 2 && parameters[1] == IndexContext.class))
                && resources.contains(parameters[0]);
        if (!fits) {
            throw new IllegalArgumentException(name + " has @Index, so its parameters must be the resource ("
                    + AuthorMethods.simpleNames(resources) + ") and, if it likes, an IndexContext, not: ("
                    + AuthorMethods.simpleNames(Arrays.asList(parameters)) + ")");
        }
        checkTypes(name, fieldOf(source, method), method);
        Method unused = AuthorMethods.accessible(method);
    }

    /** The types of the index are only known where it is declared. */
    private static void checkTypes(String name, Field field, Method method) {
        if (!(field.getGenericType() instanceof ParameterizedType index) || field.getType() != IndexName.class) {
            throw new IllegalArgumentException(name + " fills the index of the field "
                    + AuthorMethods.name(field) + ", which must be an IndexName with types, such as"
                    + " IndexName<String, String>, not: "
                    + field.getGenericType().getTypeName());
        }
        Type[] types = index.getActualTypeArguments();
        boolean fits = method.getGenericReturnType() instanceof ParameterizedType result
                && result.getRawType() == Map.class
                && Arrays.equals(result.getActualTypeArguments(), types);
        if (!fits) {
            throw new IllegalArgumentException(name + " fills the index of the field " + AuthorMethods.name(field)
                    + ", so it must return a Map<" + types[0].getTypeName() + ", " + types[1].getTypeName() + ">, not: "
                    + method.getGenericReturnType().getTypeName());
        }
    }

    /** Those of an object that are for a class of resources, in order of their names. */
    static <R> List<Found> of(HandlerSource source, Class<R> resource) {
        ConfigReader reader = new ConfigReader(source);
        return AuthorMethods.of(source.getClass(), resource, IndexMethods::isOne).stream()
                .map(method -> found(source, resource, method, reader))
                .toList();
    }

    private static <R> Found found(HandlerSource source, Class<R> resource, Method method, ConfigReader reader) {
        IndexName<?, ?> index = indexOf(source, method);
        boolean isAlone = method.getParameterCount() == 1;
        return new Found(index, options(index, reader, method), call -> {
            Object[] arguments = isAlone
                    ? new Object[] {call.resource(resource)}
                    : new Object[] {call.resource(resource), call.indexContext()};
            return AuthorMethods.call(method, source, arguments);
        });
    }

    private static HandlerOptions options(IndexName<?, ?> index, ConfigReader reader, Method method) {
        HandlerOptions defaults = index.options().declaredAt(method);
        return Origins.at(Origins.of(defaults, method.getName()), () -> {
            HandlerOptions options = reader.options(defaults, method);
            if (!options.id().equals(index.id())) {
                throw new IllegalArgumentException(
                        "the id of what fills an index is the name of the index, '" + index + "'. Remove 'id'.");
            }
            HandlerConfig config = method.getAnnotation(HandlerConfig.class);
            if (config != null && config.errors() != ErrorMode.TEMPORARY) { // which is the default there
                throw new IllegalArgumentException("'errors' of what fills an index stands in @Index. Move it there.");
            }
            return options.withErrors(method.getAnnotation(Index.class).errors());
        });
    }

    private static IndexName<?, ?> indexOf(HandlerSource source, Method method) {
        Field field = fieldOf(source.getClass(), method);
        Object value = null;
        try {
            if (field.trySetAccessible()) {
                value = field.get(source);
            }
        } catch (IllegalAccessException e) {
            // as if it could not be made accessible
        }
        if (value instanceof IndexName<?, ?> index) {
            return index;
        }
        throw new IllegalArgumentException(AuthorMethods.name(method) + " fills the index of the field "
                + AuthorMethods.name(field)
                + ", which cannot be read from here, or is null. Make it static final, and"
                + " public where its module is closed.");
    }

    private static Field fieldOf(Class<?> source, Method method) {
        String name = method.getAnnotation(Index.class).value();
        @Nullable
        Field found = HandlerSources.typesOf(source).stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> field.getName().equals(name))
                .findFirst()
                .orElse(null);
        if (found == null) {
            throw new IllegalArgumentException(AuthorMethods.name(method) + " has @Index(\"" + name + "\"), and "
                    + source.getName() + " has no field of that name. Declare it: static final IndexName<…> " + name
                    + " = IndexName.of(\"…\");");
        }
        return found;
    }
}

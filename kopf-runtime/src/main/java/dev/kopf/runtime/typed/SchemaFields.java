package dev.kopf.runtime.typed;

import dev.kopf.runtime.resource.FieldPath;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the schema says of a field, as far as generated classes know. Their getters are asked, as nothing else tells which field each of them
 * reads: one that answers otherwise where the field is there, reads it. This is slow, and for the start.
 */
public final class SchemaFields {

    /** Values of all forms, of which any getter reads at least one. */
    private static final List<Object> PROBES =
            List.of("2020-01-01T00:00:00Z", "1", 1, true, Map.of("probe", "x"), List.of("x"));

    /** What every object has, and schemas do not describe. */
    private static final Set<String> OF_ALL_OBJECTS = Set.of("apiVersion", "kind", "metadata");

    /** What JSON may be at a field. */
    public enum Form {
        TEXT,
        NUMBER,
        BOOLEAN,
        LIST,
        OBJECT,
        /** A secret, of which handlers of changes are told digests only (R12). */
        SECRET,
        ANY;

        /** Whether a plain JSON value may be found at such a field. */
        public boolean holds(Object value) {
            return switch (this) {
                case TEXT -> value instanceof String;
                case NUMBER -> value instanceof Number;
                case BOOLEAN -> value instanceof Boolean;
                case LIST -> value instanceof List;
                case OBJECT -> value instanceof Map;
                case SECRET -> false;
                case ANY -> true;
            };
        }

        private static Form of(java.lang.reflect.Type type) {
            Class<?> raw = raw(type);
            if (raw == Password.class) {
                return SECRET;
            }
            if (raw == String.class || raw == DateTime.class || OpenEnum.class.isAssignableFrom(raw)) {
                return TEXT;
            }
            if (raw == Integer.class || raw == Long.class || raw == BigDecimal.class) {
                return NUMBER;
            }
            if (raw == Boolean.class) {
                return BOOLEAN;
            }
            if (Collection.class.isAssignableFrom(raw)) {
                return LIST;
            }
            return Map.class.isAssignableFrom(raw) || TypedObject.class.isAssignableFrom(raw) ? OBJECT : ANY;
        }
    }

    private SchemaFields() {}

    /**
     * What may stand at a path.
     *
     * @param resource a generated class, or another one, of which nothing is known
     * @throws IllegalArgumentException if nothing can; the message says where the path leads to nothing
     */
    public static Form formAt(Class<?> resource, FieldPath path) {
        if (!TypedResource.class.isAssignableFrom(resource)
                || path.isRoot()
                || OF_ALL_OBJECTS.contains(path.keys().get(0))) {
            return Form.ANY;
        }
        java.lang.reflect.Type type = resource;
        for (String key : path.keys()) {
            Class<?> raw = raw(type);
            if (TypedResource.class.isAssignableFrom(raw) || TypedObject.class.isAssignableFrom(raw)) {
                List<Method> getters = getters(raw);
                if (getters.isEmpty()) {
                    return Form.ANY; // an object without known fields
                }
                type = field(raw, getters, key)
                        .orElseThrow(() ->
                                new IllegalArgumentException(raw.getSimpleName() + " has no field '" + key + "'"));
            } else if (Map.class.isAssignableFrom(raw)) {
                type = type instanceof ParameterizedType map ? map.getActualTypeArguments()[1] : Object.class;
            } else if (Form.of(type) != Form.ANY) {
                throw new IllegalArgumentException("nothing is below a "
                        + Form.of(type).name().toLowerCase(Locale.ROOT) + ", and so no '" + key + "'");
            } else {
                return Form.ANY;
            }
        }
        return Form.of(type);
    }

    private static Optional<java.lang.reflect.Type> field(Class<?> type, List<Method> getters, String key) {
        Function<JsonObject, Object> view = view(type);
        Object without = view.apply(JsonObject.EMPTY);
        for (Object probe : PROBES) {
            Object with = view.apply(JsonObject.of(Map.of(key, probe)));
            for (Method getter : getters) {
                if (!Objects.equals(read(getter, without), read(getter, with))) {
                    return Optional.of(getter.getGenericReturnType());
                }
            }
        }
        return Optional.empty();
    }

    private static List<Method> getters(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic()
                        && method.getParameterCount() == 0
                        && method.getName().startsWith("get"))
                .toList();
    }

    private static Function<JsonObject, Object> view(Class<?> type) {
        return fields -> {
            try {
                return type.getConstructor(JsonObject.class).newInstance(fields);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("not a generated class: " + type.getName(), e);
            }
        };
    }

    private static @Nullable Object read(Method getter, Object object) {
        try {
            return getter.invoke(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("not a getter of a generated class: " + getter, e);
        }
    }

    private static Class<?> raw(java.lang.reflect.Type type) {
        if (type instanceof Class<?> raw) {
            return raw;
        }
        return type instanceof ParameterizedType generic ? raw(generic.getRawType()) : Object.class;
    }
}

package dev.kopf.runtime.handler;

import dev.kopf.runtime.resource.FieldPath;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds all objects in something that may be one, or a list of lists of them, or hold others inside (H-1, H-3). */
final class Walk {

    private Walk() {}

    /**
     * An object that was found.
     *
     * @param value a resource, a map, something else that is no list, or a part of these
     * @param path where it is inside of another; the root where it is inside of none
     */
    record Found(@Nullable Object value, FieldPath path) {}

    /**
     * All objects, in order, each followed by those inside of it.
     *
     * @param objects an object, or a list of these, as deep as you like; null is nothing
     * @param nested where in resources and maps others are; where there is none, none is found
     * @throws IllegalArgumentException if there can be none at such a path
     */
    static List<Found> over(@Nullable Object objects, List<FieldPath> nested) {
        List<Found> found = new ArrayList<>();
        add(objects, nested, found);
        return found;
    }

    private static void add(@Nullable Object objects, List<FieldPath> nested, List<Found> found) {
        if (objects instanceof Iterable<?> several) {
            several.forEach(object -> add(object, nested, found));
        } else if (objects != null) {
            found.add(new Found(objects, FieldPath.ROOT));
            if (objects instanceof HasMetadata || objects instanceof Map<?, ?>) {
                nested.forEach(path -> addInside(objects, path, found));
            }
        }
    }

    private static void addInside(Object object, FieldPath path, List<Found> found) {
        Object current = object;
        for (String key : path.keys()) {
            if (current instanceof GenericKubernetesResource resource) {
                current = resource.getAdditionalProperties();
            }
            if (current instanceof Map<?, ?> map) {
                if (!map.containsKey(key)) {
                    return;
                }
                current = map.get(key);
            } else {
                current = property(current, key, path);
                if (current == null) {
                    return;
                }
            }
        }
        found.add(new Found(current, path));
    }

    /** A property of an object of fabric8's or generated classes; null where it is not set. */
    private static @Nullable Object property(@Nullable Object object, String name, FieldPath path) {
        if (object == null) {
            throw impossible(path, "null", null);
        }
        try {
            String getter = "get" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            return object.getClass().getMethod(getter).invoke(object);
        } catch (ReflectiveOperationException | StringIndexOutOfBoundsException e) {
            throw impossible(path, object.getClass().getName(), e);
        }
    }

    private static IllegalArgumentException impossible(FieldPath path, String type, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "There is no object at " + path + ", nor can there be one: on the way is " + type, cause);
    }
}

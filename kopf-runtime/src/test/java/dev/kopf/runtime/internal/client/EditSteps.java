package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.BodyEdit;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Patch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The functions of vectors, as edits. */
public final class EditSteps {

    private EditSteps() {}

    /** A patch as vectors describe it: its content, and then its functions. */
    public static Patch patch(@Nullable Object content, @Nullable Object functions) {
        Patch patch = Patch.of(Json.map(content));
        for (Object function : Json.list(functions)) {
            List<@Nullable Object> steps = Json.list(Json.map(function).get("steps"));
            patch = patch.withEdit(object -> all(object, steps));
        }
        return patch;
    }

    private static Map<String, @Nullable Object> all(
            Map<String, @Nullable Object> object, List<@Nullable Object> steps) {
        Map<String, @Nullable Object> changed = object;
        for (Object step : steps) {
            Map.Entry<String, @Nullable Object> only =
                    Json.map(step).entrySet().iterator().next();
            changed = edit(only.getKey(), only.getValue()).apply(changed);
        }
        return changed;
    }

    private static BodyEdit edit(String name, @Nullable Object argument) {
        Map<String, @Nullable Object> arguments = Json.map(argument);
        List<@Nullable Object> path = Json.list(arguments.get("path"));
        Object value = Json.mutableCopy(arguments.get("value"));
        return switch (name) {
            case "block" -> finalizers(true, String.valueOf(argument));
            case "allow" -> finalizers(false, String.valueOf(argument));
            case "set" ->
                object -> {
                    put(container(object, path), path.get(path.size() - 1), value);
                    return object;
                };
            case "delete" ->
                object -> {
                    if (!Json.map(container(object, path)).containsKey(last(path))) {
                        throw new NoSuchElementException(last(path));
                    }
                    Json.map(container(object, path)).remove(last(path));
                    return object;
                };
            case "append" ->
                object -> {
                    list(object, path).add(value);
                    return object;
                };
            case "insert" ->
                object -> {
                    list(object, path).add(((Number) arguments.get("index")).intValue(), value);
                    return object;
                };
            case "removeItem" ->
                object -> {
                    list(object, path).remove(value);
                    return object;
                };
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static BodyEdit finalizers(boolean add, String name) {
        return object -> {
            Body body = new Body(object);
            Patch patch = add ? Finalizers.add(body, name, Patch.EMPTY) : Finalizers.remove(body, name, Patch.EMPTY);
            return patch.applyTo(object);
        };
    }

    private static Object container(Map<String, @Nullable Object> object, List<@Nullable Object> path) {
        Object current = object;
        for (Object key : path.subList(0, path.size() - 1)) {
            current = key instanceof Integer index
                    ? Json.list(current).get(index)
                    : Json.map(current).computeIfAbsent(String.valueOf(key), k -> new LinkedHashMap<>());
        }
        return java.util.Objects.requireNonNull(current);
    }

    private static void put(Object container, @Nullable Object key, @Nullable Object value) {
        if (key instanceof Integer index) {
            Json.list(container).set(index, value);
        } else {
            Json.map(container).put(String.valueOf(key), value);
        }
    }

    private static List<@Nullable Object> list(Map<String, @Nullable Object> object, List<@Nullable Object> path) {
        return Json.list(Json.map(container(object, path)).get(last(path)));
    }

    private static String last(List<@Nullable Object> path) {
        return String.valueOf(path.get(path.size() - 1));
    }
}

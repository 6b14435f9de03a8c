package dev.kopf.runtime.progress;

import static dev.kopf.runtime.essence.Specs.keys;
import static dev.kopf.runtime.essence.Specs.statusField;
import static dev.kopf.runtime.essence.Specs.text;

import dev.kopf.runtime.resource.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How vectors describe storages of progress. */
public final class ProgressSpecs {

    private ProgressSpecs() {}

    public static ProgressStorage storage(Map<String, @Nullable Object> storage) {
        return switch ((String) storage.getOrDefault("type", "smart")) {
            case "annotations" -> annotations(storage);
            case "status" -> status(storage);
            case "smart" -> ProgressStorage.smart(annotations(storage), status(storage));
            case "multi" ->
                ProgressStorage.multi(Json.list(storage.get("storages")).stream()
                        .map(inner -> storage(Json.map(inner)))
                        .toList());
            default -> throw new IllegalArgumentException("not a storage: " + storage);
        };
    }

    private static ProgressStorage annotations(Map<String, @Nullable Object> storage) {
        return ProgressStorage.annotations(
                keys(storage),
                Boolean.TRUE.equals(storage.get("verbose")),
                text(storage, "touchKey", ProgressStorage.DEFAULT_TOUCH_KEY));
    }

    private static ProgressStorage status(Map<String, @Nullable Object> storage) {
        return ProgressStorage.status(
                statusField(storage, "field", "status.{name}.progress"),
                statusField(storage, "touchField", "status.{name}.dummy"));
    }
}

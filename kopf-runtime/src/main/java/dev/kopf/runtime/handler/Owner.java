package dev.kopf.runtime.handler;

import dev.kopf.runtime.resource.Json;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What children take over from the object that owns them. */
record Owner(
        @Nullable String apiVersion,
        @Nullable String kind,
        @Nullable String name,
        @Nullable String uid,
        @Nullable String namespace,
        Map<String, String> labels) {

    /** @throws IllegalArgumentException if the object is neither a resource nor a map */
    static Owner of(Object object) {
        if (object instanceof HasMetadata resource) {
            ObjectMeta metadata = resource.getMetadata() == null ? new ObjectMeta() : resource.getMetadata();
            return new Owner(
                    resource.getApiVersion(),
                    resource.getKind(),
                    metadata.getName(),
                    metadata.getUid(),
                    metadata.getNamespace(),
                    metadata.getLabels() == null ? Map.of() : metadata.getLabels());
        }
        if (object instanceof Map<?, ?>) {
            Map<String, @Nullable Object> fields = Json.map(object);
            Map<String, @Nullable Object> metadata = Json.map(fields.get("metadata"));
            Map<String, String> labels = new LinkedHashMap<>();
            Json.map(metadata.get("labels")).forEach((key, value) -> labels.put(key, String.valueOf(value)));
            return new Owner(
                    text(fields.get("apiVersion")),
                    text(fields.get("kind")),
                    text(metadata.get("name")),
                    text(metadata.get("uid")),
                    text(metadata.get("namespace")),
                    labels);
        }
        throw new IllegalArgumentException(
                "An owner is a resource or a map, and not: " + object.getClass().getName());
    }

    /** The owner reference of a child, without what is not known (H-6). */
    Map<String, @Nullable Object> reference(@Nullable Boolean controller, @Nullable Boolean blockOwnerDeletion) {
        Map<String, @Nullable Object> reference = new LinkedHashMap<>();
        reference.put("controller", controller);
        reference.put("blockOwnerDeletion", blockOwnerDeletion);
        reference.put("apiVersion", apiVersion);
        reference.put("kind", kind);
        reference.put("name", name);
        reference.put("uid", uid);
        reference.values().removeIf(value -> value == null);
        return reference;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}

package dev.kopf.runtime.resource;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An object as the API server sent it: plain JSON values, with views of what every object has. Absent stanzas look empty (G-7).
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param fields the whole object, top level; must not be changed by anybody
 */
public record Body(Map<String, @Nullable Object> fields) {

    public Body {
        fields = Collections.unmodifiableMap(Objects.requireNonNull(fields, "fields"));
    }

    /** The {@code metadata} stanza. */
    public Map<String, @Nullable Object> metadata() {
        return Json.map(fields.get("metadata"));
    }

    /** {@code metadata.name}; empty where there is none. */
    public String name() {
        return text(metadata().get("name"));
    }

    /** {@code metadata.namespace}; null for objects of the cluster. */
    public @Nullable String namespace() {
        return metadata().get("namespace") instanceof String namespace ? namespace : null;
    }

    /** {@code metadata.uid}; empty where there is none. */
    public String uid() {
        return text(metadata().get("uid"));
    }

    /** {@code metadata.resourceVersion}; empty where there is none. */
    public String resourceVersion() {
        return text(metadata().get("resourceVersion"));
    }

    /** {@code metadata.annotations}. */
    public Map<String, @Nullable Object> annotations() {
        return Json.map(metadata().get("annotations"));
    }

    /** {@code metadata.labels}. */
    public Map<String, @Nullable Object> labels() {
        return Json.map(metadata().get("labels"));
    }

    /** {@code metadata.finalizers}. */
    public List<@Nullable Object> finalizers() {
        return Json.list(metadata().get("finalizers"));
    }

    /** Whether the object is being deleted: {@code metadata.deletionTimestamp} is there. */
    public boolean isDeleting() {
        return metadata().get("deletionTimestamp") != null;
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }
}

package dev.kopf.runtime.resource;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A merge patch (RFC 7386) of an object: maps are merged, null deletes, anything else replaces (P-1).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Patch {

    /** The patch that changes nothing. */
    public static final Patch EMPTY = new Patch(Map.of());

    private static final String STATUS = "status";
    private static final FieldPath ANNOTATIONS = FieldPath.of("metadata", "annotations");
    private static final FieldPath RESOURCE_VERSION = FieldPath.of("metadata", "resourceVersion");

    private final Map<String, @Nullable Object> content;

    private Patch(Map<String, @Nullable Object> content) {
        this.content = Collections.unmodifiableMap(content);
    }

    /**
     * The patch with this content.
     *
     * @param content plain JSON values, which nobody must change afterwards
     */
    public static Patch of(Map<String, @Nullable Object> content) {
        return content.isEmpty() ? EMPTY : new Patch(new LinkedHashMap<>(content));
    }

    /** The content, as it goes to the API server. */
    public Map<String, @Nullable Object> asMap() {
        return content;
    }

    /** Whether there is nothing to send. */
    public boolean isEmpty() {
        return content.isEmpty();
    }

    /** Whether the patch says something of this path, null included. */
    public boolean has(FieldPath path) {
        return path.isPresentIn(content);
    }

    /** This patch, and the value at the path; null deletes what is there. */
    public Patch with(FieldPath path, @Nullable Object value) {
        return new Patch(path.with(content, value));
    }

    /** This patch, and an annotation; null deletes it. */
    public Patch withAnnotation(String key, @Nullable String value) {
        return with(ANNOTATIONS.child(key), value);
    }

    /** This patch, saying nothing of the path any more; maps around it that are empty then are left out too (S-15). */
    public Patch without(FieldPath path) {
        return of(path.without(content));
    }

    /** This patch and a later one in one. Where both say something the later one counts. */
    public Patch merge(Patch later) {
        return mergedWith(later.content);
    }

    /** As {@link #merge}, with the content of the later patch. */
    public Patch mergedWith(Map<String, @Nullable Object> later) {
        if (later.isEmpty()) {
            return this;
        }
        return isEmpty() ? of(later) : new Patch(overlay(content, later));
    }

    /**
     * This patch, refused by the API server (409) where the object is no longer of this version: the lock of changes that depend on
     * what they change, such as those of finalizers (C-25).
     *
     * @param resourceVersion the version; empty for no lock
     */
    public Patch guardedBy(String resourceVersion) {
        return resourceVersion.isEmpty() ? this : with(RESOURCE_VERSION, resourceVersion);
    }

    /** This patch in two, for kinds with a status subresource (P-3, P-4). A status of null is dropped: it cannot be deleted. */
    public Split splitStatus() {
        if (!content.containsKey(STATUS)) {
            return new Split(this, EMPTY);
        }
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(content);
        Object status = rest.remove(STATUS);
        return new Split(of(rest), status == null ? EMPTY : EMPTY.with(FieldPath.of(STATUS), status));
    }

    /** The object as the API server would have it after this patch (RFC 7386), before it validates, defaults and prunes. */
    public Map<String, @Nullable Object> applyTo(Map<String, @Nullable Object> object) {
        return apply(object, content);
    }

    /** Whether the object is as this patch wants it: it would bring no new version, and no event (P-10). */
    public boolean isNoOpOn(Body body) {
        Patch unguarded = has(RESOURCE_VERSION) ? without(RESOURCE_VERSION) : this;
        return Json.identical(body.fields(), unguarded.applyTo(body.fields()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Patch patch && Json.identical(content, patch.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(content.keySet()); // values that are equal by R19 may hash differently
    }

    @Override
    public String toString() {
        return Json.write(content);
    }

    private static Map<String, @Nullable Object> apply(
            Map<String, @Nullable Object> object, Map<String, @Nullable Object> patch) {
        Map<String, @Nullable Object> patched = new LinkedHashMap<>(object);
        patch.forEach((key, value) -> {
            if (value == null) {
                patched.remove(key);
            } else if (value instanceof Map<?, ?>) {
                patched.put(key, apply(Json.map(patched.get(key)), Json.map(value)));
            } else {
                patched.put(key, value);
            }
        });
        return patched;
    }

    private static Map<String, @Nullable Object> overlay(
            Map<String, @Nullable Object> earlier, Map<String, @Nullable Object> later) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(earlier);
        later.forEach((key, value) -> {
            if (value instanceof Map<?, ?> && merged.get(key) instanceof Map<?, ?>) {
                merged.put(key, overlay(Json.map(merged.get(key)), Json.map(value)));
            } else {
                merged.put(key, value);
            }
        });
        return merged;
    }

    /**
     * A patch in two, one for each endpoint.
     *
     * @param object all but the status
     * @param status the status, and the key that it is under
     */
    public record Split(Patch object, Patch status) {}
}

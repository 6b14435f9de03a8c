package dev.kopf.runtime.resource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change of an object: a merge patch (RFC 7386), where maps are merged, null deletes, anything else replaces, and then perhaps
 * {@linkplain BodyEdit edits} of what the object is like after that (P-1).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Patch {

    /** The patch that changes nothing. */
    public static final Patch EMPTY = new Patch(Map.of(), List.of());

    private static final String STATUS = "status";
    private static final FieldPath ANNOTATIONS = FieldPath.of("metadata", "annotations");
    private static final FieldPath RESOURCE_VERSION = FieldPath.of("metadata", "resourceVersion");

    private final Map<String, @Nullable Object> content;
    private final List<BodyEdit> edits;

    private Patch(Map<String, @Nullable Object> content, List<BodyEdit> edits) {
        this.content = Collections.unmodifiableMap(content);
        this.edits = List.copyOf(edits);
    }

    /**
     * The merge patch with this content.
     *
     * @param content plain JSON values, which nobody must change afterwards
     */
    public static Patch of(Map<String, @Nullable Object> content) {
        return content.isEmpty() ? EMPTY : new Patch(new LinkedHashMap<>(content), List.of());
    }

    /** The content of the merge patch, as it goes to the API server. */
    public Map<String, @Nullable Object> asMap() {
        return content;
    }

    /** The edits of what the merge patch leaves, in order; mostly none. */
    public List<BodyEdit> edits() {
        return edits;
    }

    /** Whether there is nothing to send. */
    public boolean isEmpty() {
        return content.isEmpty() && edits.isEmpty();
    }

    /** Whether the patch says something of this path, null included. */
    public boolean has(FieldPath path) {
        return path.isPresentIn(content);
    }

    /** This patch, and the value at the path; null deletes what is there. */
    public Patch with(FieldPath path, @Nullable Object value) {
        return new Patch(path.with(content, value), edits);
    }

    /** This patch, and an edit of what it leaves. */
    public Patch withEdit(BodyEdit edit) {
        List<BodyEdit> more = new ArrayList<>(edits);
        more.add(edit);
        return new Patch(content, more);
    }

    /** This patch, and an annotation; null deletes it. */
    public Patch withAnnotation(String key, @Nullable String value) {
        return with(ANNOTATIONS.child(key), value);
    }

    /** The merge patch alone. */
    public Patch withoutEdits() {
        return edits.isEmpty() ? this : new Patch(content, List.of());
    }

    /** This patch, saying nothing of the path any more; maps around it that are empty then are left out too (S-15). */
    public Patch without(FieldPath path) {
        return new Patch(path.without(content), edits);
    }

    /** This patch and a later one in one. Where both say something the later one counts; edits come after all of that. */
    public Patch merge(Patch later) {
        Patch merged = mergedWith(later.content);
        if (later.edits.isEmpty()) {
            return merged;
        }
        List<BodyEdit> all = new ArrayList<>(edits);
        all.addAll(later.edits);
        return new Patch(merged.content, all);
    }

    /** As {@link #merge}, with the content of the later patch. */
    public Patch mergedWith(Map<String, @Nullable Object> later) {
        if (later.isEmpty()) {
            return this;
        }
        return new Patch(overlay(content, later), edits);
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

    /**
     * This patch in two, for kinds with a status subresource (P-3, P-4). A status of null is dropped: it cannot be deleted. Edits stay
     * with the object.
     */
    public Split splitStatus() {
        if (!content.containsKey(STATUS)) {
            return new Split(this, EMPTY);
        }
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(content);
        Object status = rest.remove(STATUS);
        return new Split(new Patch(rest, edits), status == null ? EMPTY : EMPTY.with(FieldPath.of(STATUS), status));
    }

    /**
     * The object as the API server would have it after this patch, before it validates, defaults and prunes. What edits throw is
     * thrown.
     */
    public Map<String, @Nullable Object> applyTo(Map<String, @Nullable Object> object) {
        Map<String, @Nullable Object> patched = apply(object, content);
        for (BodyEdit edit : edits) {
            patched = edit.apply(Json.mutableCopy(patched));
        }
        return patched;
    }

    /** Whether the object is as this patch wants it: it would bring no new version, and no event (P-10). */
    public boolean isNoOpOn(Body body) {
        Patch unguarded = has(RESOURCE_VERSION) ? without(RESOURCE_VERSION) : this;
        return Json.identical(body.fields(), unguarded.applyTo(body.fields()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Patch patch && Json.identical(content, patch.content) && edits.equals(patch.edits);
    }

    @Override
    public int hashCode() {
        return Objects.hash(content.keySet()); // values that are equal by R19 may hash differently
    }

    /** The merge patch, as it goes to the API server. Not for logs, as its values may be secret: {@link #fieldNames} is. */
    @Override
    public String toString() {
        return Json.write(content);
    }

    /** What the merge patch says something of, without the values, which may be secret (R12). */
    public List<String> fieldNames() {
        return fields().stream().map(field -> String.join(".", field.keys())).toList();
    }

    /** What the merge patch says something of: each field that it replaces or deletes. */
    public List<FieldPath> fields() {
        List<FieldPath> fields = new ArrayList<>();
        collect(FieldPath.ROOT, content, fields);
        return fields;
    }

    private static void collect(FieldPath path, Map<String, @Nullable Object> map, List<FieldPath> fields) {
        map.forEach((key, value) -> {
            FieldPath field = path.child(key);
            if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
                collect(field, Json.map(inner), fields);
            } else {
                fields.add(field);
            }
        });
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

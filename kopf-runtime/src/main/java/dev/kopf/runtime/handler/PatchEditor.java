package dev.kopf.runtime.handler;

import dev.kopf.runtime.resource.BodyEdit;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.typed.TypedEdits;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a handler changes of its object (P-1). Fields that are {@linkplain #set set} go into the one write that ends the pass,
 * as a merge patch (RFC 7386): they are written whatever the object is like by then. Where the new value depends on the old one, as in
 * an addition to a list, it takes an {@linkplain #edit edit}: the write is then done on exactly the state that the edit was given, and
 * where the object has changed meanwhile the edit is applied again to the newer state (P-5, P-6, P-9).
 *
 * <pre>{@code
 * ctx.patch().setStatus("phase", "Bound");
 * ctx.patch().editStatus(ClaimStatus.class, status -> status.toBuilder().attempts(status.getAttempts() + 1).build());
 * ctx.patch().editMetadata(metadata -> {
 *     metadata.getFinalizers().add("example.org/guard");
 *     return metadata;
 * });
 * }</pre>
 *
 * <p>Edits are called once at once, on the object as the handler sees it, so that what they throw is the handler's error; and again when
 * it is written. They must depend on what they are given alone, and doing them twice must be as good as doing them once. Edits come
 * after what was set.
 *
 * <p>Not safe for use by several threads.
 */
public interface PatchEditor {

    /**
     * Sets a field.
     *
     * @param path where, such as {@code FieldPath.of("status", "phase")}
     * @param value a plain JSON value (map, list, text, number, boolean); null deletes the field
     * @throws IllegalArgumentException if the value is nothing that JSON knows, or the path is the root
     */
    PatchEditor set(FieldPath path, @Nullable Object value);

    /** Sets a field of the status. */
    default PatchEditor setStatus(String field, @Nullable Object value) {
        return set(FieldPath.of("status", field), value);
    }

    /** Sets a label; null removes it. */
    default PatchEditor setLabel(String name, @Nullable String value) {
        return set(FieldPath.of("metadata", "labels", name), value);
    }

    /** Sets an annotation; null removes it. */
    default PatchEditor setAnnotation(String name, @Nullable String value) {
        return set(FieldPath.of("metadata", "annotations", name), value);
    }

    /**
     * Changes the object as plain JSON values. For the generated class there is {@link #edit(Class, UnaryOperator)}.
     *
     * @param change must be repeatable; what it throws is thrown
     */
    PatchEditor edit(BodyEdit change);

    /**
     * Changes the whole object.
     *
     * @param type the generated class of the kind, or fabric8's
     * @param change gives the object as it is to be; must be repeatable, and what it throws is thrown
     * @throws IllegalArgumentException if the type is neither
     */
    default <R extends HasMetadata> PatchEditor edit(Class<R> type, UnaryOperator<R> change) {
        return edit(TypedEdits.edit(FieldPath.ROOT, type, change));
    }

    /** As {@link #edit(Class, UnaryOperator)}, of the spec; one that is absent looks empty. */
    default <S> PatchEditor editSpec(Class<S> type, UnaryOperator<S> change) {
        return edit(TypedEdits.edit(FieldPath.of("spec"), type, change));
    }

    /** As {@link #edit(Class, UnaryOperator)}, of the status; one that is absent looks empty. */
    default <S> PatchEditor editStatus(Class<S> type, UnaryOperator<S> change) {
        return edit(TypedEdits.edit(FieldPath.of("status"), type, change));
    }

    /** As {@link #edit(Class, UnaryOperator)}, of the metadata, such as its owners and finalizers. */
    default PatchEditor editMetadata(UnaryOperator<ObjectMeta> change) {
        return edit(TypedEdits.edit(FieldPath.of("metadata"), ObjectMeta.class, change));
    }

    /** What was set so far, as a merge patch; unmodifiable. */
    Map<String, @Nullable Object> asMap();
}

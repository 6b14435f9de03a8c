package dev.kopf.runtime.essence;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Patch;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the essence that was last handled is kept (D-4…D-7). Implementations are pure: they read objects and add to patches.
 *
 * <p>Immutable and safe for use by several threads.
 */
public interface EssenceStorage {

    /** The key or field that Kopf uses (D-4, D-6). */
    String DEFAULT_KEY = "last-handled-configuration";

    /** In the annotation that Kopf uses (D-4). */
    static EssenceStorage annotations() {
        return annotations(AnnotationKeys.DEFAULT_PREFIX, DEFAULT_KEY);
    }

    /** In an annotation of another name (D-5). */
    static EssenceStorage annotations(String prefix, String key) {
        return annotations(AnnotationKeys.of(prefix), key, List.of());
    }

    /** In an annotation of another name, without some fields of the essence (D-1, D-5). */
    static EssenceStorage annotations(AnnotationKeys keys, String key, List<FieldPath> ignoredFields) {
        return new AnnotationsEssenceStorage(keys, key, ignoredFields);
    }

    /** In {@code status.kopf.last-handled-configuration} (D-6). */
    static EssenceStorage status() {
        return status("kopf");
    }

    /** In {@code status.<name>.last-handled-configuration} (D-6). */
    static EssenceStorage status(String name) {
        return status(FieldPath.of("status", name, DEFAULT_KEY), List.of());
    }

    /** In this field, without some fields of the essence (D-1, D-6). */
    static EssenceStorage status(FieldPath field, List<FieldPath> ignoredFields) {
        return new StatusEssenceStorage(field, ignoredFields);
    }

    /** In all of these; the first that has something is read (D-7). */
    static EssenceStorage multi(List<EssenceStorage> storages) {
        return new MultiEssenceStorage(storages);
    }

    /**
     * The essence of an object without what this storage itself wrote (D-1, D-2).
     *
     * @param body the object
     * @param extraFields fields that count beyond those that always do: those of the handlers of the kind
     */
    Essence build(Body body, Collection<FieldPath> extraFields);

    /** The fields that keep what was last handled. */
    Set<FieldPath> places(Body body);

    /** What was last handled; null where nothing was, or where it cannot be read (R14). */
    @Nullable
    Essence fetch(Body body);

    /** Why what is stored cannot be read; null where it can, or where nothing is stored (R14). */
    @Nullable
    String problem(Body body);

    /** The patch, and what keeps the essence as last handled. */
    Patch store(Body body, Essence essence, Patch patch);

    /** The patch, with what is kept written in another form: what the patch stores, or else what the object has already (R13). */
    Patch rewrite(Body body, EssenceForm form, Patch patch);
}

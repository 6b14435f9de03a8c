package dev.kopf.runtime.progress;

import dev.kopf.runtime.essence.AnnotationKeys;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Patch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the records of handlers are kept (S-2, S-18…S-22). Implementations are pure: they read objects and add to patches.
 *
 * <p>Immutable and safe for use by several threads.
 */
public interface ProgressStorage {

    /** The annotation that only provokes an event (S-18). */
    String DEFAULT_TOUCH_KEY = "touch-dummy";

    /** In annotations {@code kopf.zalando.org/<id>} (S-2). */
    static ProgressStorage annotations() {
        return annotations(AnnotationKeys.DEFAULT_PREFIX);
    }

    /** In annotations {@code <prefix>/<id>} (S-20). */
    static ProgressStorage annotations(String prefix) {
        return annotations(AnnotationKeys.of(prefix), false, DEFAULT_TOUCH_KEY);
    }

    /**
     * In annotations (S-20).
     *
     * @param keys how they are named
     * @param verbose whether nulls are written
     * @param touchKey the annotation that only provokes an event
     */
    static ProgressStorage annotations(AnnotationKeys keys, boolean verbose, String touchKey) {
        return new AnnotationsProgressStorage(keys, verbose, touchKey);
    }

    /** In {@code status.kopf.progress.<id>} (S-19). */
    static ProgressStorage status() {
        return status("kopf");
    }

    /** In {@code status.<name>.progress.<id>} (S-19). */
    static ProgressStorage status(String name) {
        return status(FieldPath.of("status", name, "progress"), FieldPath.of("status", name, "dummy"));
    }

    /**
     * In maps below a field (S-19).
     *
     * @param field the field, which has one map for each handler
     * @param touchField the field that only provokes an event
     */
    static ProgressStorage status(FieldPath field, FieldPath touchField) {
        return new StatusProgressStorage(field, touchField);
    }

    /** In annotations; what Kopf long ago left in the status is read and purged (S-2, S-21). */
    static ProgressStorage smart() {
        return smart(annotations(), status());
    }

    /** In one storage; what is in the other is read and purged (S-21). */
    static ProgressStorage smart(ProgressStorage current, ProgressStorage legacy) {
        return new MultiProgressStorage(List.of(current, new ReadOnlyProgressStorage(legacy)));
    }

    /** In all of these; the first that has a record is read (S-21). */
    static ProgressStorage multi(List<ProgressStorage> storages) {
        return new MultiProgressStorage(storages);
    }

    /** The record of a handler; null where there is none, or where it cannot be read (R14). */
    @Nullable
    Map<String, @Nullable Object> fetch(HandlerId id, Body body);

    /** Why the record of a handler cannot be read; null where it can, or where there is none (S-10, R14). */
    @Nullable
    String problem(HandlerId id, Body body);

    /** The patch, and what keeps the record of a handler. */
    Patch store(HandlerId id, Map<String, @Nullable Object> record, Body body, Patch patch);

    /**
     * The patch, with a record deleted from the object, or left out of the patch if it is only there (S-15).
     *
     * @param id as it is stored, perhaps by another; it may be none that a handler of ours can have
     */
    Patch purge(String id, Body body, Patch patch);

    /**
     * The patch, and a change that only provokes an event (S-18).
     *
     * @param value the new value; null to remove what an earlier touch left
     */
    Patch touch(@Nullable String value, Body body, Patch patch);

    /**
     * The patch, with the records that it stores cut to what a handler cannot go on without (R13). Nothing to do where their size
     * hardly matters.
     */
    default Patch shorten(Body body, Patch patch) {
        return patch;
    }

    /**
     * The patch, and the mark by which other operators know that what it writes for us is none of theirs (D-5). Kopf writes none where
     * the prefix begins with {@code kopf.}, so that two operators of such prefixes would take each other's writes for changes for ever.
     */
    default Patch mark(Body body, Patch patch) {
        return patch;
    }

    /**
     * The fields that keep a record: where those of two handlers meet, one would be taken for the other (R10).
     *
     * @param id as it is stored, perhaps by another; it may be none that a handler of ours can have
     */
    Set<FieldPath> places(String id, Body body);

    /** The fields that this storage writes beside records, and that no record may be in. */
    Set<FieldPath> reserved(Body body);

    /** The essence without what this storage wrote (D-3). */
    Essence clear(Essence essence);
}

package dev.kopf.runtime.progress;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.cause.CauseDetector;
import dev.kopf.runtime.essence.AnnotationKeys;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.essence.EssenceStorage;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.WatchEvent;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operator keeps on objects, and where: one identity among operators that handle the same kind.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param essences where the last handled essence is kept
 * @param progress where the records of handlers are kept
 * @param finalizer our finalizer (C-20)
 * @param ignoredFields the fields that are no part of an essence (D-1)
 */
public record Persistence(
        EssenceStorage essences, ProgressStorage progress, String finalizer, List<FieldPath> ignoredFields) {

    private static final FieldPath STATUS = FieldPath.of("status");

    public Persistence {
        Objects.requireNonNull(essences, "essences");
        Objects.requireNonNull(progress, "progress");
        Objects.requireNonNull(finalizer, "finalizer");
        ignoredFields = List.copyOf(ignoredFields);
    }

    /** All fields count. */
    public Persistence(EssenceStorage essences, ProgressStorage progress, String finalizer) {
        this(essences, progress, finalizer, List.of());
    }

    /** All in annotations, as Kopf does if nobody says otherwise (D-4, S-2). */
    public static Persistence annotations() {
        return new Persistence(EssenceStorage.annotations(), ProgressStorage.smart(), Finalizers.DEFAULT);
    }

    /** All in annotations of this prefix (D-5, S-20). */
    public static Persistence annotations(String prefix) {
        EssenceStorage essences = EssenceStorage.annotations(prefix, EssenceStorage.DEFAULT_KEY);
        ProgressStorage progress = ProgressStorage.smart(ProgressStorage.annotations(prefix), ProgressStorage.status());
        return new Persistence(
                essences,
                progress,
                prefix.equals(AnnotationKeys.DEFAULT_PREFIX) ? Finalizers.DEFAULT : prefix + "/KopfFinalizerMarker");
    }

    /** All in {@code status.<name>}: results and state are one write then (D-6, S-19, R7). */
    public static Persistence status(String name) {
        return new Persistence(EssenceStorage.status(name), ProgressStorage.status(name), Finalizers.DEFAULT);
    }

    /** All in annotations of this prefix, and in {@code status.<name>} too (D-7, S-21). */
    public static Persistence both(String prefix, String name) {
        Persistence annotations = annotations(prefix);
        Persistence status = status(name);
        return new Persistence(
                EssenceStorage.multi(List.of(annotations.essences(), status.essences())),
                ProgressStorage.multi(List.of(ProgressStorage.annotations(prefix), status.progress())),
                annotations.finalizer());
    }

    /** The same, with another finalizer (C-20). */
    public Persistence withFinalizer(String other) {
        return new Persistence(essences, progress, other, ignoredFields);
    }

    /** The same, with other fields that count for nothing (D-1). */
    public Persistence ignoring(List<FieldPath> fields) {
        return new Persistence(essences, progress, finalizer, fields);
    }

    /**
     * The essence of an object as it is now, without anything that is kept here (D-1…D-3).
     *
     * @param extraFields the fields of the handlers of the kind, in the order of registration
     */
    public Essence essence(Body body, Collection<FieldPath> extraFields) {
        return essence(body, extraFields, List.of());
    }

    /**
     * The essence of an object as it is now, without anything that is kept here (D-1…D-3), and of whose secrets only digests are kept (R12).
     *
     * @param extraFields the fields of the handlers of the kind, in the order of registration
     * @param secrets the places of secrets, with {@code *} for each item of a list and each value of a map
     */
    public Essence essence(Body body, Collection<FieldPath> extraFields, Collection<FieldPath> secrets) {
        Essence essence = progress.clear(essences.build(body, extraFields));
        for (FieldPath field : ignoredFields) {
            essence = essence.without(field);
        }
        return essence.keptWithout(body.uid(), secrets);
    }

    /** The essence that was last handled (D-3); null where there is none, or where it cannot be read (R14). */
    public @Nullable Essence lastHandled(Body body) {
        Essence stored = essences.fetch(body);
        return stored == null ? null : progress.clear(stored);
    }

    /** What happened to an object, by what it says and by what is kept on it, and nothing that is remembered elsewhere. */
    public Cause cause(WatchEvent event, KindHandlers handlers) {
        Body body = event.body();
        Essence essence = essence(body, handlers.extraFields(), handlers.secrets());
        return new CauseDetector(finalizer).detect(event, lastHandled(body), essence, false);
    }

    /** Whether all that is kept here is in the status, and nothing elsewhere. */
    public boolean isInStatus() {
        Body any = new Body(Map.of());
        Set<FieldPath> places = new HashSet<>(progress.places("any", any));
        places.addAll(essences.places(any));
        return places.stream().allMatch(STATUS::isPrefixOf);
    }

    /**
     * A patch as it is to be sent: small enough for the API server, as far as that is in our hands (R13), without what Kopf left on the
     * object only to provoke an event (S-18), and with the mark that other operators know our annotations by (P4).
     */
    public Patch finish(Body body, Patch patch) {
        if (patch.isEmpty()) {
            return patch;
        }
        return StateSize.fitting(this, body, progress.mark(body, progress.touch(null, body, patch)));
    }
}

package dev.kopf.runtime.resource;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our finalizer among the finalizers of an object (C-20, C-25). Pure functions. */
public final class Finalizers {

    /** The finalizer of an operator that names no other (C-20). */
    public static final String DEFAULT = "kopf.zalando.org/KopfFinalizerMarker";

    private static final FieldPath PATH = FieldPath.of("metadata", "finalizers");

    private Finalizers() {}

    /** Whether the object has the finalizer. */
    public static boolean has(Body body, String name) {
        return body.finalizers().contains(name);
    }

    /** Whether the object has a finalizer of somebody else. */
    public static boolean hasForeign(Body body, String name) {
        return !without(body, name).isEmpty();
    }

    /** The finalizers of the object with ours: the others as they are, ours last if it is not there. */
    public static List<@Nullable Object> with(Body body, String name) {
        List<@Nullable Object> finalizers = new ArrayList<>(body.finalizers());
        if (!finalizers.contains(name)) {
            finalizers.add(name);
        }
        return finalizers;
    }

    /** The finalizers of the object without ours, however often it was there: the others as they are. */
    public static List<@Nullable Object> without(Body body, String name) {
        List<@Nullable Object> finalizers = new ArrayList<>(body.finalizers());
        finalizers.removeIf(name::equals);
        return finalizers;
    }

    /**
     * The patch, and the addition of the finalizer, locked to the version of the object: a merge patch replaces the whole list.
     *
     * @return the patch as it is where the finalizer is there
     */
    public static Patch add(Body body, String name, Patch patch) {
        return has(body, name) ? patch : patch.with(PATH, with(body, name)).guardedBy(body.resourceVersion());
    }

    /**
     * The patch, and the removal of the finalizer, locked to the version of the object. A list that is empty then goes entirely.
     *
     * @return the patch as it is where the finalizer is not there
     */
    public static Patch remove(Body body, String name, Patch patch) {
        if (!has(body, name)) {
            return patch;
        }
        List<@Nullable Object> rest = without(body, name);
        return patch.with(PATH, rest.isEmpty() ? null : rest).guardedBy(body.resourceVersion());
    }
}

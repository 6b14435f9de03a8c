package dev.kopf.codegen.gate;

import dev.kopf.codegen.model.Problem;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which breaking changes are meant.
 *
 * @param ignored changes that are not told: all of an id, such as {@code KopfFieldRemoved}, or of one field,
 *     {@code KopfFieldRemoved=EphemeralVolumeClaim:spec.size}
 * @param warned ids of changes that are told and are no errors
 */
public record Tolerance(Set<String> ignored, Set<Problem.Id> warned) {

    /** Nothing is meant: every change is told, and an error unless nothing breaks by it at once. */
    public static final Tolerance NONE = new Tolerance(Set.of(), Set.of());

    public Tolerance {
        ignored = Set.copyOf(ignored);
        warned = Set.copyOf(warned);
    }

    /** Changes that no object and no client of the API breaks by. */
    private static final Set<Problem.Id> ALWAYS_WARNED = EnumSet.of(Problem.Id.KopfStorageChanged);

    boolean ignores(Problem.Id id, String field) {
        return ignored.contains(id.name()) || ignored.contains(id + "=" + field);
    }

    Problem.Severity severity(Problem.Id id) {
        return warned.contains(id) || ALWAYS_WARNED.contains(id) ? Problem.Severity.WARNING : Problem.Severity.ERROR;
    }
}

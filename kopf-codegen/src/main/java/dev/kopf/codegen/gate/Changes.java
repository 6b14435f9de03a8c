package dev.kopf.codegen.gate;

import dev.kopf.codegen.model.Place;
import dev.kopf.codegen.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects breaking changes. Not safe for use by several threads. */
final class Changes {

    private final Tolerance tolerance;
    private final List<Problem> problems = new ArrayList<>();

    Changes(Tolerance tolerance) {
        this.tolerance = tolerance;
    }

    /**
     * Adds a change.
     *
     * @param field what has changed, such as {@code EphemeralVolumeClaim:spec.size}
     * @param place where it stands, or would stand, in the CRD that is to be released
     */
    void add(Problem.Id id, String field, Place place, String message) {
        if (!tolerance.ignores(id, field)) {
            problems.add(new Problem(id, tolerance.severity(id), place, message));
        }
    }

    List<Problem> problems() {
        return problems.stream().distinct().toList();
    }
}

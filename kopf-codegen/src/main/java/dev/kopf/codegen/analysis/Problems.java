package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.Place;
import dev.kopf.codegen.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects problems, so that all of them are told at once. Not safe for use by several threads. */
public final class Problems {

    private final List<Problem> problems = new ArrayList<>();

    /** Starts with what is known already. */
    public Problems(List<Problem> known) {
        problems.addAll(known);
    }

    /** Adds an error of a file or an option as a whole. */
    public void report(Problem.Id id, String source, String message) {
        problems.add(new Problem(id, source, message));
    }

    /** Adds an error. */
    public void report(Problem.Id id, Place place, String message) {
        problems.add(new Problem(id, Problem.Severity.ERROR, place, message));
    }

    /** Adds what keeps nothing from being generated. */
    public void warn(Problem.Id id, Place place, String message) {
        problems.add(new Problem(id, Problem.Severity.WARNING, place, message));
    }

    /** What keeps nothing from being generated. */
    public List<Problem> warnings() {
        return problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.WARNING)
                .toList();
    }

    /** @throws CodegenException with all problems, if there is any error */
    public void throwIfAny() {
        if (warnings().size() < problems.size()) {
            throw new CodegenException(problems);
        }
    }
}

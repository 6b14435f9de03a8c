package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.CodegenException;
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

    /** Adds one. */
    public void report(Problem.Id id, String source, String message) {
        problems.add(new Problem(id, source, message));
    }

    /** @throws CodegenException if there is any */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new CodegenException(problems);
        }
    }
}

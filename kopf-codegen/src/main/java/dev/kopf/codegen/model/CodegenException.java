package dev.kopf.codegen.model;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown once, with all problems. Nothing was written. */
public final class CodegenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** @param problems what is wrong, at least one */
    public CodegenException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong. */
    public List<Problem> problems() {
        return problems;
    }
}

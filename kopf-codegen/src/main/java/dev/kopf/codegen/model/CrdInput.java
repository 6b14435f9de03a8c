package dev.kopf.codegen.model;

import java.util.List;

/**
 * All that was read.
 *
 * @param documents the CRDs, in the order of their files
 * @param problems what could not be read
 */
public record CrdInput(List<CrdDocument> documents, List<Problem> problems) {

    public CrdInput {
        documents = List.copyOf(documents);
        problems = List.copyOf(problems);
    }
}

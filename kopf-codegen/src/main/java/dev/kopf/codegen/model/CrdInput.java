package dev.kopf.codegen.model;

import java.util.List;

/**
 * All that was read.
 *
 * @param documents the CRDs, in the order of their files
 * @param problems what could not be read
 */
public record CrdInput(List<CrdDocument> documents, List<Problem> problems) {

    /** The largest file, in bytes. What a server stores of one CRD is a fortieth of it; a file can hold many. */
    public static final int MAX_FILE_SIZE = 64 * 1024 * 1024;

    public CrdInput {
        documents = List.copyOf(documents);
        problems = List.copyOf(problems);
    }
}

package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.internal.indexing.OperatorIndexes;

/**
 * What the handlers of an operator share.
 *
 * @param memos what they remember
 * @param indexes what objects are found by
 */
public record Shared(Memos memos, OperatorIndexes indexes) {

    /** Without indexes. */
    public Shared() {
        this(new Memos(), OperatorIndexes.NONE);
    }
}

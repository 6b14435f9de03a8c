package dev.kopf.runtime.internal.reactor;

import java.util.concurrent.Executor;

/** Where objects are worked on. Safe for use by several threads. */
interface Places extends Executor {

    /** Whether there are tasks that have not begun; always after one was given that has not. */
    default boolean isCrowded() {
        return true;
    }

    /** How often others have had their turn meanwhile (N-9): what was known before is not what there is. */
    default int turnsOfOthers() {
        return 0;
    }

    /** Whether no task is to begin for now, and none to begin anew. */
    default boolean isPaused() {
        return false;
    }
}

package dev.kopf.runtime.handler;

/** What all handlers of an operator share by memos (M-1). Safe for use by several threads. */
public interface OperatorMemos {

    /**
     * The operator's one of these, which is made when it is first asked for.
     *
     * @throws RuntimeException whatever the author's code throws that makes it; it is tried again when it is asked for again
     */
    <T> T memo(OperatorMemo<T> memo);
}

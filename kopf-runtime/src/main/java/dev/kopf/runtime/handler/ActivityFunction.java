package dev.kopf.runtime.handler;

/** What is done at the start or at the end of an operator. */
@FunctionalInterface
public interface ActivityFunction {

    /**
     * Does it, and returns when it is done.
     *
     * @throws Exception what it means is as with handlers of objects: {@link TemporaryException}, {@link PermanentException}, or what
     *     {@link HandlerOptions#errors()} says
     */
    void run(ActivityContext ctx) throws Exception;
}

package dev.kopf.runtime;

import dev.kopf.runtime.handler.HandlerSource;
import java.util.Collection;
import java.util.List;

/** Makes what {@code run} runs. */
interface Launcher {

    /**
     * Makes an operator, without starting it.
     *
     * @param settings how it works
     * @param namespaces the namespaces to serve; empty for all
     */
    Launched launch(Settings settings, Collection<String> namespaces);

    /** Makes operators with these handlers. */
    static Launcher of(List<HandlerSource> handlers) {
        return (settings, namespaces) -> new LaunchedOperator(Operator.builder()
                .handlers(handlers)
                .settings(settings)
                .namespaces(namespaces)
                .build());
    }

    /** An operator as the command line sees it. */
    interface Launched extends AutoCloseable {

        /** Returns at once. */
        void start();

        /** Returns when it has stopped; throws when it has failed. */
        void join() throws InterruptedException;

        /** Stops it, and returns when it has stopped. Safe for use by several threads. */
        @Override
        void close();
    }
}

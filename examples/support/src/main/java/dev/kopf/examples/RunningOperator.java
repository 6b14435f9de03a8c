package dev.kopf.examples;

import dev.kopf.runtime.Operator;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An operator that can be started again, which takes a new one each time. Not safe for use by several threads. */
final class RunningOperator implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Supplier<Operator> operators;
    private @Nullable Operator operator;

    RunningOperator(Supplier<Operator> operators) {
        this.operators = operators;
    }

    /** Returns when it has seen all that there is. */
    void start() throws InterruptedException {
        Operator started = operators.get();
        operator = started;
        started.start();
        if (!started.awaitReady(PATIENCE)) {
            throw new IllegalStateException("The operator is not ready after " + PATIENCE.toSeconds() + " s.");
        }
    }

    Operator operator() {
        if (operator == null) {
            throw new IllegalStateException("The operator does not run.");
        }
        return operator;
    }

    @Override
    public void close() {
        if (operator != null) {
            operator.close();
            operator = null;
        }
    }
}

package dev.kopf.runtime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Objects;
import java.util.function.IntSupplier;

/**
 * Meters of an operator, for Micrometer, whose {@code micrometer-core} the program adds itself:
 *
 * <pre>{@code new OperatorMetrics(operator).bindTo(registry)}</pre>
 *
 * <p>{@code kopf.handlers.long.running}: how many handlers run now that have been running for two minutes and more (P7). More than zero
 * for long means that a handler hangs; the log has its object and its stack.
 *
 * <p>Immutable and safe for use by several threads. The meters keep the operator from being collected as long as their registry has them.
 */
public final class OperatorMetrics implements MeterBinder {

    private static final String LONG_RUNNING = "kopf.handlers.long.running";

    private final IntSupplier longRunning;

    /** @param operator the operator that is looked at; started or not */
    public OperatorMetrics(Operator operator) {
        this(Objects.requireNonNull(operator, "operator")::longRunningHandlers);
    }

    OperatorMetrics(IntSupplier longRunning) {
        this.longRunning = longRunning;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(LONG_RUNNING, longRunning::getAsInt)
                .description("Handlers that have been running for two minutes and more")
                .baseUnit("handlers")
                .register(registry);
    }
}

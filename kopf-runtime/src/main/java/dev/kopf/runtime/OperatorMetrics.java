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
 * <p>{@code kopf.objects.parked}: how many objects are left alone until they change, as they are nested too deeply to be handled (R14, P7).
 * Each has an event that says so.
 *
 * <p>Immutable and safe for use by several threads. The meters keep the operator from being collected as long as their registry has them.
 */
public final class OperatorMetrics implements MeterBinder {

    private static final String LONG_RUNNING = "kopf.handlers.long.running";

    private static final String PARKED = "kopf.objects.parked";

    private final IntSupplier longRunning;
    private final IntSupplier parked;

    /** @param operator the operator that is looked at; started or not */
    public OperatorMetrics(Operator operator) {
        this(Objects.requireNonNull(operator, "operator")::longRunningHandlers, operator::parkedObjects);
    }

    OperatorMetrics(IntSupplier longRunning, IntSupplier parked) {
        this.longRunning = longRunning;
        this.parked = parked;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(LONG_RUNNING, longRunning::getAsInt)
                .description("Handlers that have been running for two minutes and more")
                .baseUnit("handlers")
                .register(registry);
        Gauge.builder(PARKED, parked::getAsInt)
                .description("Objects that are left alone until they change, as they are nested too deeply")
                .baseUnit("objects")
                .register(registry);
    }
}

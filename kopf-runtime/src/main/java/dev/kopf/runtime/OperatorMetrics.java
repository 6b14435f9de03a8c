package dev.kopf.runtime;

import dev.kopf.runtime.progress.UnsettledObject;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

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
 * <p>{@code kopf.objects.unsettled}: how many objects the operator is not done with, by {@code state}: {@code handling}, {@code queued},
 * {@code retrying}, {@code storing} (P7, {@link UnsettledObject.State}). {@link Operator#unsettledObjects()} names them.
 *
 * <p>{@code kopf.operator.paused}: 1 while the operator makes way for a peer, or waits for a peering object that is mandatory (N-9, P7); the
 * log names whom it is for.
 *
 * <p>{@code kopf.watches.waiting}: how many of the watches are not what they should be: not listed yet, broken, refused (R2, P7).
 * {@link Operator#health()} has what is missing, since when and why.
 *
 * <p>Immutable and safe for use by several threads. The meters keep the operator from being collected as long as their registry has them.
 */
public final class OperatorMetrics implements MeterBinder {

    private static final String LONG_RUNNING = "kopf.handlers.long.running";

    private static final String PARKED = "kopf.objects.parked";

    private static final String UNSETTLED = "kopf.objects.unsettled";

    private static final String WAITING = "kopf.watches.waiting";

    private static final String PAUSED = "kopf.operator.paused";

    private final IntSupplier longRunning;
    private final IntSupplier parked;
    private final Supplier<List<UnsettledObject>> unsettled;
    private final IntSupplier waiting;
    private final BooleanSupplier paused;

    /** @param operator the operator that is looked at; started or not */
    public OperatorMetrics(Operator operator) {
        this(
                Objects.requireNonNull(operator, "operator")::longRunningHandlers,
                operator::parkedObjects,
                operator::unsettledObjects,
                () -> operator.health().waiting().size(),
                operator::isPaused);
    }

    OperatorMetrics(
            IntSupplier longRunning,
            IntSupplier parked,
            Supplier<List<UnsettledObject>> unsettled,
            IntSupplier waiting,
            BooleanSupplier paused) {
        this.longRunning = longRunning;
        this.parked = parked;
        this.unsettled = unsettled;
        this.waiting = waiting;
        this.paused = paused;
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
        for (UnsettledObject.State state : UnsettledObject.State.values()) {
            Gauge.builder(UNSETTLED, () -> count(state))
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .description("Objects that the operator is not done with")
                    .baseUnit("objects")
                    .register(registry);
        }
        Gauge.builder(WAITING, waiting::getAsInt)
                .description("Watches that are not listed yet, broken or refused")
                .baseUnit("watches")
                .register(registry);
        Gauge.builder(PAUSED, () -> paused.getAsBoolean() ? 1 : 0)
                .description("Whether the operator makes way for a peer")
                .register(registry);
    }

    private long count(UnsettledObject.State state) {
        return unsettled.get().stream().filter(each -> each.state() == state).count();
    }
}

package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class OperatorMetricsTest {

    @Test
    void P7_objects_that_are_left_alone_are_a_gauge() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new OperatorMetrics(() -> 3, () -> 2, () -> 5, () -> false).bindTo(registry);

        assertThat(registry.get("kopf.objects.parked").gauge().value()).isEqualTo(2);
        assertThat(registry.get("kopf.watches.waiting").gauge().value()).isEqualTo(5);
    }

    @Test
    void P7_that_the_operator_makes_way_for_a_peer_is_a_gauge() {
        AtomicBoolean paused = new AtomicBoolean(true);
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new OperatorMetrics(() -> 0, () -> 0, () -> 0, paused::get).bindTo(registry);

        assertThat(registry.get("kopf.operator.paused").gauge().value()).isEqualTo(1);
        paused.set(false);
        assertThat(registry.get("kopf.operator.paused").gauge().value()).isZero();
    }

    @Test
    void P7_handlers_that_run_for_long_are_a_gauge() {
        AtomicInteger running = new AtomicInteger();
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new OperatorMetrics(running::get, () -> 0, () -> 0, () -> false).bindTo(registry);

        running.set(3);
        assertThat(registry.get("kopf.handlers.long.running").gauge().value()).isEqualTo(3);
        running.set(0);
        assertThat(registry.get("kopf.handlers.long.running").gauge().value()).isZero();
    }
}

package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class OperatorMetricsTest {

    @Test
    void P7_objects_that_are_left_alone_are_a_gauge() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new OperatorMetrics(() -> 3, () -> 2).bindTo(registry);

        assertThat(registry.get("kopf.objects.parked").gauge().value()).isEqualTo(2);
    }

    @Test
    void P7_handlers_that_run_for_long_are_a_gauge() {
        AtomicInteger running = new AtomicInteger();
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new OperatorMetrics(running::get, () -> 0).bindTo(registry);

        running.set(3);
        assertThat(registry.get("kopf.handlers.long.running").gauge().value()).isEqualTo(3);
        running.set(0);
        assertThat(registry.get("kopf.handlers.long.running").gauge().value()).isZero();
    }
}

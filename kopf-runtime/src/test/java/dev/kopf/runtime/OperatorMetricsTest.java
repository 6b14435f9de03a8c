package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kopf.runtime.progress.UnsettledObject;
import dev.kopf.runtime.progress.UnsettledObject.State;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.ResourceKind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class OperatorMetricsTest {

    @Test
    void P7_objects_that_are_left_alone_are_a_gauge() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new OperatorMetrics(() -> 3, () -> 2, List::of, () -> 5, () -> false).bindTo(registry);

        assertThat(registry.get("kopf.objects.parked").gauge().value()).isEqualTo(2);
        assertThat(registry.get("kopf.watches.waiting").gauge().value()).isEqualTo(5);
    }

    @Test
    void P7_that_the_operator_makes_way_for_a_peer_is_a_gauge() {
        AtomicBoolean paused = new AtomicBoolean(true);
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new OperatorMetrics(() -> 0, () -> 0, List::of, () -> 0, paused::get).bindTo(registry);

        assertThat(registry.get("kopf.operator.paused").gauge().value()).isEqualTo(1);
        paused.set(false);
        assertThat(registry.get("kopf.operator.paused").gauge().value()).isZero();
    }

    @Test
    void P7_objects_that_the_operator_is_not_done_with_are_gauges_by_what_becomes_of_them() {
        ObjectRef object =
                new ObjectRef(ResourceKind.namespaced("example.org", "v1", "Widget", "widgets"), "default", "w", "1");
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new OperatorMetrics(
                        () -> 0,
                        () -> 0,
                        () -> List.of(
                                new UnsettledObject(object, State.RETRYING, Instant.EPOCH, Instant.EPOCH),
                                new UnsettledObject(object, State.RETRYING, Instant.EPOCH, null),
                                new UnsettledObject(object, State.HANDLING, Instant.EPOCH, null)),
                        () -> 0,
                        () -> false)
                .bindTo(registry);

        assertThat(registry.get("kopf.objects.unsettled").gauges())
                .extracting(gauge -> gauge.getId().getTag("state"), Gauge::value)
                .containsExactlyInAnyOrder(
                        tuple("handling", 1.0), tuple("queued", 0.0), tuple("retrying", 2.0), tuple("storing", 0.0));
    }

    @Test
    void P7_handlers_that_run_for_long_are_a_gauge() {
        AtomicInteger running = new AtomicInteger();
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new OperatorMetrics(running::get, () -> 0, List::of, () -> 0, () -> false).bindTo(registry);

        running.set(3);
        assertThat(registry.get("kopf.handlers.long.running").gauge().value()).isEqualTo(3);
        running.set(0);
        assertThat(registry.get("kopf.handlers.long.running").gauge().value()).isZero();
    }
}

package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.resource.Finalizers;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Daemons and timers of a running operator, on threads and a clock of their own (B-1, B-5, B-6, B-14, R6, R8). */
@Timeout(120)
class OperatorDaemonsTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private WidgetCluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = new WidgetCluster();
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private WidgetHandlers patient() {
        return WidgetHandlers.on().daemon("watch", (widget, ctx) -> {
            said.add("begun " + widget.getMetadata().getName());
            boolean stopped = ctx.stopped().await(LONG);
            said.add("ended " + widget.getMetadata().getName());
            return Map.of("stopped", stopped);
        });
    }

    private void awaitSaid(String... what) throws Exception {
        cluster.await(List.of(what).toString(), () -> List.copyOf(said).containsAll(List.of(what)));
    }

    private GenericKubernetesResource widget(String name) {
        return cluster.widget(name).get();
    }

    @Test
    void R8_what_a_daemon_returns_when_the_operator_stops_is_stored_and_the_next_operator_begins_it_again()
            throws Exception {
        try (Operator operator = cluster.operator(patient())) {
            cluster.create("w", Map.of("size", "1Gi"));
            awaitSaid("begun w");
        }
        assertThat(said).containsExactly("begun w", "ended w");
        assertThat(widget("w").<Object>get("status", "watch", "stopped")).isEqualTo(true);
        assertThat(widget("w").getMetadata().getFinalizers()).containsExactly(Finalizers.DEFAULT);

        said.clear();
        try (Operator operator = cluster.operator(patient())) {
            awaitSaid("begun w");
            cluster.widget("w").delete();
            cluster.await("the end of the object", () -> widget("w") == null);
            assertThat(said).containsExactly("begun w", "ended w");
        }
    }

    @Test
    void B_1_a_hundred_daemons_that_wait_hold_up_neither_each_other_nor_handlers() throws Exception {
        WidgetHandlers handlers = patient()
                .create(
                        "made",
                        (widget, ctx) -> said.add("made " + widget.getMetadata().getName()));
        try (Operator operator = cluster.operator(handlers)) {
            for (int i = 0; i < 100; i++) {
                cluster.create("w" + i, Map.of("size", "1Gi"));
            }
            for (int i = 0; i < 100; i++) {
                awaitSaid("begun w" + i, "made w" + i);
            }
        }
        assertThat(said).hasSize(300);
    }

    @Test
    void B_7_a_timer_is_called_again_and_again_and_what_it_sets_is_written() throws Exception {
        HandlerOptions options = HandlerOptions.of("tick").withInterval(Duration.ofMillis(20));
        WidgetHandlers handlers = WidgetHandlers.on().timer(options, (widget, ctx) -> {
            Object before = widget.get("status", "count");
            ctx.patch().setStatus("count", before == null ? 1 : ((Number) before).intValue() + 1);
            return null;
        });
        try (Operator operator = cluster.operator(handlers)) {
            cluster.create("w", Map.of("size", "1Gi"));
            cluster.await("five calls", () -> {
                Object count = widget("w").get("status", "count");
                return count != null && ((Number) count).intValue() >= 5;
            });
            assertThat(widget("w").getMetadata().getFinalizers()).isEmpty();
            cluster.widget("w").delete();
            cluster.await("the end of the object", () -> widget("w") == null);
        }
    }

    @Test
    void B_14_a_daemon_that_ignores_all_of_it_does_not_keep_the_operator_and_is_named() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        WidgetHandlers handlers = WidgetHandlers.on().daemon("deaf", (widget, ctx) -> {
            said.add("begun");
            while (never.getCount() > 0) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    said.add("interrupted");
                }
            }
            return null;
        });
        try (CapturedLog log = new CapturedLog("kopf.operator")) {
            try (Operator operator =
                    cluster.operator(Settings.defaults().withGracePeriod(Duration.ofMillis(100)), handlers)) {
                cluster.create("w", Map.of("size", "1Gi"));
                awaitSaid("begun");
            }
            assertThat(said).contains("interrupted");
            assertThat(log.messages(Level.WARN)).anyMatch(line -> line.contains("Daemon 'deaf' of"));
        } finally {
            never.countDown();
        }
    }
}

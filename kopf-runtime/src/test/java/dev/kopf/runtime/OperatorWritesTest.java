package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.apiserver.traffic.Request;
import dev.kopf.runtime.handler.TemporaryException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writes for each object, as the API server counts them (R7, P4). */
class OperatorWritesTest {

    private static final String SMALL = "{\"spec\":{\"size\":\"1Gi\"}}";
    private static final String LARGE = "{\"spec\":{\"size\":\"2Gi\"}}";

    private WidgetCluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = new WidgetCluster();
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void R7_a_creation_takes_one_write_where_no_finalizer_is_needed() throws Exception {
        try (Operator operator = cluster.operator(WidgetHandlers.on().create("made", (widget, ctx) -> null))) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.awaitHandled("one", SMALL);
        }
        assertThat(cluster.writes("one")).hasSize(1);
    }

    @Test
    void R7_a_creation_takes_two_writes_and_a_deletion_one_where_a_finalizer_is_needed() throws Exception {
        try (Operator operator = cluster.operator(
                WidgetHandlers.on().create("made", (widget, ctx) -> null).delete("gone", (widget, ctx) -> {}))) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.awaitHandled("one", SMALL);
            assertThat(cluster.writes("one")).hasSize(2);

            cluster.server.forgetRequests();
            cluster.widget("one").delete();
            cluster.await("the end of it", () -> cluster.widget("one").get() == null);
        }
        assertThat(cluster.writes("one")).hasSize(1);
    }

    @Test
    void P1_nothing_of_an_object_gets_to_another_one_that_has_its_name() throws Exception {
        List<String> created = new CopyOnWriteArrayList<>();
        try (Operator operator = cluster.operator(WidgetHandlers.on().create("made", (widget, ctx) -> {
            created.add(widget.getMetadata().getUid());
            if (created.size() == 1) {
                cluster.widget("one").delete();
                cluster.create("one", Map.of("size", "1Gi"));
            }
            return Map.of("of", widget.getMetadata().getUid());
        }))) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.await("both to be created", () -> created.size() >= 2);
            cluster.awaitHandled("one", SMALL);
        }
        var there = cluster.widget("one").get();
        assertThat(created)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .last()
                .isEqualTo(there.getMetadata().getUid());
        assertThat(there.<Object>get("status", "made", "of"))
                .isEqualTo(there.getMetadata().getUid());
    }

    @Test
    void R7_an_update_takes_one_write_for_all_handlers_together() throws Exception {
        try (Operator operator = cluster.operator(WidgetHandlers.on()
                .update("first", (widget, before, ctx) -> null)
                .size("second", (widget, size, ctx) -> null)
                .update("third", (widget, before, ctx) -> null))) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.awaitHandled("one", SMALL);
            cluster.server.forgetRequests();

            cluster.patch("one", LARGE);
            cluster.awaitHandled("one", LARGE);
        }
        assertThat(cluster.writes("one")).hasSize(1);
    }

    @Test
    void R7_a_result_takes_one_write_more_and_the_status_goes_first() throws Exception {
        try (Operator operator =
                cluster.operator(WidgetHandlers.on().create("made", (widget, ctx) -> Map.of("volume", "v-1")))) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.awaitHandled("one", SMALL);
        }
        assertThat(cluster.writes("one")).extracting(Request::subresource).containsExactly("status", "");
        assertThat(cluster.widget("one").get().<String>get("status", "made", "volume"))
                .isEqualTo("v-1");
    }

    @Test
    void R7_with_the_state_kept_in_status_a_result_and_the_state_are_one_write() throws Exception {
        Settings inStatus = Settings.defaults().withStateLocation(Settings.StateLocation.STATUS);
        try (Operator operator = cluster.operator(
                inStatus, WidgetHandlers.on().create("made", (widget, ctx) -> Map.of("volume", "v-1")))) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.await(
                    "the result", () -> "v-1".equals(cluster.widget("one").get().get("status", "made", "volume")));
        }
        assertThat(cluster.writes("one")).extracting(Request::subresource).containsExactly("status");
        assertThat(cluster.widget("one").get().<String>get("status", "kopf", "last-handled-configuration"))
                .isEqualTo(SMALL);
    }

    @Test
    void P4_an_event_that_changes_nothing_essential_writes_nothing() throws Exception {
        AtomicInteger events = new AtomicInteger();
        try (Operator operator = cluster.operator(WidgetHandlers.on()
                .update("changed", (widget, before, ctx) -> null)
                .event("seen", (widget, ctx) -> events.incrementAndGet()))) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.awaitHandled("one", SMALL);
            int before = events.get();
            cluster.server.forgetRequests();

            cluster.widget("one").editStatus(widget -> {
                widget.setAdditionalProperty("status", Map.of("phase", "Bound"));
                return widget;
            });
            cluster.await("the event", () -> events.get() > before);
        }
        assertThat(cluster.writes("one")).isEmpty();
    }

    @Test
    void R7_a_change_that_no_handler_sees_writes_nothing() throws Exception {
        AtomicInteger events = new AtomicInteger();
        try (Operator operator = cluster.operator(WidgetHandlers.on()
                .size("size", (widget, size, ctx) -> null)
                .event("seen", (widget, ctx) -> events.incrementAndGet()))) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.awaitHandled("one", SMALL);
            int before = events.get();
            cluster.server.forgetRequests();

            cluster.patch("one", "{\"spec\":{\"color\":\"red\"}}");
            cluster.await("the event", () -> events.get() > before);
        }
        assertThat(cluster.writes("one")).isEmpty();
    }

    @Test
    void each_attempt_that_must_be_remembered_takes_one_write() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        try (Operator operator = cluster.operator(WidgetHandlers.on().create("made", (widget, ctx) -> {
            if (attempts.incrementAndGet() < 3) {
                throw new TemporaryException("Not yet.", Duration.ofMillis(20));
            }
            return null;
        }))) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.awaitHandled("one", SMALL);
        }
        assertThat(attempts).hasValue(3);
        assertThat(cluster.writes("one")).hasSize(3);
        assertThat(cluster.annotations("one").keySet()).containsExactly("kopf.zalando.org/last-handled-configuration");
    }

    @Test
    void after_the_list_nothing_is_read_but_the_watch() throws Exception {
        try (Operator operator = cluster.operator(
                WidgetHandlers.on().create("made", (widget, ctx) -> "done").delete("gone", (widget, ctx) -> {}))) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.awaitHandled("one", SMALL);
            cluster.widget("one").delete();
            cluster.await("the end of it", () -> cluster.widget("one").get() == null);
        }
        List<String> reads = cluster.ofOperators().stream()
                .filter(request -> !request.isWrite())
                .map(Request::verb)
                .toList();
        assertThat(reads).containsExactly("list", "watch");
    }
}

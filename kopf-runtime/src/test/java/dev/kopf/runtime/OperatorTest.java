package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.handler.ErrorMode;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.PermanentException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperatorTest {

    private static final String SMALL = "{\"spec\":{\"size\":\"1Gi\"}}";
    private static final String LARGE = "{\"spec\":{\"size\":\"2Gi\"}}";

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private WidgetCluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = new WidgetCluster();
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private WidgetHandlers recording() {
        return WidgetHandlers.on()
                .create("made", (widget, ctx) -> calls.add("create"))
                .size("size", (widget, size, ctx) -> calls.add(size.oldValue() + " -> " + size.newValue()))
                .resume("resumed", (widget, ctx) -> calls.add("resume"))
                .delete("gone", (widget, ctx) -> calls.add("delete"));
    }

    @Test
    void an_object_made_before_the_start_is_handled_at_the_start() throws Exception {
        cluster.create("one", Map.of("size", "1Gi"));
        try (Operator operator = cluster.operator(recording())) {
            cluster.awaitHandled("one", SMALL);
        }
        assertThat(calls).containsExactly("create");
    }

    @Test
    void an_object_that_was_handled_is_resumed_and_not_handled_again() throws Exception {
        cluster.create("one", Map.of("size", "1Gi"));
        try (Operator operator = cluster.operator(recording())) {
            cluster.awaitHandled("one", SMALL);
        }
        cluster.server.forgetRequests();
        try (Operator operator = cluster.operator(recording())) {
            cluster.await("the resume", () -> calls.contains("resume"));
        }
        assertThat(calls).containsExactly("create", "resume");
        assertThat(cluster.annotations("one")).doesNotContainKey("kopf.zalando.org/resumed");
    }

    @Test
    void a_change_made_while_the_operator_was_down_is_handled_with_its_old_and_new_value() throws Exception {
        cluster.create("one", Map.of("size", "1Gi"));
        try (Operator operator = cluster.operator(recording())) {
            cluster.awaitHandled("one", SMALL);
        }
        cluster.patch("one", LARGE);
        try (Operator operator = cluster.operator(recording())) {
            cluster.awaitHandled("one", LARGE);
        }
        assertThat(calls).containsExactly("create", "1Gi -> 2Gi", "resume");
    }

    @Test
    void a_deletion_while_the_operator_was_down_is_handled() throws Exception {
        cluster.create("one", Map.of("size", "1Gi"));
        try (Operator operator = cluster.operator(recording())) {
            cluster.awaitHandled("one", SMALL);
        }
        cluster.widget("one").delete();
        try (Operator operator = cluster.operator(recording())) {
            cluster.await("the end of it", () -> cluster.widget("one").get() == null);
        }
        assertThat(calls).containsExactly("create", "delete");
    }

    @Test
    void handlers_of_several_sources_run_in_the_order_of_registration() throws Exception {
        try (Operator operator = cluster.operator(
                WidgetHandlers.on()
                        .create("one", (widget, ctx) -> calls.add("first"))
                        .create("two", (widget, ctx) -> calls.add("second")),
                WidgetHandlers.on().create("three", (widget, ctx) -> calls.add("third")))) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.awaitHandled("one", SMALL);
        }
        assertThat(calls).containsExactly("first", "second", "third");
    }

    @Test
    void R2_the_watch_goes_on_after_cut_connections_and_a_history_that_is_too_old() throws Exception {
        try (Operator operator = cluster.operator(recording())) {
            cluster.server.faults().compactHistory();
            cluster.server.faults().dropWatches();
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.awaitHandled("one", SMALL);

            cluster.server.faults().failNext(2, 500, request -> request.verb().equals("watch"));
            cluster.server.faults().dropWatches();
            cluster.patch("one", LARGE);
            cluster.awaitHandled("one", LARGE);
        }
        assertThat(calls).containsExactly("create", "1Gi -> 2Gi");
    }

    @Test
    void R3_a_write_that_failed_is_tried_again_and_the_handler_is_not() throws Exception {
        try (Operator operator = cluster.operator(recording())) {
            cluster.server.faults().failNext(1, 500, request -> request.verb().equals("patch"));
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.awaitHandled("one", SMALL);
            cluster.server.faults().failNext(1, 503, request -> request.verb().equals("patch"));
            cluster.patch("one", LARGE);
            cluster.awaitHandled("one", LARGE);
        }
        assertThat(calls).containsExactly("create", "1Gi -> 2Gi");
    }

    @Test
    void R15_an_error_thrown_by_a_handler_is_retried_and_holds_up_no_other_object() throws Exception {
        try (Operator operator = cluster.operator(WidgetHandlers.on().create("made", (widget, ctx) -> {
            if (widget.getMetadata().getName().equals("poison")) {
                throw new StackOverflowError("deep");
            }
            return null;
        }))) {
            cluster.create("poison", Map.of("size", "1Gi"));
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.awaitHandled("one", SMALL);
            cluster.await("the record", () -> cluster.annotations("poison").containsKey("kopf.zalando.org/made"));
        }
        assertThat(cluster.annotations("poison").get("kopf.zalando.org/made"))
                .contains("\"retries\":1", "\"message\":\"deep\"", "\"delayed\"");
    }

    @Test
    void P2_a_hung_handler_holds_up_no_other_object() throws Exception {
        CountDownLatch forever = new CountDownLatch(1);
        Settings impatient = Settings.defaults().withGracePeriod(Duration.ZERO);
        try (Operator operator = cluster.operator(impatient, WidgetHandlers.on().create("made", (widget, ctx) -> {
            if (widget.getMetadata().getName().startsWith("hung")) {
                forever.await();
            }
            return null;
        }))) {
            for (int i = 0; i < 40; i++) {
                cluster.create("hung-" + i, Map.of("size", "1Gi"));
            }
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.awaitHandled("one", SMALL);
        }
    }

    @Test
    void R8_what_a_running_handler_finishes_while_the_operator_stops_is_stored() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        Operator operator = cluster.operator(WidgetHandlers.on()
                .create("slow", (widget, ctx) -> {
                    running.countDown();
                    finish.await();
                    return calls.add("slow");
                })
                .create("next", (widget, ctx) -> calls.add("next")));
        cluster.create("one", Map.of("size", "1Gi"));
        running.await();
        Thread stopping = new Thread(operator::close);
        stopping.start();
        finish.countDown();
        stopping.join();
        // Whether the second handler was still called depends on which came first; what ran is stored either way.
        Map<String, String> annotations = cluster.annotations("one");
        assertThat(annotations.getOrDefault("kopf.zalando.org/slow", "\"success\":true"))
                .contains("\"success\":true");
        try (Operator next = cluster.operator(WidgetHandlers.on()
                .create("slow", (widget, ctx) -> calls.add("slow"))
                .create("next", (widget, ctx) -> calls.add("next")))) {
            cluster.awaitHandled("one", SMALL);
        }
        assertThat(calls).containsExactly("slow", "next");
    }

    @Test
    void a_handler_that_failed_for_good_is_not_called_again_for_the_same_state() throws Exception {
        WidgetHandlers refusing = WidgetHandlers.on().create("made", (widget, ctx) -> {
            calls.add("create");
            throw new PermanentException("Size must be set.");
        });
        try (Operator operator = cluster.operator(refusing)) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.awaitHandled("one", SMALL);
        }
        try (Operator operator = cluster.operator(refusing)) {
            cluster.create("two", Map.of("size", "1Gi"));
            cluster.awaitHandled("two", SMALL);
        }
        assertThat(calls).containsExactly("create", "create");
    }

    @Test
    void an_operator_waits_for_a_crd_that_is_installed_later() throws Exception {
        cluster.client
                .apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName("widgets.example.org")
                .delete();
        try (Operator operator = Operator.builder()
                .handlers(recording())
                .kubeconfig(cluster.server.kubeconfig())
                .build()) {
            operator.start();
            assertThat(operator.awaitReady(Duration.ofMillis(1))).isFalse();
            cluster.server.createCrds(java.nio.file.Path.of(
                    OperatorTest.class.getResource("/crds/widgets.yaml").toURI()));
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.awaitHandled("one", SMALL);
        }
    }

    @Test
    void R10_two_handlers_of_one_id_are_refused_at_the_start() {
        assertThatThrownBy(() -> Operator.builder()
                        .handlers(WidgetHandlers.on()
                                .create("same", (widget, ctx) -> null)
                                .delete("same", (widget, ctx) -> {}))
                        .kubeconfig(cluster.server.kubeconfig())
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("have the id 'same'")
                .hasMessageContaining("CREATE")
                .hasMessageContaining("DELETE");
    }

    @Test
    void R10_two_handlers_whose_ids_share_a_record_are_refused_at_the_start() {
        assertThatThrownBy(() -> Operator.builder()
                        .handlers(WidgetHandlers.on()
                                .create("a.b", (widget, ctx) -> null)
                                .create("a/b", (widget, ctx) -> null))
                        .kubeconfig(cluster.server.kubeconfig())
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a.b'")
                .hasMessageContaining("'a/b'");
    }

    @Test
    void a_result_that_is_not_json_is_a_clear_failure_of_its_handler() throws Exception {
        try (Operator operator = cluster.operator(WidgetHandlers.on().create("made", (widget, ctx) -> new Object()))) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.awaitHandled("one", SMALL);
        }
        assertThat(cluster.widget("one").get().<Object>get("status")).isNull();
    }

    @Test
    void P1_a_handler_that_is_interrupted_at_the_end_leaves_no_record_however_it_says_so() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch forever = new CountDownLatch(1);
        HandlerOptions strict =
                HandlerOptions.of("made").withErrors(ErrorMode.PERMANENT).withRetries(1);
        Operator operator = cluster.operator(
                Settings.defaults().withGracePeriod(Duration.ZERO),
                WidgetHandlers.on().create(strict, (widget, ctx) -> {
                    running.countDown();
                    try {
                        forever.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException("wrapped as libraries do", e);
                    }
                    return null;
                }));
        cluster.create("one", Map.of("size", "1Gi"));
        running.await();
        operator.close();

        assertThat(cluster.annotations("one")).isEmpty();
    }
}

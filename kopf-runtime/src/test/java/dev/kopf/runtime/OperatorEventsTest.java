package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.PermanentException;
import io.fabric8.kubernetes.api.model.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events as the API server takes and shows them (E-1…E-4, R11). */
final class OperatorEventsTest {

    private WidgetCluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = new WidgetCluster();
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private List<Event> events() {
        return cluster.client.v1().events().inNamespace("default").list().getItems();
    }

    private boolean has(String reason) {
        return events().stream().anyMatch(event -> event.getReason().equals(reason));
    }

    @Test
    void E1_handlers_post_events_about_their_object_and_about_others() throws Exception {
        try (Operator operator = cluster.operator(WidgetHandlers.on().create("made", (widget, ctx) -> {
            ctx.info("Made", "It is made.");
            ctx.exception("It failed:", new IllegalStateException("no room"));
            ctx.eventsOf(Map.of(
                            "apiVersion", "v1", "kind", "Pod", "metadata", Map.of("name", "p", "namespace", "default")))
                    .warn("Crowded", "There is no room.");
            return null;
        }))) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.await("the events", () -> has("Made") && has("IllegalStateException") && has("Crowded"));
        }
        Event made = events().stream()
                .filter(event -> event.getReason().equals("Made"))
                .findFirst()
                .orElseThrow();
        assertThat(made.getType()).isEqualTo("Normal");
        assertThat(made.getMessage()).isEqualTo("It is made.");
        assertThat(made.getInvolvedObject().getName()).isEqualTo("one");
        assertThat(made.getInvolvedObject().getUid())
                .isEqualTo(cluster.widget("one").get().getMetadata().getUid());
        assertThat(made.getMetadata().getName()).startsWith("kopf-event-");
        assertThat(events()).anyMatch(event -> "It failed: no room".equals(event.getMessage()));
        assertThat(events())
                .anyMatch(event -> event.getType().equals("Warning")
                        && event.getInvolvedObject().getKind().equals("Pod"));
    }

    @Test
    void E2_what_is_logged_of_an_object_is_posted_where_that_is_on() throws Exception {
        Settings settings = Settings.defaults().withPosting(Settings.Posting.DEFAULTS.withLoggers(true));
        try (Operator operator = cluster.operator(
                settings,
                WidgetHandlers.on()
                        .create("made", (widget, ctx) -> {
                            ctx.logger().warn("It is {} large.", "too");
                            return null;
                        })
                        .event("seen", (widget, ctx) -> ctx.logger().warn("never posted")))) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.await(
                    "the events",
                    () -> events().stream().anyMatch(event -> "Handler 'made' succeeded.".equals(event.getMessage())));
        }
        assertThat(events()).extracting(Event::getReason).containsOnly("Logging");
        assertThat(events())
                .extracting(event -> event.getType() + " " + event.getMessage())
                .contains("Warning It is too large.", "Normal Handler 'made' succeeded.")
                .noneMatch(line -> line.contains("never posted"));
    }

    @Test
    void E2_by_default_nothing_is_posted_that_no_handler_posts() throws Exception {
        try (Operator operator = cluster.operator(WidgetHandlers.on().create("made", (widget, ctx) -> {
            ctx.logger().warn("hello");
            return null;
        }))) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.awaitHandled("one", "{\"spec\":{\"size\":\"1Gi\"}}");
        }
        assertThat(events()).isEmpty();
    }

    @Test
    void R11_a_delete_handler_that_failed_for_good_says_so() throws Exception {
        try (Operator operator = cluster.operator(WidgetHandlers.on().delete("gone", (widget, ctx) -> {
            throw new PermanentException("The disk is still mounted.");
        }))) {
            cluster.create("one", Map.of("size", "1Gi"));
            cluster.await(
                    "the finalizer",
                    () -> !cluster.widget("one")
                            .get()
                            .getMetadata()
                            .getFinalizers()
                            .isEmpty());
            cluster.widget("one").delete();
            cluster.await("the event", () -> has("DeletionFailed"));
        }
        assertThat(events())
                .extracting(event -> event.getType() + " " + event.getMessage())
                .containsExactly("Warning Handler 'gone' failed for good: The disk is still mounted.");
    }
}

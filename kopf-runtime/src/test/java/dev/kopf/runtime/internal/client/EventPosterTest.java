package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/** Events are posted beside the work, counted where they repeat, and never without end (E-3…E-7). */
final class EventPosterTest {

    private static final EventSubject WIDGET = new EventSubject("example.org/v1", "Widget", "w", "uid-1", "ns");

    private final FakeTimers timers = new FakeTimers();
    private final Events api = new Events();
    private final EventPoster poster = poster(true, Level.INFO);

    private EventPoster poster(boolean enabled, Level level) {
        EventPoster.Source source = new EventPoster.Source("kopf", "dev");
        return new EventPoster(api, timers, new EventPoster.Options(enabled, false, level, source, "kopf-event-"));
    }

    private void post(String message) {
        poster.post(WIDGET, "Normal", "Done", message);
    }

    @Test
    void E4_an_event_says_what_it_is_about_and_when_it_was() {
        post("It is done.");

        assertThat(api.requests).singleElement().asString().startsWith("POST /api/v1/namespaces/ns/events {");
        Map<String, @Nullable Object> event = api.bodies.get(0);
        assertThat(Json.write(event.get("involvedObject")))
                .isEqualTo("{\"apiVersion\":\"example.org/v1\",\"kind\":\"Widget\",\"name\":\"w\",\"uid\":\"uid-1\","
                        + "\"namespace\":\"ns\"}");
        assertThat(FieldPath.parse("metadata.generateName").resolve(event)).isEqualTo("kopf-event-");
        assertThat(event)
                .containsEntry("type", "Normal")
                .containsEntry("reason", "Done")
                .containsEntry("message", "It is done.")
                .containsEntry("action", "Action?")
                .containsEntry("reportingComponent", "kopf")
                .containsEntry("reportingInstance", "dev")
                .containsEntry("source", Map.of("component", "kopf"))
                .containsEntry("firstTimestamp", "2026-01-01T00:00:00Z")
                .containsEntry("lastTimestamp", "2026-01-01T00:00:00Z")
                .containsEntry("eventTime", "2026-01-01T00:00:00.000000Z");
    }

    @Test
    void E4_events_about_objects_of_the_cluster_are_in_the_default_namespace() {
        poster.post(new EventSubject("v1", "Node", "n", "", null), "Normal", "Done", "x");

        assertThat(api.requests).singleElement().asString().startsWith("POST /api/v1/namespaces/default/events ");
    }

    @Test
    void an_event_that_cannot_be_sent_at_all_holds_up_none_of_those_behind_it() {
        AtomicInteger asked = new AtomicInteger();
        EventPoster posting = new EventPoster(
                new Answering(request -> {
                    int number = asked.incrementAndGet();
                    if (number == 1 || number == 3) {
                        throw new IllegalStateException("a bug");
                    }
                    return CompletableFuture.completedFuture(Answering.answer(number == 2 ? 503 : 201, "{}"));
                }),
                timers,
                new EventPoster.Options(true, false, Level.INFO, new EventPoster.Source("kopf", "dev"), "kopf-event-"));
        posting.post(WIDGET, "Normal", "First", "x");
        posting.post(WIDGET, "Normal", "Second", "x"); // is refused, and then cannot be sent again
        timers.advance(Duration.ofMinutes(1));
        posting.post(WIDGET, "Normal", "Third", "x");

        assertThat(asked).hasValue(4);
    }

    @Test
    void E5_the_middle_of_a_long_message_is_cut_out() {
        post("a".repeat(600) + "😀".repeat(600));

        String message = String.valueOf(api.bodies.get(0).get("message"));
        assertThat(message.codePointCount(0, message.length())).isEqualTo(1024);
        assertThat(message).startsWith("a".repeat(511) + "...😀").endsWith("😀");
        post("b".repeat(1024));
        assertThat(api.bodies.get(1).get("message")).isEqualTo("b".repeat(1024));
    }

    @Test
    void E3_nothing_is_posted_where_events_are_off() {
        poster(false, Level.INFO).post(WIDGET, "Normal", "Done", "x");

        assertThat(api.requests).isEmpty();
        assertThat(poster(true, Level.WARN).takes(Level.INFO)).isFalse();
        assertThat(poster(true, Level.WARN).takes(Level.WARN)).isTrue();
    }

    @Test
    void E7_nothing_is_posted_about_events() {
        poster.post(new EventSubject("v1", "Event", "e", "", "ns"), "Normal", "Done", "x");

        assertThat(api.requests).isEmpty();
    }

    @Test
    void E6_the_same_event_again_is_counted_in_the_one_that_is_there() {
        post("again");
        timers.advance(Duration.ofMinutes(1));
        post("again");
        post("again");
        post("another");

        assertThat(api.requests.get(1))
                .isEqualTo("PATCH /api/v1/namespaces/ns/events/event-1 "
                        + "{\"count\":2,\"lastTimestamp\":\"2026-01-01T00:01:00Z\"}");
        assertThat(api.requests.get(2)).contains("\"count\":3");
        assertThat(api.requests.get(3)).startsWith("POST ");
    }

    @Test
    void E6_an_event_that_has_expired_or_is_long_ago_is_posted_anew() {
        post("again");
        api.answers.add(404);
        post("again");
        assertThat(api.requests).hasSize(3);
        assertThat(api.requests.get(2)).startsWith("POST ");
        timers.advance(Duration.ofMinutes(11));
        post("again");
        assertThat(api.requests.get(3)).startsWith("POST ");
    }

    @Test
    void E6_an_object_has_so_many_events_at_once_and_then_one_in_five_minutes() {
        for (int i = 0; i < 40; i++) {
            post("number " + i);
        }
        assertThat(api.requests).hasSize(25);
        poster.post(new EventSubject("example.org/v1", "Widget", "other", "uid-2", "ns"), "Normal", "Done", "x");
        assertThat(api.requests).as("of one object only").hasSize(26);
        timers.advance(Duration.ofMinutes(5));
        post("later");
        post("too soon");
        assertThat(api.requests).hasSize(27);
    }

    @Test
    void E6_an_object_whose_events_are_dropped_is_named_in_the_log_once_in_ten_minutes() {
        try (CapturedLog log = new CapturedLog("kopf.events")) {
            for (int i = 0; i < 30; i++) {
                post("number " + i);
            }
            assertThat(warnings(log))
                    .containsExactly(
                            "There are too many events about Widget ns/w: beyond 25 at once, and then one in five"
                                    + " minutes, they are dropped. The first one is Normal Done.");

            timers.advance(Duration.ofMinutes(9));
            post("let through");
            post("too soon");
            assertThat(warnings(log)).hasSize(1);
            timers.advance(Duration.ofMinutes(2));
            post("let through");
            post("too soon again");
            assertThat(warnings(log)).hasSize(2);
        }
    }

    @Test
    void E6_what_is_posted_of_the_log_takes_no_room_from_what_its_author_posts() {
        try (CapturedLog log = new CapturedLog("kopf.events")) {
            for (int i = 0; i < 30; i++) {
                poster.post(WIDGET, "Normal", "Logging", "line " + i);
            }
            poster.post(WIDGET, "Warning", "NoRoom", "The disk is full.");

            assertThat(api.bodies).hasSize(26);
            assertThat(api.bodies.get(25)).containsEntry("reason", "NoRoom");
            assertThat(warnings(log))
                    .singleElement()
                    .asString()
                    .startsWith("There are too many events of the log of Widget ns/w: ");
        }
    }

    private static List<String> warnings(CapturedLog log) {
        return log.messages().stream()
                .filter(message -> message.startsWith("There are too many events"))
                .toList();
    }

    @Test
    void E6_what_cannot_be_posted_is_dropped_and_told_once() {
        try (CapturedLog log = new CapturedLog("kopf.events")) {
            api.answers.addAll(List.of(403, 403, 403, 403, 403, 403));
            post("one");
            timers.advance(Duration.ofMinutes(1));
            post("two");
            timers.advance(Duration.ofMinutes(1));
            post("three");
            assertThat(log.messages())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "An event was dropped, as it cannot be posted: Not allowed to create events in namespace"
                                    + " ns. A Role or ClusterRole with this rule would allow it: {apiGroups: [\"\"], resources:"
                                    + " [\"events\"], verbs: [\"create\"]}.");
        }
        assertThat(api.bodies.get(api.bodies.size() - 1)).containsEntry("message", "three");
    }

    @Test
    void E6_whoever_posts_never_waits_and_what_is_too_much_is_dropped_and_counted() {
        try (CapturedLog log = new CapturedLog("kopf.events")) {
            CompletableFuture<ApiResponse> hanging = new CompletableFuture<>();
            api.hanging = hanging;
            for (int i = 0; i < 1_050; i++) {
                poster.post(new EventSubject("v1", "Pod", "p" + i, "", "ns"), "Normal", "Done", "x");
            }
            assertThat(api.requests).hasSize(1);
            api.hanging = null;
            hanging.completeExceptionally(new IllegalStateException("closed"));
            assertThat(api.requests).hasSize(1_001);
            assertThat(log.messages()).contains("49 events were dropped, as they came too fast.");
        }
    }

    @Test
    void E6_what_fails_in_passing_is_posted_again() {
        api.answers.addAll(List.of(500, 0));
        post("at last");
        timers.advance(Duration.ofSeconds(3));

        assertThat(api.requests).hasSize(3);
    }

    /** An API server of events. */
    private static final class Events implements Transport {

        private final List<String> requests = new ArrayList<>();
        private final List<Map<String, @Nullable Object>> bodies = new ArrayList<>();
        private final List<Integer> answers = new ArrayList<>();
        private @Nullable CompletableFuture<ApiResponse> hanging;

        @Override
        public String server() {
            return "http://events";
        }

        @Override
        public CompletableFuture<ApiResponse> send(ApiRequest request) {
            requests.add(request + " " + request.body());
            bodies.add(Json.map(Json.parse(String.valueOf(request.body()))));
            if (hanging != null) {
                return hanging;
            }
            int status = answers.isEmpty() ? 201 : answers.remove(0);
            if (status == 0) {
                return CompletableFuture.failedFuture(new ConnectException("refused"));
            }
            String body = status == 201 ? "{\"metadata\":{\"name\":\"event-" + requests.size() + "\"}}" : "{}";
            return CompletableFuture.completedFuture(
                    new ApiResponse(status, body.getBytes(StandardCharsets.UTF_8), null));
        }

        @Override
        public Stream stream(ApiRequest request, Listener listener) {
            throw new UnsupportedOperationException("nobody watches");
        }

        @Override
        public void close() {}
    }
}

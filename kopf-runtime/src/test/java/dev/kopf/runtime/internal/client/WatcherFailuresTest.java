package dev.kopf.runtime.internal.client;

import static dev.kopf.runtime.internal.client.FakeApi.COLLECTION;
import static dev.kopf.runtime.internal.client.FakeApi.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.internal.client.Watcher.State;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A watch never dies silently (R2). */
final class WatcherFailuresTest {

    private static final String LIST = "GET " + COLLECTION + "?limit";
    private static final String WATCH = "GET " + COLLECTION + "?watch";
    private static final String FROM_101 = "=true&allowWatchBookmarks=true&resourceVersion=101";

    private final WatchedWidgets widgets = new WatchedWidgets();
    private final FakeApi api = widgets.api;
    private final CapturedLog log = new CapturedLog("kopf.watching");

    @BeforeEach
    void there_is_a_widget() {
        api.create("a", "{}");
    }

    @AfterEach
    void detach() {
        log.close();
    }

    @Test
    void R2_a_watch_that_is_too_old_is_listed_anew() {
        widgets.start();
        api.error(410);
        api.pump();
        widgets.advance(Duration.ofSeconds(1));

        assertThat(widgets.heard).containsExactly("LISTED a", "LISTED a");
        assertThat(api.watching()).isEqualTo(1);
    }

    @Test
    void R2_a_watch_that_is_refused_as_too_old_is_listed_anew() {
        api.refuse(WATCH, 410);
        widgets.start();
        widgets.advance(Duration.ofSeconds(1));

        assertThat(widgets.heard).containsExactly("LISTED a", "LISTED a");
        assertThat(api.watching()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void R2_a_watch_that_is_always_too_old_does_not_flood_the_server(boolean asEvent) {
        if (asEvent) {
            api.answer(LIST, "{\"metadata\":{\"resourceVersion\":\"1\"},\"items\":[]}");
            api.compact();
            for (int i = 0; i < 200; i++) {
                api.answer(LIST, "{\"metadata\":{\"resourceVersion\":\"1\"},\"items\":[]}");
            }
        } else {
            for (int i = 0; i < 200; i++) {
                api.refuse(WATCH, 410);
            }
        }
        widgets.start();
        for (int i = 0; i < 60; i++) {
            widgets.advance(Duration.ofSeconds(1));
        }

        assertThat(api.requests).hasSizeLessThan(40);
        assertThat(log.messages()).hasSizeLessThan(20);
    }

    @Test
    void R2_a_list_that_goes_stale_in_the_middle_begins_anew() {
        api.create("b", "{}");
        api.pageSize(1);
        api.refuse(LIST + "=500&continue", 410);
        widgets.start();
        assertThat(widgets.listed).isEmpty();
        widgets.advance(Duration.ofSeconds(1));

        assertThat(widgets.heard).containsExactly("LISTED a", "LISTED a", "LISTED b");
        assertThat(widgets.listed).containsExactly(Set.of("uid-1", "uid-2"));
    }

    @Test
    void R2_what_is_not_watched_is_told_with_since_when_and_why_until_it_is() {
        api.refuse(LIST, 403);
        api.refuse(LIST, 500);
        Instant start = widgets.timers.instant();
        assertThat(widgets.watcher.outage().why()).isEqualTo("It has not been listed to its end yet.");
        widgets.start();
        assertThat(widgets.watcher.outage().why()).startsWith("Not allowed to list");
        widgets.advance(Duration.ofMillis(100));
        assertThat(widgets.watcher.outage().why()).contains("500");
        assertThat(widgets.watcher.outage().since()).isEqualTo(start);
        assertThat(widgets.watcher.outage().what()).contains("widgets", "default");
        widgets.advance(Duration.ofMillis(200));
        assertThat(widgets.watcher.state()).isEqualTo(State.WATCHING);
        assertThat(widgets.watcher.outage()).isNotNull();
        widgets.advance(Duration.ofMillis(1001));
        assertThat(widgets.watcher.outage()).isNull();

        widgets.advance(Duration.ofSeconds(10));
        Instant broken = widgets.timers.instant();
        api.refuse(LIST, 503);
        api.end(new Transport.End.Broken(new IOException("cut")));
        api.pump();
        assertThat(widgets.watcher.outage().since()).isEqualTo(broken);
        widgets.advance(Duration.ofSeconds(1));
        assertThat(widgets.watcher.outage().since()).isEqualTo(broken);
        widgets.advance(Duration.ofSeconds(5));
        assertThat(widgets.watcher.outage()).isNull();
    }

    @Test
    void R2_pauses_grow_while_the_server_fails() {
        for (int i = 0; i < 100; i++) {
            api.refuse(LIST, i % 2 == 0 ? 500 : 403);
        }
        widgets.start();
        api.requests.clear();

        for (long pause : new long[] {100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600, 30_000, 30_000}) {
            widgets.advance(Duration.ofMillis(pause - 1));
            assertThat(api.requests).isEmpty();
            widgets.advance(Duration.ofMillis(1));
            assertThat(api.requests).hasSize(1);
            api.requests.clear();
        }
    }

    @Test
    void R2_a_server_that_cannot_be_reached_is_asked_again() {
        api.disconnect("GET " + GROUP);
        api.disconnect(LIST);
        api.disconnect(WATCH);
        widgets.start();
        assertThat(log.messages())
                .containsExactly(
                        "Cannot reach the API server at http://fake: the connection was refused. Trying again in 0.1 s.");
        widgets.advance(Duration.ofSeconds(2));
        widgets.advance(Duration.ofSeconds(2));

        assertThat(widgets.watcher.state()).isEqualTo(State.WATCHING);
    }

    @Test
    void R2_errors_in_a_watch_are_paused_after_for_longer_and_longer() {
        widgets.start();
        for (int i = 0; i < 100; i++) {
            api.error(500);
            api.pump();
            widgets.advance(Duration.ofSeconds(1));
        }

        assertThat(widgets.listed).hasSizeLessThan(20);
        assertThat(log.messages()).hasSizeLessThan(13);
    }

    @Test
    void R2_a_line_that_cannot_be_read_is_listed_anew() {
        widgets.start();
        api.line("{\"type\":\"ADD");
        api.pump();
        assertThat(widgets.watcher.state()).isEqualTo(State.PAUSING);
        widgets.advance(Duration.ofMillis(100));

        assertThat(widgets.heard).containsExactly("LISTED a", "LISTED a");
        assertThat(log.messages().get(0))
                .startsWith("A line of the watch of widgets.v1.example.org in namespace default");
    }

    @Test
    void R2_a_list_without_a_version_is_asked_for_again() {
        api.answer(LIST, "{\"items\":[]}");
        widgets.start();
        widgets.advance(Duration.ofSeconds(1));

        assertThat(api.requests).noneMatch(request -> request.contains("resourceVersion=null"));
        assertThat(widgets.watcher.state()).isEqualTo(State.WATCHING);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 500, 504})
    void R2_a_version_that_the_server_refuses_is_not_watched_from_for_ever(int status) {
        widgets.start();
        for (int i = 0; i < 5; i++) {
            api.refuse(WATCH, status);
        }
        widgets.advance(Duration.ofSeconds(2));
        api.end(new Transport.End.Closed());
        api.pump();
        for (int i = 0; i < 5; i++) {
            widgets.advance(Duration.ofSeconds(1));
        }

        assertThat(widgets.heard).hasSizeGreaterThan(1);
    }

    @Test
    void R2_a_bug_in_whoever_hears_of_it_does_not_end_the_watch() {
        widgets.failOnce();
        widgets.start();
        widgets.advance(Duration.ofSeconds(1));
        assertThat(widgets.heard).containsExactly("LISTED a");

        widgets.failOnce();
        api.patch("a", "{\"spec\": {\"size\": 2}}");
        api.pump();
        widgets.advance(Duration.ofSeconds(1));
        assertThat(widgets.heard).containsExactly("LISTED a", "LISTED a");
        assertThat(api.watching()).isEqualTo(1);
    }

    @Test
    void R2_a_watch_begins_anew_though_there_is_no_memory_for_that_at_first() {
        widgets.start();
        widgets.advance(Duration.ofSeconds(1));

        widgets.failOnce();
        widgets.timers.failNext(2);
        api.patch("a", "{\"spec\": {\"size\": 2}}");
        api.pump();
        widgets.advance(Duration.ofSeconds(1));
        assertThat(widgets.heard).containsExactly("LISTED a", "LISTED a");
        assertThat(api.watching()).isEqualTo(1);
    }

    @Test
    void R2_how_a_kind_is_served_is_told_again_to_whoever_has_not_heard_it_to_its_end() {
        widgets.failOnceAt("served");
        widgets.start();
        widgets.advance(Duration.ofSeconds(1));

        assertThat(widgets.served).hasSize(1);
        assertThat(widgets.heard).containsExactly("LISTED a");
    }

    @Test
    void N10_that_a_watch_has_caught_up_is_told_again_to_whoever_has_not_heard_it_to_its_end() {
        widgets.start();
        widgets.watcher.fallBehind();
        widgets.failOnceAt("caught up");
        widgets.watcher.catchUp();
        api.pump();
        widgets.advance(Duration.ofSeconds(1));

        assertThat(widgets.heard).anyMatch(line -> line.startsWith("BEHIND UNTIL"));
        assertThat(api.watching()).isEqualTo(1);
    }

    @Test
    void R2_a_watch_that_ends_while_the_system_gives_no_thread_is_watched_again() {
        widgets.start();
        api.threadless(true);
        api.end(new Transport.End.Closed());
        api.pump();
        api.threadless(false);
        for (int i = 0; i < 60; i++) {
            widgets.advance(Duration.ofMinutes(1));
        }
        api.create("b", "{}");
        api.pump();

        assertThat(widgets.heard).endsWith("ADDED b");
    }

    @Test
    void R2_a_watch_that_falls_silent_while_the_system_gives_no_thread_is_watched_again() {
        widgets.start();
        api.threadless(true);
        for (int i = 0; i < 10; i++) {
            widgets.advance(WatchedWidgets.INACTIVITY);
        }
        api.threadless(false);
        for (int i = 0; i < 60; i++) {
            widgets.advance(Duration.ofMinutes(1));
        }
        api.create("b", "{}");
        api.pump();

        assertThat(widgets.heard).endsWith("ADDED b");
        assertThat(log.messages(Level.WARN))
                .contains("The watch of widgets.v1.example.org in namespace default could not be ended. It is not heard"
                        + " any more.");
    }

    @Test
    void R8_a_watch_that_cannot_be_ended_is_not_heard_after_the_end() {
        widgets.start();
        api.threadless(true);
        widgets.watcher.close();
        api.create("b", "{}");
        api.pump();

        assertThat(widgets.heard).containsExactly("LISTED a");
        assertThat(widgets.timers.waiting()).isZero();
    }

    @Test
    void R2_a_watch_goes_on_after_a_bug_that_there_is_no_memory_to_tell_of() {
        log.when("", () -> {
            throw new OutOfMemoryError("no memory for words");
        });
        widgets.failOnce();
        widgets.start();
        log.when("", () -> {});
        widgets.advance(Duration.ofSeconds(1));

        assertThat(widgets.heard).containsExactly("LISTED a");
        assertThat(api.watching()).isEqualTo(1);
    }

    @Test
    void R4_objects_that_vanished_during_a_gap_are_told() {
        api.create("b", "{}");
        widgets.start();
        api.end(new Transport.End.Broken(new IOException("reset")));
        api.pump();
        api.delete("a");
        api.compact();
        widgets.advance(Duration.ofSeconds(1));
        widgets.advance(Duration.ofSeconds(1));

        assertThat(widgets.listed).containsExactly(Set.of("uid-1", "uid-2"), Set.of("uid-2"));
    }

    @Test
    void R2_a_kind_that_is_missing_is_waited_for() {
        api.served(false);
        widgets.start();
        for (int i = 0; i < 20; i++) {
            widgets.advance(Duration.ofSeconds(10));
        }
        assertThat(widgets.heard).isEmpty();
        assertThat(log.messages().get(0)).contains("Install its CRD", "widgets.example.org");
        api.served(true);
        widgets.advance(Duration.ofSeconds(30));

        assertThat(widgets.heard).containsExactly("LISTED a");
        assertThat(widgets.served).containsExactly(true);
    }

    @Test
    void R2_a_kind_that_is_served_in_another_version_is_waited_for_and_named_with_the_handlers() {
        api.servedAs("v2");
        widgets.start();
        widgets.advance(Duration.ofSeconds(30));
        assertThat(log.messages().get(0))
                .contains("does not serve widgets.v1.example.org, but v2 of example.org.")
                .contains("these handlers are not called: Widgets.onCreate, Widgets.onDelete.");
        api.served(true);
        widgets.advance(Duration.ofSeconds(30));

        assertThat(widgets.heard).containsExactly("LISTED a");
    }

    @Test
    void R17_a_missing_permission_is_named_with_the_rule_that_would_grant_it() {
        api.refuse(LIST, 403);
        api.refuse(WATCH, 403);
        widgets.start();
        widgets.advance(Duration.ofSeconds(1));

        assertThat(log.messages())
                .anySatisfy(
                        message -> assertThat(message)
                                .startsWith(
                                        "Not allowed to list widgets.example.org in namespace default. A Role or ClusterRole with this rule "
                                                + "would allow it: {apiGroups: [\"example.org\"], resources: [\"widgets\"], verbs: [\"list\"]}."))
                .anySatisfy(message -> assertThat(message).contains("verbs: [\"watch\"]"));
    }

    @Test
    void R17_a_discovery_that_is_forbidden_names_the_role_that_allows_it() {
        api.refuse("GET " + GROUP, 403);
        widgets.start();

        assertThat(log.messages()).singleElement().asString().contains("system:discovery", GROUP);
    }

    @Test
    void the_same_problem_is_said_at_first_and_then_when_it_lasts() {
        for (int i = 0; i < 100; i++) {
            api.refuse(LIST, 500);
        }
        widgets.start();
        for (int i = 0; i < 126; i++) {
            widgets.advance(Duration.ofMillis(100));
        }

        assertThat(log.messages(Level.WARN)).hasSize(2);
        assertThat(log.messages(Level.WARN).get(1)).endsWith("Trying again in 6.4 s.");
    }

    @Test
    void a_problem_that_comes_back_after_all_was_well_is_said_again() {
        api.refuse(LIST, 500);
        widgets.start();
        widgets.advance(Duration.ofSeconds(1));
        api.patch("a", "{\"spec\": {\"size\": 2}}");
        api.error(410);
        api.refuse(LIST, 500);
        api.pump();
        widgets.advance(Duration.ofSeconds(1));

        assertThat(log.messages(Level.WARN)).hasSize(2);
    }

    @Test
    void R2_a_watch_that_worked_however_quiet_it_was_is_not_paused_for_longer_and_longer() {
        widgets.start();
        for (int i = 0; i < 10; i++) {
            widgets.advance(Duration.ofSeconds(3));
            api.end(new Transport.End.Broken(new IOException("cut by a proxy")));
            api.pump();
            widgets.advance(Duration.ofMillis(100));
            assertThat(widgets.watcher.state()).isEqualTo(State.WATCHING);
        }
    }

    @Test
    void R2_a_server_whose_versions_went_back_while_the_connection_was_broken_is_listed_anew() {
        widgets.start();
        api.end(new Transport.End.Broken(new IOException("restarted")));
        api.pump();
        api.answer(LIST + "=1", "{\"metadata\":{\"resourceVersion\":\"5\"},\"items\":[]}");
        api.requests.clear();
        widgets.advance(Duration.ofMillis(100));

        assertThat(api.requests).contains(LIST + "=500");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 503})
    void R2_a_server_whose_versions_went_back_while_it_refused_the_watch_is_listed_anew(int status) {
        widgets.start();
        api.bookmark("5000");
        api.pump();
        api.end(new Transport.End.Closed());
        api.refuse(WATCH, status);
        api.pump();
        widgets.advance(Duration.ofMillis(100));
        api.requests.clear();
        widgets.advance(Duration.ofMillis(100));

        assertThat(api.requests).startsWith(LIST + "=1").contains(LIST + "=500");
        assertThat(widgets.heard).containsExactly("LISTED a", "HISTORY RESTORED", "LISTED a");
        assertThat(api.watching()).isEqualTo(1);
    }

    @Test
    void R2_a_server_whose_versions_went_back_and_that_is_silent_since_is_listed_anew() {
        widgets.start();
        api.bookmark("5000");
        api.pump();
        widgets.advance(WatchedWidgets.INACTIVITY);

        assertThat(widgets.heard).containsExactly("LISTED a", "HISTORY RESTORED", "LISTED a");
        assertThat(api.watching()).isEqualTo(1);
    }

    @Test
    void R2_a_watch_that_is_refused_again_and_again_is_asked_for_after_longer_and_longer_pauses() {
        widgets.start();
        for (int i = 0; i < 200; i++) {
            api.refuse(WATCH, 503);
        }
        widgets.advance(Duration.ofSeconds(2));
        api.end(new Transport.End.Closed());
        api.pump();
        api.requests.clear();
        for (int i = 0; i < 60; i++) {
            widgets.advance(Duration.ofSeconds(1));
        }

        assertThat(api.requests).hasSizeBetween(10, 24).containsOnly(LIST + "=1", WATCH + FROM_101);
    }

    @Test
    void R2_what_happens_while_a_proxy_ends_each_watch_at_once_is_seen_in_lists() {
        widgets.start();
        api.end(new Transport.End.Closed());
        api.pump();
        api.create("b", "{}");
        widgets.advance(Duration.ofMillis(100));

        assertThat(widgets.heard).containsExactly("LISTED a", "LISTED a", "LISTED b");
        assertThat(log.messages(Level.INFO).get(0))
                .isEqualTo("The watch of widgets.v1.example.org in namespace default ended at once, without a line, as"
                        + " behind a proxy that does not let streams through; it is listed anew. Trying again.");
    }

    @Test
    void R2_P7_while_no_watch_is_answered_people_are_told_and_what_happens_is_found_in_lists() {
        widgets.start();
        api.mute(true);
        api.end(new Transport.End.Closed());
        api.pump();
        widgets.advance(WatchedWidgets.INACTIVITY);
        api.create("b", "{}");
        widgets.advance(WatchedWidgets.INACTIVITY.plusSeconds(1));

        assertThat(widgets.heard).contains("LISTED b");
        assertThat(widgets.watcher.outage().why())
                .isEqualTo("The watch of widgets.v1.example.org in namespace default was not answered within 70.0 s; it"
                        + " is listed anew.");
        api.mute(false);
        widgets.advance(WatchedWidgets.INACTIVITY.plusSeconds(1));
        widgets.advance(Duration.ofSeconds(2));
        assertThat(widgets.watcher.outage()).isNull();
    }

    @Test
    void R2_a_proxy_that_ends_each_watch_at_once_is_not_flooded_and_people_are_told() {
        widgets.start();
        for (int i = 0; i < 600; i++) {
            api.end(new Transport.End.Closed());
            api.pump();
            widgets.advance(Duration.ofMillis(100));
        }

        assertThat(api.requests).hasSizeBetween(20, 40);
        assertThat(log.messages(Level.WARN)).hasSizeBetween(3, 6);
    }

    @Test
    void a_watch_that_ended_after_a_line_goes_on_from_there() {
        widgets.start();
        api.bookmark("101");
        api.end(new Transport.End.Closed());
        api.pump();
        api.requests.clear();
        widgets.advance(Duration.ofMillis(100));

        assertThat(api.requests).containsExactly(WATCH + FROM_101);
    }

    @Test
    void watches_that_end_together_do_not_come_back_together() {
        WatchedWidgets others = new WatchedWidgets(() -> 1);
        others.api.create("a", "{}");
        others.start();
        others.api.bookmark("101");
        others.api.end(new Transport.End.Closed());
        others.api.pump();
        others.advance(Duration.ofMillis(90));

        assertThat(others.api.watching()).isEqualTo(1);
    }

    @Test
    void R2_a_silence_that_lasts_takes_two_requests_each_time() {
        widgets.start();
        api.requests.clear();
        for (int i = 0; i < 10; i++) {
            widgets.advance(WatchedWidgets.INACTIVITY);
        }

        assertThat(api.requests).hasSize(20).containsOnly(LIST + "=1", WATCH + FROM_101);
    }

    @Test
    void R2_a_head_of_the_list_without_a_version_tells_nothing_and_is_asked_for_again() {
        widgets.start();
        api.bookmark("5000");
        api.pump();
        api.answer(LIST, "{}");
        widgets.advance(WatchedWidgets.INACTIVITY);
        assertThat(widgets.watcher.state()).isEqualTo(State.PAUSING);
        widgets.advance(Duration.ofMillis(100));

        assertThat(widgets.heard).containsExactly("LISTED a", "HISTORY RESTORED", "LISTED a");
    }
}

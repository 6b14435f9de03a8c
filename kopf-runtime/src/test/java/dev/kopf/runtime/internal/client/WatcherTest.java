package dev.kopf.runtime.internal.client;

import static dev.kopf.runtime.internal.client.FakeApi.COLLECTION;
import static dev.kopf.runtime.internal.client.FakeApi.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.internal.client.Watcher.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a watcher goes from state to state when all is well, and when a connection only ends (W-2…W-5). */
final class WatcherTest {

    private final WatchedWidgets widgets = new WatchedWidgets();
    private final FakeApi api = widgets.api;

    @BeforeEach
    void there_is_a_widget() {
        api.create("a", "{}");
    }

    @Test
    void lists_and_then_watches_from_there() {
        widgets.start();
        api.create("b", "{}");
        api.patch("a", "{\"spec\": {\"size\": 1}}");
        api.delete("b");
        api.pump();

        assertThat(widgets.heard).containsExactly("LISTED a", "ADDED b", "MODIFIED a", "DELETED b");
        assertThat(api.requests)
                .containsExactly(
                        "GET " + GROUP,
                        "GET " + COLLECTION + "?limit=500",
                        "GET " + COLLECTION + "?watch=true&allowWatchBookmarks=true&resourceVersion=101");
        assertThat(widgets.served).containsExactly(true);
    }

    @Test
    void objects_of_a_list_know_their_kind() {
        api.answer("GET " + COLLECTION, "{\"metadata\":{\"resourceVersion\":\"7\"},\"items\":[{\"metadata\":{}}]}");
        widgets.start();

        assertThat(widgets.last().body().fields())
                .containsEntry("apiVersion", "example.org/v1")
                .containsEntry("kind", "Widget");
    }

    @Test
    void a_list_comes_in_chunks_and_is_complete_after_the_last() {
        api.create("b", "{}");
        api.create("c", "{}");
        api.pageSize(2);
        widgets.start();

        assertThat(widgets.heard).containsExactly("LISTED a", "LISTED b", "LISTED c");
        assertThat(widgets.listed).hasSize(1);
        assertThat(widgets.listed.get(0)).containsExactlyInAnyOrder("uid-1", "uid-2", "uid-3");
    }

    @Test
    void after_a_regular_end_the_watch_resumes_from_the_last_version() {
        widgets.start();
        api.patch("a", "{\"spec\": {\"size\": 1}}");
        api.pump();
        api.requests.clear();

        api.end(new Transport.End.Closed());
        api.pump();
        api.patch("a", "{\"spec\": {\"size\": 2}}");
        widgets.advance(Duration.ofMillis(100));

        assertThat(api.requests).hasSize(1);
        assertThat(api.requests.get(0)).endsWith("resourceVersion=102");
        assertThat(widgets.heard).containsExactly("LISTED a", "MODIFIED a", "MODIFIED a");
    }

    @Test
    void a_broken_watch_resumes_from_the_last_version() {
        widgets.start();
        api.end(new Transport.End.Broken(new IOException("reset")));
        api.pump();
        assertThat(widgets.watcher.state()).isEqualTo(State.PAUSING);
        api.patch("a", "{\"spec\": {\"size\": 2}}");

        widgets.advance(Duration.ofMillis(100));

        assertThat(widgets.watcher.state()).isEqualTo(State.WATCHING);
        assertThat(widgets.heard).containsExactly("LISTED a", "MODIFIED a");
    }

    @Test
    void bookmarks_advance_the_version_and_are_not_told() {
        widgets.start();
        api.bookmark("150");
        api.end(new Transport.End.Closed());
        api.pump();
        widgets.advance(Duration.ofMillis(100));

        assertThat(api.requests.get(api.requests.size() - 1)).endsWith("resourceVersion=150");
        assertThat(widgets.heard).containsExactly("LISTED a");
    }

    @Test
    void an_event_of_unknown_type_is_ignored() {
        widgets.start();
        api.line("{\"type\":\"SURPRISE\",\"object\":{}}");
        api.patch("a", "{\"spec\": {\"size\": 2}}");
        api.pump();

        assertThat(widgets.heard).containsExactly("LISTED a", "MODIFIED a");
    }

    @Test
    void a_silent_connection_is_given_up_after_the_inactivity_timeout() {
        widgets.start();
        api.requests.clear();

        widgets.advance(WatchedWidgets.INACTIVITY.minusMillis(1));
        assertThat(api.requests).isEmpty();
        widgets.advance(Duration.ofMillis(1));

        assertThat(api.requests)
                .containsExactly(
                        "GET " + COLLECTION + "?limit=1",
                        "GET " + COLLECTION + "?watch=true&allowWatchBookmarks=true&resourceVersion=101");
        assertThat(api.watching()).isEqualTo(1);
        assertThat(api.givenUp()).isEqualTo(1);
    }

    @Test
    void R2_a_silent_connection_is_given_up_also_where_the_clock_went_back() {
        widgets.start();
        api.requests.clear();

        widgets.setClock(Duration.ofHours(-6));
        widgets.advance(WatchedWidgets.INACTIVITY);

        assertThat(api.requests).anyMatch(request -> request.contains("watch=true"));
    }

    @Test
    void whatever_is_heard_begins_the_silence_anew() {
        widgets.start();
        widgets.advance(Duration.ofSeconds(60));
        api.bookmark("101");
        api.pump();
        api.requests.clear();

        widgets.advance(Duration.ofSeconds(69));
        assertThat(api.requests).isEmpty();
        widgets.advance(Duration.ofSeconds(1));
        assertThat(api.requests).hasSize(2);
    }

    @Test
    void closing_ends_all_of_it() {
        widgets.start();
        api.create("b", "{}");
        widgets.watcher.close();
        api.requests.clear();
        api.pump();
        widgets.advance(Duration.ofHours(1));

        assertThat(widgets.watcher.state()).isEqualTo(State.CLOSED);
        assertThat(widgets.heard).containsExactly("LISTED a");
        assertThat(api.requests).isEmpty();
        assertThat(api.watching()).isZero();
        assertThat(widgets.timers.waiting()).isZero();
    }

    @Test
    void closing_ends_a_pause_too() {
        api.served(false);
        widgets.start();
        widgets.watcher.close();
        api.requests.clear();
        widgets.advance(Duration.ofHours(1));

        assertThat(api.requests).isEmpty();
    }

    @Test
    void a_list_from_before_what_was_seen_tells_that_the_history_went_back() {
        widgets.start();
        api.error(410);
        api.answer(
                "GET " + COLLECTION + "?limit",
                "{\"metadata\":{\"resourceVersion\":\"50\"},\"items\":[{\"metadata\":{\"name\":\"a\",\"uid\":\"uid-1\"}}]}");
        api.pump();
        widgets.advance(Duration.ofSeconds(1));

        assertThat(widgets.heard).startsWith("LISTED a", "HISTORY RESTORED", "LISTED a");
    }

    private void catchUp() {
        widgets.watcher.fallBehind();
        widgets.watcher.catchUp();
    }

    @Test
    void N10_one_that_is_to_catch_up_asks_for_the_newest_version_and_watches_on_from_where_it_was() {
        widgets.start();
        api.patch("a", "{\"spec\": {\"size\": 1}}"); // which it is late to tell of
        api.requests.clear();

        catchUp();
        api.create("b", "{}");
        api.pump();

        assertThat(widgets.heard).containsExactly("LISTED a", "BEHIND", "BEHIND UNTIL 102", "MODIFIED a", "ADDED b");
        assertThat(api.requests)
                .containsExactly(
                        "GET " + COLLECTION + "?limit=1",
                        "GET " + COLLECTION + "?watch=true&allowWatchBookmarks=true&resourceVersion=101");
        assertThat(api.watching()).isEqualTo(1);
    }

    @Test
    void N10_a_list_that_was_begun_before_others_had_ended_begins_anew() {
        CompletableFuture<ApiResponse> before = api.hold("GET " + COLLECTION);
        widgets.start();

        catchUp();
        byte[] list = "{\"metadata\":{\"resourceVersion\":\"7\"},\"items\":[]}".getBytes(StandardCharsets.UTF_8);
        before.complete(new ApiResponse(200, list, null));
        api.pump();

        assertThat(widgets.heard).containsExactly("BEHIND", "BEHIND UNTIL 101", "LISTED a");
        assertThat(widgets.listed).hasSize(1);
    }

    @Test
    void N10_one_that_waits_to_watch_again_finds_out_first_how_far_it_is_behind() {
        widgets.start();
        api.patch("a", "{\"spec\": {\"size\": 1}}");
        api.pump();
        api.end(new Transport.End.Closed());
        api.pump();
        assertThat(widgets.watcher.state()).isEqualTo(State.PAUSING);
        api.requests.clear();

        catchUp();
        assertThat(api.requests).isEmpty();
        widgets.advance(Duration.ofMillis(100));

        assertThat(widgets.heard).containsExactly("LISTED a", "MODIFIED a", "BEHIND", "BEHIND UNTIL 102");
        assertThat(api.requests).hasSize(2);
        assertThat(widgets.watcher.state()).isEqualTo(State.WATCHING);
    }

    @Test
    void N10_one_that_cannot_find_out_how_far_it_is_behind_tries_again_and_tells_of_nothing_until_then() {
        widgets.start();
        api.refuse("GET " + COLLECTION + "?limit=1", 500);
        catchUp();
        api.patch("a", "{\"spec\": {\"size\": 1}}");
        api.pump();
        assertThat(widgets.heard).containsExactly("LISTED a", "BEHIND");

        widgets.advance(Duration.ofMillis(100));

        assertThat(widgets.heard).containsExactly("LISTED a", "BEHIND", "BEHIND UNTIL 102", "MODIFIED a");
    }

    @Test
    void N10_where_the_versions_went_back_the_new_list_tells_how_far_it_goes() {
        widgets.start();
        api.bookmark("5000");
        api.pump();

        catchUp();
        api.pump();

        assertThat(widgets.heard)
                .containsExactly("LISTED a", "BEHIND", "HISTORY RESTORED", "BEHIND UNTIL 101", "LISTED a");
    }

    @Test
    void one_that_is_closed_does_not_catch_up() {
        widgets.start();
        widgets.watcher.close();
        api.requests.clear();

        catchUp();

        assertThat(widgets.heard).containsExactly("LISTED a");
        assertThat(api.requests).isEmpty();
    }

    @Test
    void R2_one_that_breaks_off_when_it_is_to_catch_up_lists_and_watches_again() {
        widgets.start();
        api.crash("GET " + COLLECTION + "?limit=1");
        catchUp();
        assertThat(widgets.watcher.state()).isEqualTo(State.PAUSING);

        widgets.advance(Duration.ofSeconds(1));

        assertThat(widgets.watcher.state()).isEqualTo(State.WATCHING);
        assertThat(widgets.heard).containsExactly("LISTED a", "BEHIND", "BEHIND UNTIL 101", "LISTED a");
    }

    @Test
    void N10_one_that_is_to_catch_up_between_two_chunks_of_a_list_lists_anew() {
        api.create("b", "{}");
        api.pageSize(1);
        CompletableFuture<ApiResponse> second = api.hold("GET " + COLLECTION + "?limit=500&continue");
        widgets.start();
        assertThat(widgets.heard).containsExactly("LISTED a");

        catchUp();
        catchUp();
        assertThat(second.isDone()).isFalse();
        api.pump();

        assertThat(widgets.heard)
                .containsExactly(
                        "LISTED a", "BEHIND", "BEHIND UNTIL 102", "LISTED a", "LISTED b", "BEHIND", "BEHIND UNTIL 102");
        assertThat(widgets.listed.get(widgets.listed.size() - 1)).containsExactlyInAnyOrder("uid-1", "uid-2");
        assertThat(widgets.watcher.state()).isEqualTo(State.WATCHING);
    }

    @Test
    void N10_one_whose_kind_is_gone_when_it_is_to_catch_up_waits_for_the_kind() {
        widgets.start();
        api.served(false);
        api.refuse("GET " + COLLECTION + "?limit=1", 404);
        catchUp();
        api.pump();
        assertThat(widgets.watcher.state()).isEqualTo(State.PAUSING);
        api.served(true);

        widgets.advance(Duration.ofMinutes(1));

        assertThat(widgets.watcher.state()).isEqualTo(State.WATCHING);
        assertThat(widgets.heard).containsExactly("LISTED a", "BEHIND", "BEHIND UNTIL 101", "LISTED a");
    }
}

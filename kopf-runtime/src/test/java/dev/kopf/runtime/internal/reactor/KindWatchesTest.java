package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.internal.client.ApiRequest;
import dev.kopf.runtime.internal.client.ApiResponse;
import dev.kopf.runtime.internal.client.FakeApi;
import dev.kopf.runtime.internal.client.FakeTimers;
import dev.kopf.runtime.internal.client.ServedKind;
import dev.kopf.runtime.internal.client.Transport;
import dev.kopf.runtime.internal.client.Watcher;
import dev.kopf.runtime.resource.WatchEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The watches of a kind in many namespaces. */
final class KindWatchesTest {

    private static final int MANY = 3 * KindWatches.MOST_BEGINNING;

    private final FakeApi api = new FakeApi();
    private final FakeTimers timers = new FakeTimers();

    /** The namespaces whose watches have fallen behind, and those whose have caught up since. */
    private final List<String> behind = new ArrayList<>();

    private final List<String> caughtUp = new ArrayList<>();

    /** The namespaces that an event was heard of. */
    private final List<String> heard = new ArrayList<>();

    private final KindWatches watches = new KindWatches(
            WidgetHandlers.KIND, (namespace, with, beginning) -> new Listener(String.valueOf(namespace), beginning));

    private final class Listener implements Watcher.Listener {
        private final String namespace;
        private final KindWatches.Beginning beginning;

        Listener(String namespace, KindWatches.Beginning beginning) {
            this.namespace = namespace;
            this.beginning = beginning;
        }

        @Override
        public void onServed(ServedKind kind) {}

        @Override
        public void onEvent(WatchEvent event) {
            heard.add(namespace);
        }

        @Override
        public void onHistoryRestored() {}

        @Override
        public void onListed(Set<String> uids) {
            beginning.listed();
        }

        @Override
        public void onCatchingUp(@Nullable String until) {
            (until == null ? behind : caughtUp).add(namespace);
        }
    }

    /** In each namespace there is what there is in one. */
    private final class Everywhere implements Transport {
        private ApiRequest there(ApiRequest request) {
            return ApiRequest.get(request.path().replaceAll("/namespaces/[^/]+/", "/namespaces/default/"));
        }

        @Override
        public String server() {
            return api.server();
        }

        @Override
        public CompletableFuture<ApiResponse> send(ApiRequest request) {
            return api.send(there(request));
        }

        @Override
        public Stream stream(ApiRequest request, Transport.Listener listener) {
            return api.stream(there(request), listener);
        }

        @Override
        public void close() {}
    }

    @Test
    void N10_of_many_watches_all_fall_behind_at_once_and_catch_up_a_few_at_a_time() {
        watches.begin(
                () -> IntStream.range(0, MANY).mapToObj(i -> "n" + i).toList(),
                new Watcher.Surroundings(
                        new Everywhere(), timers, Duration.ofDays(1), Duration.ofMillis(100), () -> 0));
        timers.advance(Duration.ofSeconds(1));
        api.pump();
        assertThat(api.watching()).isEqualTo(MANY);

        watches.catchUp();

        assertThat(behind).doesNotHaveDuplicates().hasSize(MANY);
        assertThat(caughtUp).hasSize(KindWatches.MOST_BEGINNING);
        timers.advance(Duration.ofSeconds(1));
        assertThat(caughtUp).containsExactlyInAnyOrderElementsOf(behind);
        api.pump();
        assertThat(api.watching()).isEqualTo(MANY);
    }

    @Test
    void R8_watches_that_cannot_be_ended_keep_no_others_from_their_end() {
        watches.begin(
                () -> List.of("one", "two", "three"),
                new Watcher.Surroundings(
                        new Everywhere(), timers, Duration.ofDays(1), Duration.ofMillis(100), () -> 0));
        api.pump();
        try (CapturedLog log = new CapturedLog("kopf.watching")) {
            log.when("", () -> {
                throw new OutOfMemoryError("no memory for words");
            });
            api.threadless(true);
            watches.close();
        }
        api.create("a", "{}");
        api.pump();

        assertThat(api.watching()).isEqualTo(3);
        assertThat(heard).isEmpty();
    }
}

package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.internal.Race;
import dev.kopf.runtime.resource.WatchEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Answers, lines and timers come from threads of their own. Each test fails within a few rounds where a lock of {@link Watcher} is taken away. */
final class WatcherThreadsTest {

    private static final int ROUNDS = 300;
    private static final int LINES = 20;

    @Test
    void R8_nothing_is_heard_after_the_watcher_is_closed() {
        try (Race race = new Race();
                CapturedLog quiet = new CapturedLog("kopf.watching", Level.OFF)) {
            for (int round = 0; round < ROUNDS; round++) {
                Watched watched = new Watched();
                int after = round % LINES;
                race.run(watched::speak, () -> {
                    watched.awaitHeard(after);
                    watched.watcher.close();
                    watched.closed = true;
                });

                assertThat(watched.problems).isEmpty();
            }
        }
    }

    @Test
    void R2_of_two_streams_only_the_newer_one_is_heard_and_it_goes_on_where_the_other_was_left() {
        try (Race race = new Race();
                CapturedLog quiet = new CapturedLog("kopf.watching", Level.OFF)) {
            for (int round = 0; round < ROUNDS; round++) {
                Watched watched = new Watched();
                int after = round % LINES;
                race.run(watched::speak, () -> {
                    watched.awaitHeard(after);
                    watched.timers.tasks.get(0).run();
                });

                assertThat(watched.streams).hasSize(2);
                assertThat(watched.problems).isEmpty();
            }
        }
    }

    /** A watcher on a server of one widget, which checks what it is told. */
    private static final class Watched implements Transport, Watcher.Listener {

        final HeldTimers timers = new HeldTimers();
        final List<Transport.Listener> streams = new CopyOnWriteArrayList<>();
        final List<String> problems = new CopyOnWriteArrayList<>();
        final Watcher watcher = new Watcher(
                WidgetHandlers.KIND,
                "default",
                new Watcher.Surroundings(
                        this, timers, Duration.ZERO, Duration.ZERO, () -> 0), // ever so little is silence
                this);
        volatile boolean closed;
        private volatile String last = "1";

        Watched() {
            watcher.start();
        }

        /** Lines come on the first stream. */
        void speak() {
            IntStream.range(0, LINES).forEach(i -> {
                String line =
                        "{\"type\":\"MODIFIED\",\"object\":{\"metadata\":{\"resourceVersion\":\"" + (2 + i) + "\"}}}";
                streams.get(0).onLine(line.getBytes(StandardCharsets.UTF_8));
            });
        }

        void awaitHeard(int lines) {
            while (Integer.parseInt(last) <= lines) {
                Race.giveWay();
            }
        }

        @Override
        public String server() {
            return "http://one";
        }

        @Override
        public CompletableFuture<ApiResponse> send(ApiRequest request) {
            return CompletableFuture.completedFuture(Answering.answer(
                    200,
                    "{\"resources\":[{\"name\":\"widgets\"}],\"metadata\":{\"resourceVersion\":\"" + last + "\"}}"));
        }

        @Override
        public Stream stream(ApiRequest request, Transport.Listener listener) {
            if (!request.path().endsWith("resourceVersion=" + last)) {
                problems.add("heard of " + last + " last, and asks for " + request);
            }
            streams.add(listener);
            listener.onOpen();
            return () -> {};
        }

        @Override
        public void onEvent(WatchEvent event) {
            if (closed) {
                problems.add("heard after the end");
            }
            if (streams.size() > 1) {
                problems.add("heard of a stream that was given up");
            }
            last = event.body().resourceVersion();
        }

        @Override
        public void onServed(ServedKind kind) {}

        @Override
        public void onHistoryRestored() {}

        @Override
        public void onListed(Set<String> uids) {}

        @Override
        public void close() {}
    }
}

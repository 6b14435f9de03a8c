package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.internal.Race;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/** Handlers of many objects post at once (E-6). */
final class EventPosterThreadsTest {

    private static final int ROUNDS = 300;
    private static final Pattern DROPPED = Pattern.compile("(\\d+) events were dropped");
    private static final int EACH = 20;
    private static final EventPoster.Options OPTIONS =
            new EventPoster.Options(true, false, Level.INFO, new EventPoster.Source("kopf", "dev"), "kopf-event-");

    private final ExecutorService answers = Executors.newSingleThreadExecutor();

    @AfterEach
    void close() {
        answers.shutdownNow();
    }

    @Test
    void E6_events_of_several_threads_are_posted_once_each_in_order_and_one_after_the_other() throws Exception {
        try (Race race = new Race()) {
            for (int round = 0; round < ROUNDS; round++) {
                Server server = new Server();
                EventPoster poster = new EventPoster(new Answering(server::answer), new HeldTimers(), OPTIONS);
                race.run(() -> post(poster, "a"), () -> post(poster, "b"));

                assertThat(server.missing.await(10, TimeUnit.SECONDS)).isTrue();
                assertThat(server.most).hasValue(1);
                List<String> all =
                        IntStream.range(0, EACH).mapToObj(String::valueOf).toList();
                assertThat(server.posted).isEqualTo(Map.of("a", all, "b", all));
            }
        }
    }

    /** It fails where a lock of {@link EventPoster} is taken away. */
    @Test
    void E6_what_is_dropped_while_that_is_told_is_told_too() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        Deque<CompletableFuture<ApiResponse>> hanging = new ConcurrentLinkedDeque<>();
        EventPoster poster = new EventPoster(
                new Answering(request -> {
                    CompletableFuture<ApiResponse> answer = new CompletableFuture<>();
                    hanging.add(answer);
                    sent.incrementAndGet();
                    return answer;
                }),
                new HeldTimers(),
                OPTIONS);
        CountDownLatch posted = new CountDownLatch(2);
        try (CapturedLog log = new CapturedLog("kopf.events")) {
            AtomicBoolean begun = new AtomicBoolean();
            log.when("2 events were dropped", () -> {
                if (begun.compareAndSet(false, true)) { // as many may be dropped of those that are posted here
                    meanwhile(poster, 1, posted); // who posts first also sends
                    meanwhile(poster, 1_003, posted);
                }
            });
            postMany(poster, 1_003);
            answerAll(hanging);
            assertThat(posted.await(10, TimeUnit.SECONDS)).isTrue();
            answerAll(hanging);

            assertThat(sent.get() + told(log)).isEqualTo(1_003 + 1 + 1_003);
        }
    }

    @Test
    void P2_nothing_is_logged_of_events_while_others_may_wait_to_post() {
        Deque<CompletableFuture<ApiResponse>> hanging = new ConcurrentLinkedDeque<>();
        EventPoster poster = new EventPoster(
                new Answering(request -> {
                    CompletableFuture<ApiResponse> answer = new CompletableFuture<>();
                    hanging.add(answer);
                    return answer;
                }),
                new HeldTimers(),
                OPTIONS);
        try (CapturedLog log = new CapturedLog("kopf.events")) {
            Set<String> held = log.monitorsHeldWhen("");
            postMany(poster, 1_003);
            answerAll(hanging);

            assertThat(log.messages())
                    .anyMatch(line -> line.contains("Events come faster"))
                    .anyMatch(line -> line.contains("2 events were dropped"));
            assertThat(held).isEmpty();
        }
    }

    /** How many events people were told to be dropped. */
    private static int told(CapturedLog log) {
        return log.messages().stream()
                .map(DROPPED::matcher)
                .filter(Matcher::lookingAt)
                .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                .sum();
    }

    private static void meanwhile(EventPoster poster, int count, CountDownLatch posted) {
        Race.meanwhile(() -> {
            postMany(poster, count);
            posted.countDown();
        });
    }

    private static void postMany(EventPoster poster, int count) {
        for (int i = 0; i < count; i++) {
            poster.post(new EventSubject("v1", "Pod", "p" + i, "", "ns"), "Normal", "Done", "x");
        }
    }

    private static void answerAll(Deque<CompletableFuture<ApiResponse>> hanging) {
        for (CompletableFuture<ApiResponse> next = hanging.poll(); next != null; next = hanging.poll()) {
            next.complete(Answering.answer(400, "{}"));
        }
    }

    private static void post(EventPoster poster, String name) {
        for (int i = 0; i < EACH; i++) {
            EventSubject subject = new EventSubject("v1", "Pod", name, "uid-" + name, "ns");
            poster.post(subject, "Normal", "Done", String.valueOf(i));
        }
    }

    /** Answers most requests at once, and the rest a little later, from another thread. */
    private final class Server {
        final CountDownLatch missing = new CountDownLatch(2 * EACH);
        final Map<String, List<String>> posted = new ConcurrentHashMap<>();
        final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger underWay = new AtomicInteger();
        private final AtomicInteger count = new AtomicInteger();

        CompletableFuture<ApiResponse> answer(ApiRequest request) {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            Object event = Json.parse(String.valueOf(request.body()));
            posted.computeIfAbsent(text(event, "involvedObject.name"), name -> new ArrayList<>())
                    .add(text(event, "message"));
            int number = count.incrementAndGet();
            ApiResponse response = Answering.answer(201, "{\"metadata\":{\"name\":\"event-" + number + "\"}}");
            CompletableFuture<ApiResponse> answer = new CompletableFuture<>();
            Runnable ends = () -> {
                underWay.decrementAndGet();
                missing.countDown();
                answer.complete(response);
            };
            if (number % 8 == 0) {
                answers.execute(ends);
            } else {
                ends.run();
            }
            return answer;
        }

        private static String text(Object event, String path) {
            return String.valueOf(FieldPath.parse(path).resolve(event));
        }
    }
}

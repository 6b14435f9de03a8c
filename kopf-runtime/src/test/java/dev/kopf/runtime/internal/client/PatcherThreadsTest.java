package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.internal.Race;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.ResourceKind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Workers of many objects write at once. Each test fails where what it is about is not safe for use by several threads. */
final class PatcherThreadsTest {

    private static final int AT_ONCE = 16;
    private static final int WRITERS = 24;
    private static final ObjectRef REF = new ObjectRef(WidgetHandlers.KIND, "default", "w", "");
    private static final Body BODY =
            new Body(Map.of("metadata", Map.of("name", "w", "namespace", "default", "resourceVersion", "1")));
    private static final int FIELDS = 10;
    private static final Write WRITE = new Write(
            IntStream.range(0, FIELDS)
                    .mapToObj(i -> Patch.EMPTY.with(FieldPath.of("spec", "dropped" + i), i))
                    .reduce(Patch.EMPTY, Patch::merge),
            Write.FinalizerChange.NONE);
    private static final ApiResponse DONE =
            Answering.answer(200, "{\"metadata\":{\"name\":\"w\",\"resourceVersion\":\"2\"}}");

    private final ExecutorService answers = Executors.newFixedThreadPool(2);

    @AfterEach
    void close() {
        answers.shutdownNow();
    }

    private static void write(Patcher patcher) {
        patcher.apply(REF, new ServedKind(WidgetHandlers.KIND, false), WRITE, BODY);
    }

    @Test
    void no_more_than_16_requests_are_under_way_and_who_comes_later_waits_for_an_answer() throws Exception {
        Queue<CompletableFuture<ApiResponse>> underWay = new ConcurrentLinkedQueue<>();
        AtomicInteger ended = new AtomicInteger();
        Patcher patcher = new Patcher(
                new Answering(request -> {
                    CompletableFuture<ApiResponse> answer = new CompletableFuture<>();
                    underWay.add(answer);
                    return answer;
                }),
                Finalizers.DEFAULT);
        List<Thread> writers = Stream.generate(() -> new Thread(() -> {
                    write(patcher);
                    ended.incrementAndGet();
                }))
                .limit(WRITERS)
                .toList();
        writers.forEach(Thread::start);
        soon(() -> assertThat(writers).extracting(Thread::getState).containsOnly(Thread.State.WAITING));
        assertThat(underWay).hasSize(AT_ONCE);

        for (int answered = 1; answered <= WRITERS; answered++) {
            int all = answered;
            CompletableFuture<ApiResponse> next = underWay.remove();
            if (answered % 2 == 0) {
                next.complete(DONE);
            } else {
                next.completeExceptionally(new IOException("broken"));
            }
            soon(() -> {
                assertThat(ended).hasValue(all);
                assertThat(underWay).hasSize(Math.min(AT_ONCE, WRITERS - all));
            });
        }
        for (Thread writer : writers) {
            writer.join();
        }
    }

    @Test
    void P2_writes_and_looks_of_a_kind_that_are_not_answered_hold_up_no_other_kind() {
        ResourceKind other =
                new ResourceKind("example.org", "v1", "Gadget", "gadgets", ResourceKind.Scope.NAMESPACED, List.of());
        Patcher patcher = new Patcher(
                new Answering(request -> request.path().contains("/gadgets")
                        ? CompletableFuture.completedFuture(DONE)
                        : new CompletableFuture<>()),
                Finalizers.DEFAULT);
        List<Thread> hanging = Stream.<Runnable>of(() -> write(patcher), () -> patcher.look(REF))
                .flatMap(work -> Stream.generate(() -> daemon(work)).limit(WRITERS))
                .toList();
        soon(() -> assertThat(hanging).extracting(Thread::getState).containsOnly(Thread.State.WAITING));

        ObjectRef ref = new ObjectRef(other, "default", "g", "");
        assertThat(patcher.apply(ref, new ServedKind(other, false), WRITE, BODY))
                .isInstanceOf(WriteResult.Done.class);
        assertThat(patcher.look(ref)).isInstanceOf(WriteResult.class);
    }

    @Test
    void who_looks_or_asks_what_is_served_lets_others_do_so_afterwards() {
        Patcher patcher = new Patcher(
                new Answering(request -> CompletableFuture.failedFuture(new IOException("broken"))),
                Finalizers.DEFAULT);
        for (int i = 0; i <= AT_ONCE; i++) {
            assertThat(patcher.look(REF)).isInstanceOf(WriteResult.Failed.class);
        }
        Patcher asking = new Patcher(
                new Answering(request -> request.method().equals("GET")
                        ? CompletableFuture.failedFuture(new IOException("broken"))
                        : CompletableFuture.completedFuture(
                                request.path().endsWith("/status") ? Answering.answer(404, "{}") : DONE)),
                Finalizers.DEFAULT);
        Write write = new Write(Patch.EMPTY.with(FieldPath.of("status", "phase"), "x"), Write.FinalizerChange.NONE);
        for (int i = 0; i <= AT_ONCE; i++) {
            assertThat(asking.apply(REF, new ServedKind(WidgetHandlers.KIND, false), write, BODY))
                    .isInstanceOf(WriteResult.Partly.class);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Test
    void no_write_waits_for_ever_however_the_others_end() {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        AtomicInteger count = new AtomicInteger();
        Patcher patcher = new Patcher(
                new Answering(request -> {
                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    int number = count.incrementAndGet();
                    CompletableFuture<ApiResponse> answer = new CompletableFuture<>();
                    answers.execute(() -> {
                        underWay.decrementAndGet();
                        if (number % 3 == 0) {
                            answer.completeExceptionally(new IOException("broken"));
                        } else {
                            answer.complete(number % 3 == 1 ? DONE : Answering.answer(409, "{}"));
                        }
                    });
                    return answer;
                }),
                Finalizers.DEFAULT);
        IntStream.range(0, WRITERS)
                .mapToObj(i -> new Thread(() -> {
                    for (int n = 0; n < 50; n++) {
                        write(patcher);
                        ended.incrementAndGet();
                    }
                }))
                .forEach(Thread::start);

        soon(() -> assertThat(ended).hasValue(WRITERS * 50));
        assertThat(most).hasValueLessThanOrEqualTo(AT_ONCE);
    }

    @Test
    void what_two_find_at_once_is_told_once() {
        Answering api = new Answering(request -> CompletableFuture.completedFuture(DONE));
        try (Race race = new Race();
                CapturedLog log = new CapturedLog("kopf.patching")) {
            for (int round = 0; round < 500; round++) {
                Patcher patcher = new Patcher(api, Finalizers.DEFAULT);
                race.run(() -> write(patcher), () -> write(patcher));

                assertThat(log.messages()).hasSize(FIELDS).doesNotHaveDuplicates();
                log.clear();
            }
        }
    }

    private static void soon(org.awaitility.core.ThrowingRunnable assertion) {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).untilAsserted(assertion);
    }
}

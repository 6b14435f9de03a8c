package dev.kopf.runtime.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.Probe;
import dev.kopf.runtime.handler.ProbeFunction;
import dev.kopf.runtime.internal.client.FakeTimers;
import dev.kopf.runtime.internal.execution.Probes.Answer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ProbesTest {

    private final FakeTimers timers = new FakeTimers();
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final Services services = new Services(
            timers,
            () -> 0.5,
            () -> {
                throw new AssertionError("Nobody asks for a client here.");
            },
            new BodyMapper(),
            () -> false);

    private Probes probes(Probe... probes) {
        return new Probes(List.of(probes), services, threads::add);
    }

    private static Probe probe(String id, ProbeFunction function) {
        return new Probe(HandlerOptions.of(id), function);
    }

    private Probe counting() {
        return probe("count", ctx -> calls.incrementAndGet());
    }

    private Map<String, Answer> ask(Probes probes) {
        CompletableFuture<Map<String, Answer>> answers = probes.ask();
        work();
        return answers.join();
    }

    private void work() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }

    @Test
    void L_20_an_answer_is_good_for_ten_seconds() {
        Probes probes = probes(counting());

        assertThat(ask(probes)).containsExactly(Map.entry("count", new Answer(1, null)));
        timers.advance(Duration.ofMillis(9_999));
        assertThat(ask(probes)).containsExactly(Map.entry("count", new Answer(1, null)));
        timers.advance(Duration.ofMillis(1));
        assertThat(ask(probes)).containsExactly(Map.entry("count", new Answer(2, null)));
    }

    @Test
    void L_20_who_asks_while_handlers_answer_gets_the_same() {
        Probes probes = probes(counting());
        CompletableFuture<Map<String, Answer>> one = probes.ask();
        CompletableFuture<Map<String, Answer>> other = probes.ask();
        work();

        assertThat(one.join()).isEqualTo(other.join());
        assertThat(calls).hasValue(1);
    }

    @Test
    void L_21_whatever_a_handler_throws_is_its_answer_and_others_give_theirs() {
        Probes probes = probes(
                probe("broken", ctx -> {
                    throw new StackOverflowError();
                }),
                probe("odd", ctx -> {
                    throw new IllegalStateException("The database is away.");
                }),
                probe("nothing", ctx -> null),
                counting());

        assertThat(ask(probes))
                .containsExactly(
                        Map.entry("broken", new Answer(null, "java.lang.StackOverflowError")),
                        Map.entry("odd", new Answer(null, "The database is away.")),
                        Map.entry("nothing", new Answer(null, null)),
                        Map.entry("count", new Answer(1, null)));
    }

    @Test
    void a_handler_that_hangs_has_failed_after_ten_seconds_and_is_not_called_again_until_it_has_ended() {
        Probes probes = probes(counting());
        CompletableFuture<Map<String, Answer>> answers = probes.ask();
        timers.advance(Duration.ofSeconds(10));
        Answer late = new Answer(null, "It has not answered within 10 s.");
        assertThat(answers.join()).containsExactly(Map.entry("count", late));

        CompletableFuture<Map<String, Answer>> again = probes.ask();
        assertThat(threads).hasSize(1);
        timers.advance(Duration.ofSeconds(10));
        assertThat(again.join()).containsExactly(Map.entry("count", late));

        work();
        assertThat(ask(probes)).containsExactly(Map.entry("count", new Answer(2, null)));
    }

    @Test
    void L_21_an_exception_that_cannot_be_printed_is_an_answer_too_and_the_handler_is_asked_again() {
        Probes probes = probes(probe("odd", ctx -> {
            calls.incrementAndGet();
            throw new IllegalStateException() {
                @Override
                public String getMessage() {
                    throw new IllegalStateException("not now");
                }
            };
        }));

        assertThat(ask(probes).get("odd").failure()).contains("cannot be shown");
        timers.advance(Duration.ofSeconds(10));
        assertThat(ask(probes).get("odd").failure()).contains("cannot be shown");
        assertThat(calls).hasValue(2);
    }

    @Test
    void a_handler_that_there_is_no_thread_for_is_answered_for() {
        Probes probes = new Probes(List.of(counting()), services, task -> {
            throw new RejectedExecutionException("no thread");
        });

        assertThat(probes.ask().join()).containsExactly(Map.entry("count", new Answer(null, "no thread")));
    }

    @Test
    void a_value_that_JSON_cannot_hold_is_a_failure() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);
        Probes probes = probes(probe("endless", ctx -> endless));

        assertThat(ask(probes).get("endless").failure()).isNotNull();
    }
}

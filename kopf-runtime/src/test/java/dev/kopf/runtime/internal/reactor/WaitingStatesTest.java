package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.resource.Body;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The room for states that wait (P6). */
final class WaitingStatesTest {

    private static final Body SMALL = new Body(Map.of("spec", Map.of("size", 1)));
    private static final int ROUNDS = 200;
    private static final int THREADS = 4;
    private static final int STATES = 200;

    @Test
    void a_state_weighs_what_it_takes_of_the_heap() {
        List<@Nullable Object> numbers =
                new ArrayList<>(IntStream.range(0, 100).boxed().toList());
        numbers.add(null);
        WaitingStates states = new WaitingStates(Long.MAX_VALUE);

        long small = states.take(SMALL);
        assertThat(small).isBetween(100L, 400L);
        assertThat(states.take(new Body(Map.of("spec", Map.of("text", "x".repeat(10_000))))))
                .isBetween(10_000L, 11_000L);
        assertThat(states.take(new Body(Map.of("spec", Map.of("list", numbers)))))
                .isBetween(3_000L, 4_000L);
    }

    @Test
    void there_is_room_for_as_much_as_was_said_and_for_what_is_given_back() {
        long each = new WaitingStates(Long.MAX_VALUE).take(SMALL);
        WaitingStates states = new WaitingStates(2 * each);

        assertThat(states.take(SMALL)).isEqualTo(each);
        assertThat(states.take(SMALL)).isEqualTo(each);
        assertThat(states.take(SMALL)).isZero();
        assertThat(states.taken()).isEqualTo(2 * each);
        states.release(each);
        assertThat(states.take(SMALL)).isEqualTo(each);
    }

    @Test
    void there_is_room_for_a_state_only_where_there_is_as_much_as_it_weighs() {
        long weight = new WaitingStates(Long.MAX_VALUE).take(SMALL);
        for (long room = 0; room < weight; room++) {
            assertThat(new WaitingStates(room).take(SMALL)).isZero();
        }
        assertThat(new WaitingStates(weight).take(SMALL)).isEqualTo(weight);
    }

    @Test
    void P6_room_that_others_take_while_a_state_is_weighed_is_not_taken_twice() {
        long each = new WaitingStates(Long.MAX_VALUE).take(SMALL);
        WaitingStates states = new WaitingStates(each);
        Map<String, @Nullable Object> meanwhile = new LinkedHashMap<>(SMALL.fields()) {
            @Override
            public Collection<@Nullable Object> values() {
                assertThat(states.take(SMALL)).isEqualTo(each);
                return super.values();
            }
        };

        assertThat(states.take(new Body(meanwhile))).isZero();
        assertThat(states.taken()).isEqualTo(each);
    }

    @Test
    void that_there_is_no_room_is_said_once() {
        try (CapturedLog log = new CapturedLog("kopf.reactor")) {
            WaitingStates states = new WaitingStates(20_000);
            states.take(SMALL);
            assertThat(log.messages()).isEmpty();
            Body big = new Body(Map.of("text", "x".repeat(20_000)));
            states.take(big);
            states.take(big);

            assertThat(log.messages())
                    .singleElement()
                    .satisfies(message -> assertThat(message).contains("their states take 19 kB of memory"));
        }
    }

    @Test
    void where_there_is_no_room_there_is_none_for_the_smallest_state() {
        assertThat(new WaitingStates(0).take(new Body(Map.of()))).isZero();
    }

    @Test
    void the_usual_room_is_a_part_of_the_heap_and_at_most_64_MiB() {
        WaitingStates states = WaitingStates.ofHeap();
        long most = Math.min(64 << 20, Runtime.getRuntime().maxMemory() / 8);
        String text = "x".repeat((int) most / 4);
        Body quarter = new Body(Map.of("text", text));

        assertThat(IntStream.range(0, 5).mapToLong(i -> states.take(quarter)).filter(weight -> weight > 0))
                .hasSize(3);
    }

    @Test
    void a_state_that_is_nested_deeply_is_weighed_as_any_other() {
        Map<String, @Nullable Object> fields = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            fields = new HashMap<>(Map.of("a", fields));
        }

        assertThat(new WaitingStates(Long.MAX_VALUE).take(new Body(fields))).isGreaterThan(200_000L * 50);
    }

    /** It fails within a few rounds where {@code taken} is a plain number, or is looked at and changed in two steps. */
    @Test
    void P6_threads_that_take_and_give_back_never_have_more_than_there_is_and_leave_nothing() throws Exception {
        long each = new WaitingStates(Long.MAX_VALUE).take(SMALL);
        for (int round = 0; round < ROUNDS; round++) {
            WaitingStates states = new WaitingStates(2 * each);
            List<String> problems = new ArrayList<>();
            List<Thread> threads = IntStream.range(0, THREADS)
                    .mapToObj(i -> new Thread(() -> {
                        for (int state = 0; state < STATES; state++) {
                            long weight = states.take(SMALL);
                            if (states.taken() > 2 * each) {
                                synchronized (problems) {
                                    problems.add("too much is taken");
                                }
                            }
                            states.release(weight);
                        }
                    }))
                    .toList();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }

            assertThat(problems).isEmpty();
            assertThat(states.taken()).isZero();
        }
    }
}

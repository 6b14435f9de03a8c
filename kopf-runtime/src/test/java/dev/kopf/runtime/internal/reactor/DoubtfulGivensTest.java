package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.internal.client.Write;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Patch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What daemons and timers set while it is in doubt whether others have set the same since: each is written, or given up, by itself (N-10),
 * and whoever set it is told once (B-14).
 */
final class DoubtfulGivensTest {

    private static final Duration WAIT = Duration.ofMinutes(1);

    private final OneWorker one = new OneWorker();
    private final List<Runnable> tasks = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private int turnsOfOthers;
    private boolean hasNoMemory;

    DoubtfulGivensTest() {
        one.places = new Places() {
            @Override
            public void execute(Runnable task) {
                tasks.add(task);
            }

            @Override
            public boolean isCrowded() {
                return false;
            }

            @Override
            public int turnsOfOthers() {
                if (hasNoMemory) {
                    hasNoMemory = false;
                    throw new OutOfMemoryError("no memory for a number");
                }
                return turnsOfOthers;
            }
        };
    }

    private void run() {
        while (!tasks.isEmpty()) {
            tasks.remove(0).run();
        }
    }

    private static Patch annotation(String name, String value) {
        return Patch.EMPTY.withAnnotation(name, value);
    }

    private void give(ObjectWorker worker, String name, String value, boolean inDoubt) {
        Basis basis = inDoubt ? Basis.NONE.inDoubt() : Basis.NONE;
        assertThat(worker.write(new Given(annotation(name, value), List.of(() -> told.add(name + value)), basis, 0)))
                .isTrue();
    }

    /** A worker that has met another's write with its own. */
    private ObjectWorker owing(Patch patch, boolean inDoubt) {
        ObjectWorker worker = one.worker();
        one.work.then((memory, newest) -> {
            Memory owed = memory.waiting(
                            Objects.requireNonNull(newest), one.timers.instant().plus(WAIT))
                    .owingMore(patch);
            return inDoubt ? owed.basedOn(owed.basis().inDoubt()) : owed;
        });
        assertThat(worker.take(OneWorker.event(1), 0)).isTrue();
        run();
        one.work.before.clear();
        one.work.extras.clear();
        return worker;
    }

    /** What was to be written in each cycle since, which has written it. */
    private List<String> written() {
        for (int i = 0; i < 9; i++) {
            one.work.then((memory, newest) -> memory.withoutUnwritten().settled());
        }
        run();
        return IntStream.range(0, one.work.before.size())
                .mapToObj(i -> text(one.work.before.get(i), one.work.extras.get(i)))
                .toList();
    }

    private static String text(Memory memory, Patch extra) {
        Write owed = memory.unwritten();
        Patch all = owed == null ? extra : owed.patch().merge(extra);
        Map<String, @Nullable Object> set = new Body(all.asMap()).annotations();
        return (memory.basis().isInDoubt() ? "in doubt " : "") + set;
    }

    @Test
    void N10_each_of_what_is_in_doubt_has_a_cycle_of_its_own() {
        ObjectWorker worker = one.worker();
        give(worker, "c", "3", false);
        give(worker, "a", "1", true);
        give(worker, "b", "2", true);

        assertThat(written()).containsExactly("in doubt {a=1}", "in doubt {b=2}", "{c=3}");
        assertThat(told).containsExactly("a1", "b2", "c3");
    }

    @Test
    void N10_of_the_same_field_the_later_value_counts_and_is_in_doubt_where_one_of_both_is() {
        ObjectWorker worker = one.worker();
        give(worker, "a", "1", true);
        give(worker, "b", "1", false);
        give(worker, "c", "1", true);
        give(worker, "a", "2", true);
        give(worker, "b", "2", true);

        assertThat(written()).containsExactly("in doubt {a=2}", "in doubt {c=1}", "in doubt {b=2}");
        assertThat(told).containsExactly("a1", "a2", "c1", "b1", "b2");
    }

    @Test
    void N10_nothing_joins_what_is_owed_in_doubt_but_what_is_of_the_same_field() {
        ObjectWorker worker = owing(annotation("owed", "0"), true);
        give(worker, "a", "1", false);
        assertThat(tasks).as("it has its turn afterwards").isEmpty();
        give(worker, "owed", "3", true);
        assertThat(tasks).as("it is newer than what is owed").hasSize(1);
        give(worker, "b", "2", true);

        assertThat(written()).containsExactly("in doubt {owed=3}", "in doubt {b=2}", "{a=1}");
        assertThat(told).containsExactly("owed3", "b2", "a1");
    }

    @Test
    void N10_what_is_sure_is_written_with_what_is_owed_and_what_is_in_doubt_after_it() {
        ObjectWorker worker = owing(annotation("owed", "0"), false);
        give(worker, "b", "2", true);
        assertThat(tasks).isEmpty();
        give(worker, "a", "1", false);
        assertThat(tasks).hasSize(1);

        assertThat(written()).containsExactly("{owed=0, a=1}", "in doubt {b=2}");
        assertThat(told).containsExactly("a1", "b2");
    }

    @Test
    void R15_what_is_in_doubt_is_so_still_after_its_cycle_broke_off() {
        ObjectWorker worker = one.worker();
        give(worker, "a", "1", true);
        give(worker, "b", "2", true);
        hasNoMemory = true;
        run();
        assertThat(one.work.before).isEmpty();
        one.timers.advance(Duration.ofSeconds(1));

        assertThat(written()).containsExactly("in doubt {a=1}", "in doubt {b=2}");
        assertThat(told).containsExactly("a1", "b2");
    }

    @Test
    void N10_what_is_owed_is_in_doubt_where_others_have_their_turn_while_events_are_shown() {
        ObjectWorker worker = owing(annotation("owed", "0"), false);
        List<@Nullable WaitingState> seen = new ArrayList<>();
        one.work.spying = () -> turnsOfOthers++;
        one.work.then((memory, newest) -> {
            seen.add(newest);
            return memory.withoutUnwritten().settled();
        });
        assertThat(worker.take(OneWorker.event(2), 0)).isTrue();

        assertThat(written()).containsExactly("in doubt {owed=0}");
        assertThat(seen).singleElement().isInstanceOf(WaitingState.Key.class);
    }
}

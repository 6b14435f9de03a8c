package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.internal.client.FakeTimers;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.WatchEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the worker of an object says when it has ended, and what is told to it while it works; in one thread. */
final class ObjectWorkerTest {

    private static final Duration WAIT = Duration.ofMinutes(1);

    private final OneWorker one = new OneWorker();
    private final FakeTimers timers = one.timers;
    private final OneWorker.Scripted work = one.work;
    private final OneWorker.Office office = one.office;

    private Memory waiting(Memory memory, @Nullable WaitingState newest) {
        return newest == null ? memory : memory.waiting(newest, timers.instant().plus(WAIT));
    }

    private ObjectWorker atWork() {
        work.then(this::waiting);
        ObjectWorker worker = one.worker();
        assertThat(worker.take(OneWorker.event(1), 0)).isTrue();
        return worker;
    }

    @Test
    void W_23_a_worker_that_has_ended_takes_nothing_so_that_another_one_is_to() {
        ObjectWorker idle = one.worker();
        assertThat(idle.take(OneWorker.event(1), 0)).isTrue();
        assertThat(office.told).containsExactly("idle");

        assertThat(idle.take(OneWorker.event(2), 0)).isFalse();
        assertThat(idle.forgetVersion()).isFalse();
        assertThat(idle.end()).isFalse();
        assertThat(work.before).hasSize(1);
        assertThat(office.told).containsExactly("idle");
    }

    private Memory owing(Memory memory, @Nullable WaitingState newest) {
        return waiting(memory, newest).owingMore(OneWorker.patch("owed"));
    }

    @Test
    void B_14_something_is_owed_while_a_worker_works_or_has_something_to_write_and_else_not() {
        List<Boolean> atWork = new ArrayList<>();
        ObjectWorker worker = one.worker();
        work.then((memory, newest) -> {
            atWork.add(worker.owes());
            return waiting(memory, newest);
        });
        assertThat(worker.take(OneWorker.event(1), 0)).isTrue();
        assertThat(atWork).containsExactly(true);
        assertThat(worker.owes()).as("it waits for a retry").isFalse();

        work.then(this::owing);
        assertThat(worker.take(OneWorker.event(2), 0)).isTrue();
        assertThat(worker.owes()).as("a write has failed").isTrue();

        work.then((memory, newest) -> memory.settled());
        assertThat(worker.take(OneWorker.event(3), 0)).isTrue();
        assertThat(worker.owes()).as("it has ended").isFalse();
    }

    @Test
    void B_14_what_is_set_beside_a_worker_is_owed_until_its_turn_comes() {
        List<Runnable> tasks = new ArrayList<>();
        one.places = tasks::add;
        ObjectWorker worker = one.worker();
        assertThat(worker.owes()).isFalse();
        assertThat(worker.write(OneWorker.given("given", () -> {}))).isTrue();

        assertThat(worker.owes()).isTrue();
        tasks.remove(0).run();
        assertThat(worker.owes()).isFalse();
        assertThat(worker.write(OneWorker.given("given", () -> {})))
                .as("it has ended")
                .isFalse();
        assertThat(worker.wake()).as("it has ended").isFalse();
    }

    @Test
    void R15_a_worker_that_breaks_off_before_it_looks_at_what_it_was_woken_for_looks_at_it_later() {
        atWork();
        ObjectWorker worker = one.worker();
        work.then(this::waiting);
        assertThat(worker.take(OneWorker.event(1), 0)).isTrue();
        boolean[] fails = {true};
        one.places = new Places() {
            @Override
            public void execute(Runnable task) {
                task.run();
            }

            @Override
            public int turnsOfOthers() {
                if (fails[0]) {
                    fails[0] = false;
                    throw new OutOfMemoryError("no memory for a number");
                }
                return 0;
            }
        };
        List<WaitingState> seen = new ArrayList<>();
        work.then((memory, newest) -> {
            seen.add(newest);
            return memory.settled();
        });
        int before = work.before.size();
        assertThat(worker.wake()).isTrue();
        assertThat(work.before).hasSize(before);
        timers.advance(Duration.ofSeconds(1));

        assertThat(seen).doesNotContainNull().hasSize(1);
    }

    @Test
    void R4_a_worker_whose_object_is_gone_is_ended_once_and_does_nothing_more() {
        ObjectWorker worker = atWork();
        assertThat(worker.forgetVersion()).isTrue();

        assertThat(worker.end()).isTrue();
        assertThat(worker.end()).isFalse();
        assertThat(worker.take(OneWorker.event(2), 0)).isFalse();
        timers.advance(WAIT);
        assertThat(work.before).hasSize(1);
        assertThat(office.told).containsExactly("gone");
    }

    @Test
    void P6_of_a_state_whose_digest_nobody_can_compute_only_the_rest_of_its_key_is_kept() {
        work.isDigestible = false;
        atWork();
        work.isDigestible = true;
        timers.advance(WAIT);

        assertThat(work.before.get(1).held())
                .isEqualTo(new WaitingState.Key(WatchEvent.Type.MODIFIED, "1", false, null, false, false));
    }

    @Test
    void P1_versions_that_go_back_during_the_last_cycle_of_a_worker_are_not_waited_for_by_the_next() {
        Workers workers = new Workers(OneWorker.KIND, work, Runnable::run, timers, office.waiting());
        work.then((memory, newest) -> {
            workers.forgetVersions();
            return memory.written(OneWorker.event(7).body()).settled();
        });
        workers.deliver(OneWorker.event(1), 0);
        workers.deliver(OneWorker.event(2), 0);

        assertThat(work.before).hasSize(2);
        assertThat(work.before.get(1).awaitedVersion()).isNull();
    }

    @Test
    void R4_after_a_list_nothing_stays_of_what_is_in_its_scope_and_not_in_it_whether_it_was_idle_or_not() {
        Workers workers = new Workers(OneWorker.KIND, work, Runnable::run, timers, office.waiting());
        for (String namespace : Arrays.asList("a", "b", null)) {
            for (String name : List.of("stays", "goes")) {
                workers.deliver(OneWorker.event(namespace, "idle-" + name + "-" + namespace, 1), 0);
                work.then(this::waiting);
                workers.deliver(OneWorker.event(namespace, "busy-" + name + "-" + namespace, 1), 0);
            }
        }
        assertThat(workers.size()).isEqualTo(12);

        workers.retain("a", Set.of("idle-stays-a", "busy-stays-a"));
        assertThat(workers.size()).isEqualTo(10);
        workers.retain("a", Set.of("idle-stays-a", "busy-stays-a"));
        assertThat(workers.size()).isEqualTo(10);
        workers.retain("b", Set.of());
        assertThat(workers.size()).isEqualTo(6);
        workers.retain(null, Set.of("idle-stays-a", "busy-stays-a", "idle-stays-null", "busy-stays-null"));
        assertThat(workers.size()).isEqualTo(4);
        workers.retain(null, Set.of());
        assertThat(workers.size()).isZero();
        timers.advance(WAIT);
        assertThat(work.before).as("nobody is called for what is gone").hasSize(12);
    }

    @Test
    void R8_all_that_was_set_is_written_when_the_operator_ends_in_a_pause_though_each_by_itself() {
        List<Runnable> tasks = new ArrayList<>();
        one.places = new Places() {
            @Override
            public void execute(Runnable task) {
                tasks.add(task);
            }

            @Override
            public boolean isPaused() {
                return true;
            }
        };
        List<String> told = new ArrayList<>();
        ObjectWorker worker = one.worker();
        for (String name : List.of("one", "other")) {
            assertThat(worker.write(new Given(
                            Patch.EMPTY.withAnnotation(name, "set"),
                            List.of(() -> told.add(name)),
                            Basis.NONE.inDoubt(),
                            0)))
                    .isTrue();
        }
        work.isStopping = true;
        tasks.forEach(Runnable::run);
        assertThat(told).isEmpty();

        worker.writeRest();

        assertThat(told).containsExactly("one", "other");
        assertThat(worker.owes()).isFalse();
    }

    @Test
    void P2_a_worker_whose_object_comes_back_while_it_works_goes_on_with_it_and_there_is_no_other() {
        Workers workers = new Workers(OneWorker.KIND, work, Runnable::run, timers, office.waiting());
        List<Integer> known = new ArrayList<>();
        work.then((memory, newest) -> {
            workers.retain("default", Set.of());
            known.add(workers.size());
            workers.deliver(OneWorker.event(2), 0);
            assertThat(work.before).as("who is called for it").hasSize(1);
            return memory.settled();
        });
        workers.deliver(OneWorker.event(1), 0);

        assertThat(work.before).hasSize(2);
        assertThat(work.forgotten).as("whoever ran for it when it was gone").containsExactly("u");
        assertThat(known).containsExactly(1);
        assertThat(workers.size()).isEqualTo(1);
        workers.retain("default", Set.of());
        assertThat(workers.size()).isZero();
    }

    @Test
    void R4_a_worker_whose_object_is_gone_stays_no_longer_than_it_works() {
        List<Boolean> taken = new ArrayList<>();
        ObjectWorker worker = one.worker();
        work.then((memory, newest) -> {
            assertThat(worker.end()).isTrue();
            taken.add(worker.isThere());
            assertThat(worker.unsettled()).isNull();
            assertThat(worker.owes()).isFalse();
            assertThat(worker.wake()).isTrue();
            return waiting(memory, newest);
        });
        assertThat(worker.take(OneWorker.event(1), 0)).isTrue();

        assertThat(taken).containsExactly(false);
        assertThat(office.told).containsExactly("leaving", "gone");
        assertThat(worker.take(OneWorker.event(2), 0)).isFalse();
        timers.advance(WAIT);
        assertThat(work.before).hasSize(1);
    }

    @Test
    void P2_a_worker_that_breaks_off_begins_again_though_there_is_no_memory_for_that_at_first() {
        ObjectWorker worker = one.worker();
        AtomicInteger told = new AtomicInteger();
        timers.failNext(2);
        assertThat(worker.write(OneWorker.given("set", () -> {
                    if (told.incrementAndGet() == 1) {
                        throw new OutOfMemoryError("no memory to go on");
                    }
                })))
                .isTrue();
        timers.advance(Duration.ofSeconds(1));

        assertThat(told).hasValue(2);
    }

    @Test
    void P2_an_object_for_which_there_is_no_place_has_one_later_though_there_is_no_memory_for_a_timer_at_first() {
        ObjectWorker worker = one.worker();
        one.places = task -> {
            throw new OutOfMemoryError("no memory for a place");
        };
        timers.failNext(2);
        assertThat(worker.take(OneWorker.event(2), 0)).isTrue();
        one.places = Runnable::run;
        timers.advance(Duration.ofSeconds(1));

        assertThat(work.before).hasSize(1);
    }

    @Test
    void R15_a_worker_that_breaks_off_and_whose_object_is_gone_meanwhile_ends() {
        ObjectWorker worker = one.worker();
        work.then((memory, newest) -> {
            assertThat(worker.end()).isTrue();
            return memory.settled();
        });
        assertThat(worker.write(OneWorker.given("set", () -> {
                    throw new OutOfMemoryError("no memory to go on");
                })))
                .isTrue();

        assertThat(office.told).containsExactly("leaving", "gone");
        assertThat(worker.take(OneWorker.event(2), 0)).isFalse();
    }

    private final AtomicInteger turns = new AtomicInteger();

    private ObjectWorker pausable() {
        one.places = new Places() {
            @Override
            public void execute(Runnable task) {
                task.run();
            }

            @Override
            public int turnsOfOthers() {
                return turns.get();
            }
        };
        return one.worker();
    }

    /** Something is set while a worker shows an event, before or after others have had their turn. */
    private void workMeanwhile(Consumer<ObjectWorker> meanwhile) {
        ObjectWorker worker = pausable();
        work.spying = () -> meanwhile.accept(worker);
        work.then((memory, newest) -> memory.settled());
        work.then((memory, newest) -> memory.settled());
        assertThat(worker.take(OneWorker.event(1), 0)).isTrue();
    }

    private boolean isWritten(ObjectWorker worker) {
        return worker.write(new Given(OneWorker.patch("set"), List.of(), Basis.NONE, turns.get()));
    }

    @Test
    void N10_what_was_set_before_others_had_their_turn_is_in_doubt_though_the_object_was_handled_after_that() {
        workMeanwhile(worker -> {
            assertThat(isWritten(worker)).isTrue();
            turns.incrementAndGet();
        });

        assertThat(work.before).extracting(memory -> memory.unwritten() != null).containsExactly(false, true);
        assertThat(work.before.get(1).basis().isInDoubt()).isTrue();
    }

    @Test
    void N10_what_was_set_while_the_worker_wrote_is_based_on_what_it_has_written() {
        Patch patch = OneWorker.patch("set");
        Basis written = Basis.of(OneWorker.event(2).body(), patch.fields());
        Basis before = new Basis(
                patch.fields().stream().collect(Collectors.toMap(field -> field, field -> "nothing")), false, false);
        ObjectWorker worker = pausable();
        work.then((memory, newest) -> {
            assertThat(worker.write(new Given(patch, List.of(), before, turns.get())))
                    .isTrue();
            work.latest = OneWorker.event(2);
            return memory.settled();
        });
        work.then((memory, newest) -> memory.settled());
        assertThat(worker.write(OneWorker.given("first", turns::incrementAndGet)))
                .isTrue();

        assertThat(work.before).extracting(Memory::basis).containsExactly(Basis.NONE, written.inDoubt());
    }

    @Test
    void N10_what_was_set_after_others_had_their_turn_is_not_in_doubt_though_the_worker_was_at_work_before() {
        workMeanwhile(worker -> {
            turns.incrementAndGet();
            assertThat(isWritten(worker)).isTrue();
        });

        assertThat(work.before).extracting(memory -> memory.unwritten() != null).containsExactly(false, false);
        assertThat(work.before.get(1).basis().isInDoubt()).isFalse();
        assertThat(work.extras).containsExactly(Patch.EMPTY, OneWorker.patch("set"));
    }
}

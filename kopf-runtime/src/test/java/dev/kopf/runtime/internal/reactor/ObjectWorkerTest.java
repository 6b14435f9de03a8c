package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.internal.client.FakeTimers;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.ResourceKind;
import dev.kopf.runtime.resource.WatchEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the worker of an object says when it has ended, and what is told to it while it works; in one thread. */
final class ObjectWorkerTest {

    private static final ResourceKind KIND = ResourceKind.namespaced("example.org", "v1", "Widget", "widgets");
    private static final Duration WAIT = Duration.ofMinutes(1);

    private final FakeTimers timers = new FakeTimers();
    private final Scripted work = new Scripted();
    private final Office office = new Office();
    private Places places = Runnable::run;

    /** Does one thing after the other in its cycles. */
    private static final class Scripted implements ObjectWorker.Work {
        final List<Memory> before = new ArrayList<>();
        final List<String> forgotten = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();
        boolean isDigestible = true;
        boolean isStopping;

        private interface Step {
            @Nullable
            Memory run(Memory memory, @Nullable WaitingState newest);
        }

        void then(Step step) {
            steps.add(step);
        }

        @Override
        public boolean spies() {
            return false;
        }

        @Override
        public Patch spy(ObjectRef object, Memory memory, WatchEvent event) {
            return Patch.EMPTY;
        }

        @Override
        public @Nullable Memory cycle(
                ObjectRef object, Memory memory, @Nullable WaitingState newest, Patch extra, int turnsOfOthers) {
            before.add(memory);
            return steps.isEmpty() ? memory.settled() : steps.remove(0).run(memory, newest);
        }

        @Override
        public void forget(String key) {
            forgotten.add(key);
        }

        @Override
        public String digest(WatchEvent event) {
            if (!isDigestible) {
                throw new StackOverflowError();
            }
            return "digest of " + event.body().resourceVersion();
        }

        @Override
        public boolean isStopping() {
            return isStopping;
        }
    }

    /** For whom the worker works: there is no room for any state that waits. */
    private final class Office implements ObjectWorker.Employer {
        final List<String> told = new ArrayList<>();
        private final WaitingStates none = new WaitingStates(0);

        @Override
        public ObjectWorker.Work work() {
            return work;
        }

        @Override
        public Places places() {
            return places;
        }

        @Override
        public Timers timers() {
            return timers;
        }

        @Override
        public WaitingStates waiting() {
            return none;
        }

        @Override
        public void onIdle(ObjectWorker worker, Memory memory) {
            told.add("idle");
        }

        @Override
        public void onLeaving(ObjectWorker worker) {
            told.add("leaving");
        }

        @Override
        public void onGone(ObjectWorker worker) {
            told.add("gone");
        }
    }

    private ObjectWorker worker() {
        WatchEvent first = event(1);
        return new ObjectWorker(ObjectRef.of(KIND, first.body()), Memory.first(first), office);
    }

    private static WatchEvent event(int version) {
        return event("default", "u", version);
    }

    private static WatchEvent event(@Nullable String namespace, String uid, int version) {
        Map<String, @Nullable Object> metadata = new HashMap<>();
        metadata.put("name", uid);
        metadata.put("namespace", namespace);
        metadata.put("uid", uid);
        metadata.put("resourceVersion", String.valueOf(version));
        return new WatchEvent(WatchEvent.Type.MODIFIED, new Body(Map.of("metadata", metadata)));
    }

    private Memory waiting(Memory memory, @Nullable WaitingState newest) {
        return newest == null ? memory : memory.waiting(newest, timers.instant().plus(WAIT));
    }

    private ObjectWorker atWork() {
        work.then(this::waiting);
        ObjectWorker worker = worker();
        assertThat(worker.take(event(1), 0)).isTrue();
        return worker;
    }

    @Test
    void W_23_a_worker_that_has_ended_takes_nothing_so_that_another_one_is_to() {
        ObjectWorker idle = worker();
        assertThat(idle.take(event(1), 0)).isTrue();
        assertThat(office.told).containsExactly("idle");

        assertThat(idle.take(event(2), 0)).isFalse();
        assertThat(idle.forgetVersion()).isFalse();
        assertThat(idle.end()).isFalse();
        assertThat(work.before).hasSize(1);
        assertThat(office.told).containsExactly("idle");
    }

    private static Patch patch(String label) {
        return Patch.EMPTY.withAnnotation("label", label);
    }

    private Memory owing(Memory memory, @Nullable WaitingState newest) {
        return waiting(memory, newest).owingMore(patch("owed"));
    }

    @Test
    void B_14_something_is_owed_while_a_worker_works_or_has_something_to_write_and_else_not() {
        List<Boolean> atWork = new ArrayList<>();
        ObjectWorker worker = worker();
        work.then((memory, newest) -> {
            atWork.add(worker.owes());
            return waiting(memory, newest);
        });
        assertThat(worker.take(event(1), 0)).isTrue();
        assertThat(atWork).containsExactly(true);
        assertThat(worker.owes()).as("it waits for a retry").isFalse();

        work.then(this::owing);
        assertThat(worker.take(event(2), 0)).isTrue();
        assertThat(worker.owes()).as("a write has failed").isTrue();

        work.then((memory, newest) -> memory.settled());
        assertThat(worker.take(event(3), 0)).isTrue();
        assertThat(worker.owes()).as("it has ended").isFalse();
    }

    @Test
    void B_14_what_is_set_beside_a_worker_is_owed_until_its_turn_comes() {
        List<Runnable> tasks = new ArrayList<>();
        places = tasks::add;
        ObjectWorker worker = worker();
        assertThat(worker.owes()).isFalse();
        assertThat(worker.write(patch("given"), Basis.NONE, () -> {})).isTrue();

        assertThat(worker.owes()).isTrue();
        tasks.remove(0).run();
        assertThat(worker.owes()).isFalse();
        assertThat(worker.write(patch("given"), Basis.NONE, () -> {}))
                .as("it has ended")
                .isFalse();
        assertThat(worker.wake()).as("it has ended").isFalse();
    }

    @Test
    void R15_a_worker_that_breaks_off_before_it_looks_at_what_it_was_woken_for_looks_at_it_later() {
        atWork();
        ObjectWorker worker = worker();
        work.then(this::waiting);
        assertThat(worker.take(event(1), 0)).isTrue();
        boolean[] fails = {true};
        places = new Places() {
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
        assertThat(worker.take(event(2), 0)).isFalse();
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
        Workers workers = new Workers(KIND, work, Runnable::run, timers, office.waiting());
        work.then((memory, newest) -> {
            workers.forgetVersions();
            return memory.written(event(7).body()).settled();
        });
        workers.deliver(event(1), 0);
        workers.deliver(event(2), 0);

        assertThat(work.before).hasSize(2);
        assertThat(work.before.get(1).awaitedVersion()).isNull();
    }

    @Test
    void R4_after_a_list_nothing_stays_of_what_is_in_its_scope_and_not_in_it_whether_it_was_idle_or_not() {
        Workers workers = new Workers(KIND, work, Runnable::run, timers, office.waiting());
        for (String namespace : Arrays.asList("a", "b", null)) {
            for (String name : List.of("stays", "goes")) {
                workers.deliver(event(namespace, "idle-" + name + "-" + namespace, 1), 0);
                work.then(this::waiting);
                workers.deliver(event(namespace, "busy-" + name + "-" + namespace, 1), 0);
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
        places = new Places() {
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
        ObjectWorker worker = worker();
        for (String name : List.of("one", "other")) {
            assertThat(worker.write(
                            Patch.EMPTY.withAnnotation(name, "set"), Basis.NONE.inDoubt(), () -> told.add(name)))
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
        Workers workers = new Workers(KIND, work, Runnable::run, timers, office.waiting());
        List<Integer> known = new ArrayList<>();
        work.then((memory, newest) -> {
            workers.retain("default", Set.of());
            known.add(workers.size());
            workers.deliver(event(2), 0);
            assertThat(work.before).as("who is called for it").hasSize(1);
            return memory.settled();
        });
        workers.deliver(event(1), 0);

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
        ObjectWorker worker = worker();
        work.then((memory, newest) -> {
            assertThat(worker.end()).isTrue();
            taken.add(worker.isThere());
            assertThat(worker.unsettled()).isNull();
            assertThat(worker.owes()).isFalse();
            assertThat(worker.wake()).isTrue();
            return waiting(memory, newest);
        });
        assertThat(worker.take(event(1), 0)).isTrue();

        assertThat(taken).containsExactly(false);
        assertThat(office.told).containsExactly("leaving", "gone");
        assertThat(worker.take(event(2), 0)).isFalse();
        timers.advance(WAIT);
        assertThat(work.before).hasSize(1);
    }

    @Test
    void R15_a_worker_that_breaks_off_and_whose_object_is_gone_meanwhile_ends() {
        ObjectWorker worker = worker();
        work.then((memory, newest) -> {
            assertThat(worker.end()).isTrue();
            return memory.settled();
        });
        assertThat(worker.write(patch("set"), Basis.NONE, () -> {
                    throw new OutOfMemoryError("no memory to go on");
                }))
                .isTrue();

        assertThat(office.told).containsExactly("leaving", "gone");
        assertThat(worker.take(event(2), 0)).isFalse();
    }
}

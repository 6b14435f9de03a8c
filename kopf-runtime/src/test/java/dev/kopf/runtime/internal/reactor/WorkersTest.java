package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kopf.runtime.internal.client.SystemTimers;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.ResourceKind;
import dev.kopf.runtime.resource.WatchEvent;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What crosses threads: events, alarms, lists and the ends of cycles meet at the same objects, again and again. It fails within a few rounds
 * where a lock of {@link ObjectWorker} or the loop of {@link Workers#deliver} is taken away.
 */
@Timeout(120)
final class WorkersTest {

    private static final int ROUNDS = 300;
    private static final int OBJECTS = 4;
    private static final int EVENTS = 25;
    private static final ResourceKind KIND =
            new ResourceKind("example.org", "v1", "Widget", "widgets", ResourceKind.Scope.NAMESPACED);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SystemTimers timers = new SystemTimers();
    private final Recorder recorder = new Recorder();
    private final WaitingStates room = new WaitingStates(Long.MAX_VALUE);
    private final Workers workers = new Workers(KIND, recorder, threads::execute, timers, room);

    /** Notes what happens to each object, and whether two things did at once. */
    private static final class Recorder implements ObjectWorker.Work {

        final Map<String, Integer> newest = new ConcurrentHashMap<>();
        final Map<String, AtomicInteger> inside = new ConcurrentHashMap<>();
        final AtomicInteger spied = new AtomicInteger();
        final List<String> problems = Collections.synchronizedList(new ArrayList<>());

        @Override
        public boolean spies() {
            return true;
        }

        @Override
        public Patch spy(ObjectRef object, Memory memory, WatchEvent event) {
            spied.incrementAndGet();
            return Patch.EMPTY;
        }

        @Override
        public @Nullable Memory cycle(
                ObjectRef object, Memory memory, @Nullable WaitingState event, Patch extra, int turnsOfOthers) {
            AtomicInteger count = inside.computeIfAbsent(object.uid(), uid -> new AtomicInteger());
            if (count.incrementAndGet() != 1) {
                problems.add("two at once on " + object);
            }
            try {
                if (event == null) {
                    return memory.settled();
                }
                if (event.type() == WatchEvent.Type.DELETED) {
                    return null;
                }
                int version = Integer.parseInt(event.resourceVersion());
                Integer before = newest.put(object.uid(), version);
                if (before != null && before > version) {
                    problems.add(object + " went back from " + before + " to " + version);
                }
                boolean owes = version % 3 == 0;
                return owes ? memory.waiting(event, Instant.now()) : memory.settled();
            } finally {
                count.decrementAndGet();
            }
        }

        @Override
        public String digest(WatchEvent event) {
            return event.body().resourceVersion();
        }

        @Override
        public boolean isStopping() {
            return false;
        }
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        timers.close();
    }

    @Test
    void P6_of_10_000_objects_that_wait_for_a_turn_or_a_retry_no_more_states_are_in_memory_than_there_is_room_for() {
        int objects = 10_000;
        long size = 15_000;
        long most = 100 * size;
        Deque<Runnable> queue = new ArrayDeque<>();
        Waiting waiting = new Waiting();
        WaitingStates some = new WaitingStates(most);
        Workers many = new Workers(KIND, waiting, queue::add, timers, some);
        List<WeakReference<Object>> states = new ArrayList<>();
        for (int i = 0; i < objects; i++) {
            deliverBig(many, "waiting-" + i, states);
        }
        assertThat(some.taken()).isBetween(most - 2 * size, most);
        await().untilAsserted(() -> assertThat(reachable(states) * size).isBetween(most / 2, most));

        while (!queue.isEmpty()) {
            queue.remove().run();
        }
        assertThat(waiting.cycles).hasValue(objects);
        await().untilAsserted(() -> assertThat(reachable(states) * size).isBetween(most / 2, most));

        many.retain("default", Set.of());
        assertThat(some.taken()).isZero();
    }

    private static long reachable(List<WeakReference<Object>> states) {
        System.gc();
        return states.stream().filter(state -> state.get() != null).count();
    }

    private static void deliverBig(Workers to, String uid, List<WeakReference<Object>> states) {
        WatchEvent event = bigEvent(uid);
        states.add(new WeakReference<>(event.body().fields().get("spec")));
        to.deliver(event, 0);
    }

    private static WatchEvent bigEvent(String uid) {
        Map<String, @Nullable Object> fields =
                new HashMap<>(event(WatchEvent.Type.ADDED, uid, 1).body().fields());
        fields.put("spec", new HashMap<>(Map.of("text", "x".repeat(15_000))));
        return new WatchEvent(WatchEvent.Type.ADDED, new Body(fields));
    }

    private static WatchEvent event(WatchEvent.Type type, String uid, int version) {
        Map<String, @Nullable Object> metadata = new HashMap<>();
        metadata.put("name", uid);
        metadata.put("namespace", "default");
        metadata.put("uid", uid);
        metadata.put("resourceVersion", String.valueOf(version));
        return new WatchEvent(type, new Body(Map.of("metadata", metadata)));
    }

    @Test
    void P2_events_of_an_object_are_worked_on_one_at_a_time_and_the_newest_is_never_lost() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> uids = uids(round);
            List<Thread> watchers = uids.stream()
                    .map(uid -> new Thread(() -> IntStream.rangeClosed(1, EVENTS)
                            .forEach(i -> workers.deliver(event(WatchEvent.Type.MODIFIED, uid, i), 0))))
                    .toList();
            watchers.forEach(Thread::start);
            for (int i = 0; i < 10; i++) {
                workers.forgetVersions();
                workers.retain("elsewhere", Set.of());
            }
            for (Thread watcher : watchers) {
                watcher.join();
            }
            soon().untilAsserted(() -> assertThat(recorder.newest)
                    .containsAllEntriesOf(uids.stream().collect(Collectors.toMap(uid -> uid, uid -> EVENTS))));
        }
        soon().untilAsserted(() -> assertThat(recorder.spied).hasValue(ROUNDS * OBJECTS * EVENTS));

        assertThat(recorder.problems).isEmpty();
        assertThat(workers.size()).isEqualTo(ROUNDS * OBJECTS);
        soon().untilAsserted(() -> assertThat(room.taken()).isZero());
    }

    @Test
    void P6_room_for_states_that_wait_is_given_back_whatever_meets() throws Exception {
        WaitingStates small = new WaitingStates(2_000); // for two or three of eight objects
        Workers few = new Workers(KIND, recorder, threads::execute, timers, small);
        for (int round = 0; round < ROUNDS; round++) {
            List<String> uids = uids(round);
            List<Thread> watchers = uids.stream()
                    .map(uid -> new Thread(() -> IntStream.rangeClosed(1, EVENTS)
                            .forEach(i -> few.deliver(event(WatchEvent.Type.MODIFIED, uid, i), 0))))
                    .toList();
            watchers.forEach(Thread::start);
            for (int i = 0; i < 10; i++) {
                few.retain("default", Set.copyOf(uids.subList(i % OBJECTS, OBJECTS)));
                assertThat(small.taken()).isBetween(0L, 2_000L);
            }
            for (Thread watcher : watchers) {
                watcher.join();
            }
            few.retain("default", Set.of());
        }

        soon().untilAsserted(() -> assertThat(small.taken()).isZero());
        assertThat(few.size()).isZero();
    }

    @Test
    void R4_nothing_of_a_vanished_object_stays_whether_an_event_says_so_or_a_list() {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> uids = uids(round);
            uids.forEach(uid -> workers.deliver(event(WatchEvent.Type.ADDED, uid, 1), 0));
            workers.deliver(event(WatchEvent.Type.DELETED, uids.get(0), 2), 0);
            workers.deliver(event(WatchEvent.Type.DELETED, uids.get(1), 2), 0);
            workers.retain("default", Set.of());
        }

        soon().untilAsserted(() -> assertThat(workers.size()).isZero());
        assertThat(recorder.problems).isEmpty();
        assertThat(room.taken()).isZero();
    }

    @Test
    void P2_10_000_objects_that_wait_for_a_retry_cost_timers_and_no_threads() {
        int objects = 10_000;
        ExecutorService perTask = Threads.perTask(timers);
        Waiting waiting = new Waiting();
        Workers many = new Workers(
                KIND,
                waiting,
                new BoundedExecutor(perTask, timers, new BoundedExecutor.Limits(32, 1000)),
                timers,
                room);
        ThreadMXBean all = ManagementFactory.getThreadMXBean();
        int before = all.getThreadCount();
        all.resetPeakThreadCount();
        try {
            for (int i = 0; i < objects; i++) {
                many.deliver(event(WatchEvent.Type.ADDED, "waiting-" + i, 1), 0);
            }
            soon().untilAsserted(() -> assertThat(waiting.cycles).hasValue(objects));

            assertThat(all.getPeakThreadCount() - before).isLessThan(100);
            assertThat(many.size()).isEqualTo(objects);
        } finally {
            perTask.shutdownNow();
        }
    }

    @Test
    void R6_an_object_that_a_list_finds_gone_is_gone_at_once_though_it_is_worked_on() {
        List<Boolean> there = new ArrayList<>();
        Waiting waiting = new Waiting();
        Workers few = new Workers(KIND, waiting, Runnable::run, timers, room);
        waiting.during = object -> {
            there.add(few.isThere(object));
            few.retain("default", Set.of());
            there.add(few.isThere(object));
        };
        few.deliver(event(WatchEvent.Type.ADDED, "gone", 1), 0);

        assertThat(there).containsExactly(true, false);
        assertThat(few.size()).isZero();
    }

    /** Owes something to each object in an hour. */
    private static final class Waiting implements ObjectWorker.Work {
        final AtomicInteger cycles = new AtomicInteger();
        volatile Consumer<ObjectRef> during = object -> {};

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
            cycles.incrementAndGet();
            during.accept(object);
            return newest == null
                    ? memory
                    : memory.waiting(newest, Instant.now().plus(Duration.ofHours(1)));
        }

        @Override
        public String digest(WatchEvent event) {
            return event.body().resourceVersion();
        }

        @Override
        public boolean isStopping() {
            return false;
        }
    }

    private static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1));
    }

    private static List<String> uids(int round) {
        return IntStream.range(0, OBJECTS).mapToObj(i -> round + "-" + i).toList();
    }
}

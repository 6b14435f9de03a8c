package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.handler.IndexName;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.handler.Lifecycle;
import dev.kopf.runtime.handler.Registry;
import dev.kopf.runtime.internal.client.EventSink;
import dev.kopf.runtime.internal.client.FakeApi;
import dev.kopf.runtime.internal.client.FakeTimers;
import dev.kopf.runtime.internal.client.Patcher;
import dev.kopf.runtime.internal.execution.BodyMapper;
import dev.kopf.runtime.internal.execution.HandlerExecutor;
import dev.kopf.runtime.internal.execution.Memos;
import dev.kopf.runtime.internal.execution.Services;
import dev.kopf.runtime.internal.execution.Shared;
import dev.kopf.runtime.internal.indexing.OperatorIndexes;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.progress.UnsettledObject;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.WatchEvent;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whatever breaks off the indexing of an object, or the handing on of what is indexed: it is begun again, and nothing is lost (P1, R15). */
final class IndexingLaneTest {

    private static final IndexName<String, String> BY_VERSION = IndexName.of("byVersion");

    private final FakeTimers timers = new FakeTimers();
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final List<String> handed = new ArrayList<>();
    private final List<Integer> turnsBefore = new ArrayList<>();
    private final OperatorIndexes indexes;
    private final IndexingLane lane;

    /** How many states more are handed on before there is no memory for it, once; less than 0 for never. */
    private int handsOn = -1;

    /** For how many timers there is no memory either then. */
    private int timersFail;

    private int turnsOfOthers;

    /** What happens while a handler is asked, once. */
    private volatile Runnable meanwhile = () -> {};

    private final AtomicInteger asking = new AtomicInteger();

    /** How many were asked for the object at the same time. */
    private final AtomicInteger most = new AtomicInteger();

    /** Whether there is no memory for looking at the clock, once. */
    private boolean forgetsTime;

    IndexingLaneTest() {
        WidgetHandlers handlers = WidgetHandlers.on()
                .event("seen", (widget, ctx) -> {})
                .index(BY_VERSION, (widget, ctx) -> asked(widget));
        Registry registry = Registry.of(List.of(handlers));
        indexes = new OperatorIndexes(registry.indexes());
        Services services = new Services(
                timers,
                () -> 0,
                () -> {
                    throw new IllegalStateException("no client here");
                },
                new BodyMapper(),
                () -> false,
                EventSink.NONE,
                new Shared(new Memos(), indexes));
        Collaborators with = new Collaborators(
                new HandlerExecutor(services),
                new Patcher(new FakeApi(), "finalizer"),
                Persistence.annotations(),
                this::instant,
                () -> 0,
                Lifecycle.allAtOnce(),
                Duration.ofSeconds(1),
                new WaitingStates(Long.MAX_VALUE),
                () -> false);
        KindHandlers kind = registry.kinds().iterator().next();
        IndexingLane.Next next = new IndexingLane.Next() {
            @Override
            public int turnsOfOthers() {
                return turnsOfOthers;
            }

            @Override
            public void take(WatchEvent event, int turns) {
                hand(event, turns);
            }
        };
        lane = new IndexingLane(
                new KindIndexing(kind, with),
                threads::add,
                timers,
                next,
                new IndexReadiness(indexes, timers, () -> {}));
    }

    private Map<String, String> asked(GenericKubernetesResource widget) {
        asking.incrementAndGet();
        Runnable what = meanwhile;
        meanwhile = () -> {};
        what.run();
        most.accumulateAndGet(asking.getAndDecrement(), Math::max);
        return Map.of(
                widget.getMetadata().getResourceVersion(), widget.getMetadata().getName());
    }

    private Instant instant() {
        if (forgetsTime) {
            forgetsTime = false;
            throw new OutOfMemoryError("no memory for the time");
        }
        return timers.instant();
    }

    private void hand(WatchEvent event, int turns) {
        if (handsOn-- == 0) {
            timers.failNext(timersFail);
            throw new OutOfMemoryError("no memory for a state");
        }
        handed.add((event.type() == WatchEvent.Type.DELETED ? "end " : "")
                + event.body().resourceVersion());
        turnsBefore.add(turns);
    }

    private static WatchEvent event(WatchEvent.Type type, int version) {
        Map<String, Object> metadata =
                Map.of("name", "w", "namespace", "default", "uid", "uid-1", "resourceVersion", String.valueOf(version));
        return new WatchEvent(
                type, new Body(Map.of("apiVersion", "example.org/v1", "kind", "Widget", "metadata", metadata)));
    }

    private void deliver(WatchEvent.Type type, int version) {
        lane.deliver(event(type, version), turnsOfOthers);
    }

    private void work() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }

    private void advance() {
        timers.advance(Duration.ofSeconds(1));
        work();
    }

    @Test
    void P2_indexing_that_breaks_off_begins_again_though_there_is_no_memory_for_that_at_first() {
        handsOn = 0;
        timersFail = 2;
        deliver(WatchEvent.Type.ADDED, 1);
        work();
        assertThat(handed).isEmpty();
        advance();

        assertThat(handed).containsExactly("1");
    }

    @Test
    void P1_states_that_cannot_be_handed_on_are_handed_on_later_each_once_and_before_newer_ones() {
        deliver(WatchEvent.Type.ADDED, 1);
        deliver(WatchEvent.Type.MODIFIED, 2);
        deliver(WatchEvent.Type.MODIFIED, 3);
        handsOn = 1;
        work();
        assertThat(handed).containsExactly("1");
        assertThat(lane.unsettled()).hasSize(1);
        assertThat(lane.isDone(event(WatchEvent.Type.MODIFIED, 3).body())).isFalse();
        deliver(WatchEvent.Type.MODIFIED, 4);
        work();
        advance();

        assertThat(handed).containsExactly("1", "2", "3", "4");
        assertThat(indexes.index(BY_VERSION).asMap()).isEqualTo(Map.of("4", List.of("w")));
        assertThat(lane.unsettled()).isEmpty();
        assertThat(lane.isDone(event(WatchEvent.Type.MODIFIED, 4).body())).isTrue();
    }

    @Test
    void P1_an_end_that_cannot_be_handed_on_is_handed_on_later_and_nothing_stays_of_the_object() {
        deliver(WatchEvent.Type.ADDED, 1);
        work();
        deliver(WatchEvent.Type.DELETED, 2);
        handsOn = 0;
        work();
        assertThat(handed).containsExactly("1");
        advance();

        assertThat(handed).containsExactly("1", "end 2");
        assertThat(indexes.index(BY_VERSION).asMap()).isEmpty();
        assertThat(lane.isDone(event(WatchEvent.Type.MODIFIED, 1).body())).isFalse();
        deliver(WatchEvent.Type.ADDED, 3);
        work();
        assertThat(handed).containsExactly("1", "end 2", "3");
        assertThat(indexes.index(BY_VERSION).asMap()).isEqualTo(Map.of("3", List.of("w")));
    }

    @Test
    void P1_states_that_cannot_be_handed_on_are_so_later_though_a_write_of_ours_is_indexed_meanwhile() {
        deliver(WatchEvent.Type.ADDED, 1);
        handsOn = 0;
        work();
        WatchEvent made = event(WatchEvent.Type.MODIFIED, 2);
        lane.index(ObjectRef.of(WidgetHandlers.KIND, made.body()), made);
        assertThat(indexes.index(BY_VERSION).asMap()).isEqualTo(Map.of("2", List.of("w")));
        assertThat(lane.unsettled()).hasSize(1);
        advance();

        assertThat(handed).containsExactly("1");
        assertThat(lane.unsettled()).isEmpty();
    }

    @Test
    void R15_a_state_that_could_not_be_indexed_is_handed_on_at_once_and_indexed_later() {
        deliver(WatchEvent.Type.ADDED, 1);
        work();
        deliver(WatchEvent.Type.MODIFIED, 2);
        forgetsTime = true;
        work();
        assertThat(handed).containsExactly("1", "2");
        assertThat(indexes.index(BY_VERSION).asMap()).isEqualTo(Map.of("1", List.of("w")));
        assertThat(lane.isDone(event(WatchEvent.Type.MODIFIED, 2).body())).isFalse();
        assertThat(lane.unsettled()).hasSize(1);
        advance();

        assertThat(handed).containsExactly("1", "2");
        assertThat(indexes.index(BY_VERSION).asMap()).isEqualTo(Map.of("2", List.of("w")));
        assertThat(lane.isDone(event(WatchEvent.Type.MODIFIED, 2).body())).isTrue();
        assertThat(lane.unsettled()).isEmpty();
    }

    @Test
    void N10_what_waits_while_others_have_their_turn_is_handed_on_as_what_is_from_before() {
        deliver(WatchEvent.Type.ADDED, 1);
        turnsOfOthers = 1;
        deliver(WatchEvent.Type.MODIFIED, 2);
        work();
        deliver(WatchEvent.Type.MODIFIED, 3);
        work();

        assertThat(handed).containsExactly("1", "2", "3");
        assertThat(turnsBefore).as("as the oldest of what waits together").containsExactly(0, 0, 1);
    }

    @Test
    void P2_an_object_that_comes_back_while_a_handler_is_asked_is_indexed_when_that_is_done() {
        List<UnsettledObject> unsettled = new ArrayList<>();
        deliver(WatchEvent.Type.ADDED, 1);
        meanwhile = () -> {
            lane.retain(null, Set.of());
            unsettled.addAll(lane.unsettled().toList());
            deliver(WatchEvent.Type.ADDED, 2);
            work();
        };
        work();

        assertThat(unsettled).as("of an object that is gone").isEmpty();
        assertThat(most).hasValue(1);
        assertThat(handed).as("what was from before has gone").containsExactly("2");
        assertThat(indexes.index(BY_VERSION).asMap()).isEqualTo(Map.of("2", List.of("w")));
        assertThat(lane.isDone(event(WatchEvent.Type.MODIFIED, 2).body())).isTrue();
    }

    @Test
    void R4_nothing_stays_of_an_object_that_has_gone_while_a_handler_was_asked() {
        deliver(WatchEvent.Type.ADDED, 1);
        meanwhile = () -> lane.retain(null, Set.of());
        work();
        assertThat(lane.size()).isZero();
        assertThat(handed).isEmpty();
        assertThat(indexes.index(BY_VERSION).asMap()).isEmpty();
        deliver(WatchEvent.Type.ADDED, 1);
        work();

        assertThat(handed).containsExactly("1");
        assertThat(indexes.index(BY_VERSION).asMap()).isEqualTo(Map.of("1", List.of("w")));
    }

    @Test
    void P2_what_a_write_has_made_is_indexed_when_a_handler_that_is_asked_is_done() throws InterruptedException {
        WatchEvent made = event(WatchEvent.Type.MODIFIED, 2);
        Thread writer = new Thread(() -> lane.index(ObjectRef.of(WidgetHandlers.KIND, made.body()), made));
        deliver(WatchEvent.Type.ADDED, 1);
        meanwhile = () -> {
            writer.start();
            await("it waits, or has asked")
                    .until(() ->
                            writer.getState() == Thread.State.WAITING || writer.getState() == Thread.State.TERMINATED);
        };
        work();
        writer.join();

        assertThat(most).hasValue(1);
        assertThat(indexes.index(BY_VERSION).asMap()).isEqualTo(Map.of("2", List.of("w")));
    }

    @Test
    void R4_nothing_stays_of_an_object_that_has_gone_while_what_a_write_has_made_was_indexed() {
        deliver(WatchEvent.Type.ADDED, 1);
        work();
        WatchEvent made = event(WatchEvent.Type.MODIFIED, 2);
        Map<String, List<String>> meantime = new HashMap<>();
        meanwhile = () -> {
            lane.retain(null, Set.of());
            meantime.putAll(indexes.index(BY_VERSION).asMap());
        };
        lane.index(ObjectRef.of(WidgetHandlers.KIND, made.body()), made);
        assertThat(meantime).isEmpty();
        assertThat(lane.size()).isZero();
        assertThat(indexes.index(BY_VERSION).asMap()).isEmpty();
        deliver(WatchEvent.Type.ADDED, 3);
        work();

        assertThat(handed).containsExactly("1", "3");
        assertThat(indexes.index(BY_VERSION).asMap()).isEqualTo(Map.of("3", List.of("w")));
        lane.retain("default", Set.of());
        assertThat(lane.size()).as("that nobody is busy with").isZero();
    }

    @Test
    void I_6_what_a_write_has_made_of_versions_from_before_a_backup_was_restored_is_not_indexed() {
        deliver(WatchEvent.Type.ADDED, 8);
        work();
        WatchEvent made = event(WatchEvent.Type.MODIFIED, 9);
        meanwhile = () -> {
            lane.forgetVersions();
            deliver(WatchEvent.Type.LISTED, 3);
        };
        lane.index(ObjectRef.of(WidgetHandlers.KIND, made.body()), made);
        work();

        assertThat(handed).containsExactly("8", "3");
        assertThat(indexes.index(BY_VERSION).asMap()).isEqualTo(Map.of("3", List.of("w")));
        deliver(WatchEvent.Type.MODIFIED, 4);
        work();
        assertThat(handed).containsExactly("8", "3", "4");
        assertThat(indexes.index(BY_VERSION).asMap()).isEqualTo(Map.of("4", List.of("w")));
    }
}

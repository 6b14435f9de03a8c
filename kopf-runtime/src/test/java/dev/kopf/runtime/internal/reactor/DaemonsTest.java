package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kopf.runtime.handler.DaemonContext;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.ResourceFunction;
import dev.kopf.runtime.handler.StopReason;
import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.resource.Finalizers;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Daemons of objects, from the watch to their end (B-1…B-16, R6): they have threads of their own here, all else is done by the thread
 * of the test, on a clock that it turns.
 */
@Timeout(60)
final class DaemonsTest {

    private static final Duration LONG = Duration.ofDays(1);
    private static final String LABEL = "{\"metadata\": {\"labels\": {\"on\": \"%s\"}}}";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final World world = new World().workingIn(work::add).withDaemonsIn(threads);
    private final Queue<String> said = new ConcurrentLinkedQueue<>();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** Works until it is to stop, as daemons do. */
    private @Nullable Object works(DaemonContext ctx) throws InterruptedException {
        said.add("begun");
        while (!ctx.stopped().await(LONG)) {
            said.add("waited");
        }
        said.add("ended");
        return null;
    }

    /** Lets the thread of the test do what there is to do, until something holds. */
    private void until(Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(5)).until(() -> {
            advance(Duration.ZERO);
            return condition.call();
        });
    }

    private void untilSaid(String... what) {
        until(() -> List.copyOf(said).equals(List.of(what)));
    }

    /** Does what there is to do, and hears of nothing more. */
    private void work() {
        for (Runnable task = work.poll(); task != null; task = work.poll()) {
            task.run();
        }
    }

    private void advance(Duration time) {
        world.timers.advance(time);
        boolean busy = true;
        while (busy) {
            world.settle();
            Runnable task = work.poll();
            busy = task != null;
            if (task != null) {
                task.run();
            }
        }
    }

    private void delete() {
        world.delete();
        advance(Duration.ZERO);
    }

    private boolean isThere() {
        return world.api.exists("w");
    }

    @Test
    void R6_a_daemon_starts_only_when_the_finalizer_it_needs_is_stored() {
        world.on().daemon("watch", (widget, ctx) -> {
            said.add(String.valueOf(widget.getMetadata().getFinalizers()));
            return works(ctx);
        });
        world.api.refuse(World.OBJECT, 500);
        world.start().create("{}");
        advance(Duration.ZERO);
        assertThat(world.widget().finalizers()).isEmpty();
        assertThat(said).isEmpty();

        advance(Duration.ofMinutes(1));
        untilSaid("[" + Finalizers.DEFAULT + "]", "begun");
    }

    @Test
    void R6_a_daemon_ends_with_its_object_which_goes_when_it_has_ended() {
        CountDownLatch last = new CountDownLatch(1);
        world.on().daemon("watch", (widget, ctx) -> {
            works(ctx);
            said.addAll(
                    ctx.stopped().reasons().stream().map(Enum::name).sorted().toList());
            last.await();
            return "done";
        });
        world.start().create("{}");
        untilSaid("begun");
        world.delete();
        until(() -> said.contains(StopReason.RESOURCE_DELETED.name()));
        advance(Duration.ofHours(1));
        assertThat(isThere()).as("it is kept until the daemon has ended").isTrue();
        assertThat(said).containsExactly("begun", "ended", "DAEMON_SIGNALLED", StopReason.RESOURCE_DELETED.name());

        world.api.takeWrites();
        last.countDown();
        until(() -> !isThere());
        assertThat(world.api.takeWrites()).as("its result, and the release").hasSize(2);
    }

    /** What a lock forbids happens without it, if it is tried often enough. */
    @Test
    void R6_an_object_goes_at_whichever_moment_its_daemon_ends() {
        world.on().daemon("watch", (widget, ctx) -> {
            said.add("begun");
            while (!ctx.stopped().isSet()) {
                Thread.onSpinWait();
            }
            return null;
        });
        world.start();
        for (int time = 0; time < 300; time++) {
            said.clear();
            world.api.takeWrites();
            world.create("{}");
            atOnce(() -> !said.isEmpty());
            world.delete();
            atOnce(() -> !isThere());
        }
        assertThat(world.unsettled()).isEmpty();
    }

    /** As {@link #until}, without a pause between two looks. */
    private void atOnce(BooleanSupplier condition) {
        for (int looks = 0; !condition.getAsBoolean(); looks++) {
            assertThat(looks).as("looked in vain").isLessThan(1_000_000);
            advance(Duration.ZERO);
        }
    }

    @Test
    void R6_a_daemon_ends_with_an_object_that_vanishes_without_a_word_of_a_deletion() {
        world.on().daemon("watch", (widget, ctx) -> works(ctx));
        world.start().create("{}");
        untilSaid("begun");
        world.api.remove("w");
        untilSaid("begun", "ended");
    }

    @Test
    void R6_a_daemon_ends_with_an_object_whose_finalizer_was_taken_by_force() {
        world.on().daemon("watch", (widget, ctx) -> works(ctx));
        world.api.create("w", "{}", Map.of("finalizers", List.of("other/one")));
        world.start();
        untilSaid("begun");
        world.patch(
                "{\"metadata\": {\"deletionTimestamp\": \"2026-01-01T00:00:00Z\", \"finalizers\": [\"other/one\"]}}");
        untilSaid("begun", "ended");
    }

    @Test
    void R6_a_daemon_ends_with_its_object_also_while_nothing_can_be_written() {
        world.on().daemon("watch", (widget, ctx) -> works(ctx)).event("seen", (widget, ctx) -> {
            if (ctx.event().body().labels().containsKey("on")) {
                ctx.patch().setStatus("seen", true);
            }
        });
        world.start().create("{}");
        untilSaid("begun");
        for (int i = 0; i < 10; i++) {
            world.api.refuse(World.STATUS, 500);
        }
        world.patch(LABEL.formatted("yes"));
        advance(Duration.ZERO);
        world.delete();
        untilSaid("begun", "ended");
        assertThat(world.status("seen")).isNull();

        until(() -> {
            advance(Duration.ofMinutes(5)); // the longest pause between two writes
            return !isThere();
        });
    }

    @Test
    void R4_a_daemon_ends_with_an_object_that_went_while_nobody_looked() {
        world.on().daemon("watch", (widget, ctx) -> works(ctx));
        world.start().create("{}");
        untilSaid("begun");
        world.api.compact();
        world.api.error(410);
        advance(Duration.ZERO);
        world.api.remove("w");
        advance(Duration.ofMinutes(1));
        untilSaid("begun", "ended");
    }

    @Test
    void R4_a_daemon_ends_with_an_object_whose_kind_went_while_nobody_looked() {
        world.on().daemon("watch", (widget, ctx) -> works(ctx));
        world.start().create("{}");
        untilSaid("begun");
        world.api.compact();
        world.api.served(false);
        world.api.error(410);
        advance(Duration.ZERO);
        world.api.remove("w");
        advance(Duration.ofMinutes(5));
        untilSaid("begun", "ended");
    }

    @Test
    void R2_a_kind_that_is_missing_for_a_moment_ends_no_daemon() {
        world.on().daemon("watch", (widget, ctx) -> works(ctx)).resume("back", (widget, ctx) -> said.add("back"));
        world.start().create("{}");
        untilSaid("begun");
        world.api.compact();
        world.api.served(false);
        world.api.error(410);
        advance(Duration.ZERO);
        advance(Duration.ofSeconds(30));
        world.api.served(true);
        advance(Duration.ofMinutes(5));
        assertThat(world.api.watching()).isEqualTo(1);
        assertThat(said).containsExactly("begun");
    }

    @Test
    void R6_no_daemon_begins_for_an_object_that_went_before_the_finalizer_was_stored() {
        world.on().daemon("watch", (widget, ctx) -> works(ctx));
        world.api.refuse(World.OBJECT, 500);
        world.start().create("{}");
        advance(Duration.ZERO);
        world.api.remove("w");
        advance(Duration.ofHours(1));
        assertThat(said).isEmpty();
    }

    @Test
    void B_8_a_daemon_that_is_not_wanted_any_more_ends_and_another_begins_only_after_that() {
        CountDownLatch last = new CountDownLatch(1);
        world.on().daemon(HandlerOptions.of("watch").withLabel("on", "yes"), (widget, ctx) -> {
            works(ctx);
            last.await();
            return null;
        });
        world.start().create("{}");
        world.patch(LABEL.formatted("yes"));
        untilSaid("begun");
        world.patch(LABEL.formatted("no"));
        untilSaid("begun", "ended");
        world.patch(LABEL.formatted("yes"));
        advance(Duration.ofMinutes(1));
        assertThat(said).containsExactly("begun", "ended");

        last.countDown();
        untilSaid("begun", "ended", "begun");
    }

    @Test
    void C_23_the_finalizer_goes_when_no_daemon_is_for_the_object_any_more() {
        world.on().daemon(HandlerOptions.of("watch").withLabel("on", "yes"), (widget, ctx) -> works(ctx));
        world.start().create("{}");
        world.patch(LABEL.formatted("yes"));
        untilSaid("begun");
        assertThat(world.widget().finalizers()).isEqualTo(List.of(Finalizers.DEFAULT));
        world.patch(LABEL.formatted("no"));
        until(() -> world.widget().finalizers().isEmpty());
        assertThat(said).containsExactly("begun", "ended");
    }

    @Test
    void B_9_a_daemon_that_ended_by_itself_is_not_called_again_and_needs_no_finalizer() {
        world.on().daemon("watch", (widget, ctx) -> {
            said.add("called");
            return "result";
        });
        world.start().create("{}");
        until(() -> "result".equals(world.status("watch"))
                && world.widget().finalizers().isEmpty());
        world.patch("{\"spec\": {\"size\": \"2Gi\"}}");
        advance(Duration.ofHours(1));
        assertThat(said).containsExactly("called");

        world.crash();
        world.start();
        untilSaid("called", "called");
    }

    @Test
    void B_13_a_daemon_that_does_not_stop_is_interrupted_after_the_backoff_and_given_up_after_the_timeout() {
        CountDownLatch never = new CountDownLatch(1);
        HandlerOptions options = HandlerOptions.of("deaf")
                .withCancellationBackoff(Duration.ofSeconds(5))
                .withCancellationTimeout(Duration.ofSeconds(10));
        world.on().daemon(options, (widget, ctx) -> {
            said.add("begun");
            while (never.getCount() > 0) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    said.add("interrupted");
                }
            }
            return null;
        });
        world.start().create("{}");
        untilSaid("begun");
        delete();
        advance(Duration.ofMillis(4_900));
        assertThat(said).containsExactly("begun");
        advance(Duration.ofMillis(200));
        untilSaid("begun", "interrupted");
        advance(Duration.ofMillis(9_800));
        assertThat(isThere()).isTrue();
        advance(Duration.ofMillis(200));
        assertThat(isThere()).isFalse();
        assertThat(world.events).contains("Warning DaemonAbandoned w");
        never.countDown();
    }

    @Test
    void P2_nothing_is_logged_of_a_daemon_while_others_may_wait_for_it() {
        CountDownLatch never = new CountDownLatch(1);
        HandlerOptions deaf = HandlerOptions.of("deaf").withCancellationTimeout(Duration.ofMinutes(2));
        HandlerOptions hopeless = HandlerOptions.of("hopeless").withCancellationTimeout(Duration.ZERO);
        ResourceFunction<GenericKubernetesResource, DaemonContext> hangs = (widget, ctx) -> {
            said.add("begun");
            while (never.getCount() > 0) {
                Thread.onSpinWait();
            }
            return null;
        };
        world.on().daemon("short", (widget, ctx) -> null).daemon(deaf, hangs).daemon(hopeless, hangs);
        try (CapturedLog log = new CapturedLog("kopf.objects")) {
            Set<String> held = log.monitorsHeldWhen("[default/w] Daemon");
            world.start().create("{}");
            untilSaid("begun", "begun");
            delete();
            advance(Duration.ofMinutes(3));
            never.countDown();
            until(() -> log.messages().stream()
                            .filter(line -> line.contains("was given up, and has ended now"))
                            .count()
                    == 2);
            assertThat(log.messages())
                    .anyMatch(line -> line.contains("'short' has ended by itself"))
                    .anyMatch(line -> line.contains("'deaf' was to stop 60 s ago and still runs"))
                    .anyMatch(line -> line.contains("'deaf' was to stop 120 s ago, was interrupted"))
                    .anyMatch(line -> line.contains("'hopeless' was to stop 0 s ago, was interrupted"));
            assertThat(held).isEmpty();
        }
    }

    @Test
    void B_13_a_daemon_without_these_options_keeps_its_object_and_that_is_said() {
        CountDownLatch last = new CountDownLatch(1);
        world.on().daemon("deaf", (widget, ctx) -> {
            said.add("begun");
            last.await();
            return null;
        });
        world.start().create("{}");
        untilSaid("begun");
        delete();
        advance(Duration.ofSeconds(59));
        assertThat(world.events).isEmpty();
        advance(Duration.ofSeconds(2));
        assertThat(world.events).containsExactly("Warning DaemonStillRunning w");
        advance(Duration.ofDays(2));
        assertThat(isThere()).isTrue();
        assertThat(world.events).hasSizeBetween(10, 60);

        last.countDown();
        until(() -> !isThere());
    }

    @Test
    void C_24_delete_handlers_are_called_while_a_daemon_ends_and_the_object_waits_for_both() {
        CountDownLatch last = new CountDownLatch(1);
        world.on()
                .daemon("watch", (widget, ctx) -> {
                    works(ctx);
                    last.await();
                    return null;
                })
                .delete("onDelete", (widget, ctx) -> said.add("deleted"));
        world.start().create("{}");
        untilSaid("begun");
        world.delete();
        until(() -> said.contains("deleted") && said.contains("ended"));
        advance(Duration.ofHours(1));
        assertThat(isThere()).isTrue();

        last.countDown();
        until(() -> !isThere());
        assertThat(said).as("the delete handler is called once").hasSize(3);
    }

    @Test
    void G_7_a_daemon_sees_its_object_as_it_comes_to_be() {
        world.on().daemon("watch", (widget, ctx) -> {
            said.add("begun");
            while (!ctx.stopped().await(Duration.ofSeconds(10))) {
                said.add(String.valueOf(ctx.latest(widget.getClass()).<Object>get("spec", "size")));
            }
            return null;
        });
        world.start().create("{\"size\": \"1Gi\"}");
        untilSaid("begun");
        world.patch("{\"spec\": {\"size\": \"2Gi\"}}");
        until(() -> world.timers.waiting() > 1);
        advance(Duration.ofSeconds(10));
        untilSaid("begun", "2Gi");
    }

    @Test
    void R8_daemons_end_when_the_operator_does() {
        world.on().daemon("watch", (widget, ctx) -> {
            works(ctx);
            said.addAll(
                    ctx.stopped().reasons().stream().map(Enum::name).sorted().toList());
            return null;
        });
        world.start().create("{}");
        untilSaid("begun");
        world.crash();
        await().until(() -> said.contains(StopReason.OPERATOR_EXITING.name()));
    }

    @Test
    void B_14_daemons_end_while_another_operator_has_taken_over_and_begin_again() {
        world.on()
                .daemon("watch", (widget, ctx) -> {
                    works(ctx);
                    said.add(ctx.stopped().reasons().contains(StopReason.OPERATOR_PAUSING) ? "paused" : "over");
                    return null;
                })
                .timer("tick", Duration.ofSeconds(10), (widget, ctx) -> world.note("tick"));
        world.start().create("{}");
        untilSaid("begun");
        world.pauseBackground();
        untilSaid("begun", "ended", "paused");
        int ticks = world.calls.size();
        world.patch(LABEL.formatted("yes"));
        advance(Duration.ofHours(1));
        assertThat(said).hasSize(3);
        assertThat(world.calls).hasSize(ticks);
        assertThat(world.widget().finalizers()).as("it is needed still").isEqualTo(List.of(Finalizers.DEFAULT));

        world.resumeBackground();
        untilSaid("begun", "ended", "paused", "begun");
        assertThat(world.calls).hasSize(ticks + 1);
    }

    private void endAfterOthersHaveWorked() {
        CountDownLatch last = new CountDownLatch(1);
        world.on().daemon("watch", (widget, ctx) -> {
            works(ctx);
            last.await();
            return "ours";
        });
        world.start().create("{}");
        untilSaid("begun");
        world.pauseBackground();
        untilSaid("begun", "ended");
        world.patch("{\"status\": {\"watch\": \"theirs\"}}");
        world.resumeBackground(); // others have come and gone before it ends
        advance(Duration.ZERO);

        last.countDown();
        until(() -> {
            advance(Duration.ofSeconds(1)); // what could not be stored is tried again
            return said.size() > 2 && world.unsettled().isEmpty();
        });
        assertThat(said).containsExactly("begun", "ended", "begun");
    }

    @Test
    void N10_what_a_daemon_returns_that_takes_longer_than_others_work_is_not_written_over_theirs() {
        endAfterOthersHaveWorked();

        assertThat(world.status("watch")).isEqualTo("theirs");
    }

    @Test
    void N10_nor_where_something_else_is_owed_to_its_object() {
        world.on().create("made", (widget, ctx) -> "made");
        world.api.refuse(World.STATUS, 500);
        endAfterOthersHaveWorked();

        assertThat(world.status("watch")).isEqualTo("theirs");
        assertThat(world.status("made")).isEqualTo("made");
    }

    @Test
    void P3_what_a_daemon_returns_after_a_pause_is_seen_by_handlers_before_the_watch_has_told_of_it() {
        CountDownLatch last = new CountDownLatch(1);
        world.on()
                .daemon("watch", (widget, ctx) -> {
                    works(ctx);
                    last.await();
                    return "ours";
                })
                .update(
                        "changed",
                        (widget, change, ctx) -> world.note("after " + widget.<Object>get("status", "watch")));
        world.start().create("{}");
        untilSaid("begun");
        world.pauseBackground();
        untilSaid("begun", "ended");
        world.resumeBackground();
        advance(Duration.ZERO);
        world.api.patch("w", "{\"spec\": {\"size\": \"2Gi\"}}"); // the watch is behind

        world.api.during(World.STATUS, world::settle); // it tells of that before the answer to the write
        last.countDown();
        await().until(() -> !work.isEmpty());
        work(); // before it tells of the write
        untilSaid("begun", "ended", "begun");
        assertThat(world.calls).containsExactly("after ours");
    }

    @Test
    void N10_a_daemon_begins_after_a_pause_with_the_object_as_others_have_left_it() {
        world.on().daemon("watch", (widget, ctx) -> {
            said.add(String.valueOf(widget.<Object>get("spec", "size")));
            return works(ctx);
        });
        world.start().create("{\"size\": \"1Gi\"}");
        untilSaid("1Gi", "begun");
        world.pauseBackground();
        untilSaid("1Gi", "begun", "ended");
        world.api.patch("w", "{\"spec\": {\"size\": \"2Gi\"}}"); // the watch is behind
        world.api.requests.clear();

        world.resumeBackground();
        work();
        assertThat(world.api.requests)
                .as("it is asked for, as nothing was told")
                .isNotEmpty();
        untilSaid("1Gi", "begun", "ended", "2Gi", "begun");
    }

    @Test
    void R14_a_daemon_whose_filter_threw_once_is_called_when_it_does_not_any_more() {
        AtomicBoolean throwing = new AtomicBoolean(true);
        HandlerOptions options = HandlerOptions.of("watch")
                .withBackoff(Duration.ofSeconds(10))
                .when(GenericKubernetesResource.class, (widget, ctx) -> {
                    if (throwing.get()) {
                        throw new IllegalStateException("not today");
                    }
                    return true;
                });
        world.on().daemon(options, (widget, ctx) -> works(ctx));
        world.start().create("{}");
        advance(Duration.ofSeconds(15));
        assertThat(said).isEmpty();

        throwing.set(false);
        world.patch(LABEL.formatted("yes"));
        until(() -> {
            advance(Duration.ofSeconds(10)); // the pause of the attempt that failed
            return !said.isEmpty();
        });
        assertThat(said).containsExactly("begun");
    }
}

package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.progress.Persistence;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is stored on objects is dropped by somebody, or written by somebody else. */
final class HostileStateTest {

    private final World world = new World();

    @Test
    void P4_what_cannot_be_remembered_is_not_done_again_at_once() {
        world.storing(Persistence.status("kopf")).api.pruning("kopf");
        world.on().create("onCreate", (widget, ctx) -> world.note("create"));
        world.start().create("{\"size\": 1}");
        assertThat(world.calls).containsExactly("create");

        world.advance(Duration.ofMinutes(4));
        assertThat(world.calls).containsExactly("create");
        world.patch("{\"spec\": {\"size\": 2}}");
        assertThat(world.calls).as("a change is handled").containsExactly("create", "create");
        world.advance(Duration.ofMinutes(5));
        assertThat(world.calls).hasSize(3);
    }

    @Test
    void P4_a_pass_with_checkpoints_that_are_dropped_does_not_begin_anew_at_once() {
        world.storing(Persistence.status("kopf"))
                .checkpointing(Duration.ZERO)
                .api
                .pruning("kopf");
        world.on().create("one", (widget, ctx) -> world.note("one")).create("two", (widget, ctx) -> world.note("two"));
        world.start().create("{\"size\": 1}");

        assertThat(world.calls).containsExactly("one");
    }

    @Test
    void S_10_a_stored_state_that_is_nested_without_end_counts_as_not_there() {
        String deep = "{\"spec\":".repeat(15_000) + "1" + "}".repeat(15_000);
        world.on()
                .create("onCreate", (widget, ctx) -> {
                    world.note("create " + ctx.retry());
                    if (ctx.retry() == 0) {
                        throw new TemporaryException("wait", Duration.ofSeconds(1));
                    }
                    return null;
                })
                .delete("onDelete", (widget, ctx) -> world.note("delete"));
        world.start();
        world.api.create(
                "w",
                "{\"size\": 1}",
                Map.of(
                        "annotations",
                        Map.of(
                                "kopf.zalando.org/last-handled-configuration",
                                deep,
                                "kopf.zalando.org/onCreate",
                                deep)));
        world.settle();
        world.advance(Duration.ofSeconds(1));
        world.delete();

        assertThat(world.calls).containsExactly("create 0", "create 1", "delete");
        assertThat(world.api.exists("w")).isFalse();
    }

    @Test
    void P4_what_was_written_late_and_cannot_be_remembered_is_not_done_again_at_once() {
        world.storing(Persistence.status("kopf")).api.pruning("kopf");
        world.on().create("onCreate", (widget, ctx) -> world.note("create"));
        world.api.refuse(World.STATUS, 500);
        world.start().create("{\"size\": 1}");
        world.advance(Duration.ofMinutes(4));
        assertThat(world.calls).containsExactly("create");
        world.advance(Duration.ofMinutes(2));
        assertThat(world.calls).as("it is tried again").hasSize(2);
    }

    @Test
    void P6_a_result_that_is_dropped_does_not_count_as_a_state_that_is() {
        world.api.pruning("onCreate");
        world.on().create("onCreate", (widget, ctx) -> 42);
        try (CapturedLog log = new CapturedLog("kopf.objects")) {
            world.start().create("{\"size\": 1}");
            assertThat(log.messages()).noneMatch(message -> message.contains("Nothing can be remembered"));
        }
        assertThat(world.essence()).isNotEmpty();
        assertThat(world.timers.waiting()).as("the watch's own").isEqualTo(1);
    }
}

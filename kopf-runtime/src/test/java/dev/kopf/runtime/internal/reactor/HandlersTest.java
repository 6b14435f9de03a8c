package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.CapturedLog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What handlers are given, what is told of them, and who their sub-handlers are (G-6, G-7, X-15, X-41, X-42). */
final class HandlersTest {

    private static final Duration DELAY = Duration.ofSeconds(10);

    private final World world = new World();

    @Test
    void G_6_a_handler_is_told_who_is_called_and_why_for_which_time_and_since_when() {
        world.on().create("h", (widget, ctx) -> {
            world.calls.add(ctx.handlerId() + " " + ctx.reason() + " " + ctx.retry() + " "
                    + ctx.runtime().toSeconds());
            if (ctx.retry() == 0) {
                throw new TemporaryException("wait", DELAY);
            }
            return null;
        });
        world.on()
                .update(
                        "u",
                        (widget, diff, ctx) -> world.note(
                                ctx.reason() + " " + ctx.diff().items().size()));
        world.on()
                .event(
                        "e",
                        (widget, ctx) ->
                                world.calls.add(String.valueOf(ctx.event().type())));
        world.start().create("{\"size\": 1}");
        world.advance(DELAY);
        world.calls.remove("MODIFIED");
        assertThat(world.calls).containsSubsequence("ADDED", "h CREATE 0 0", "h CREATE 1 10");
        world.calls.clear();
        world.patch("{\"spec\": {\"size\": 2}}");

        assertThat(world.calls).startsWith("MODIFIED", "UPDATE 1");
    }

    @Test
    void G_7_what_is_done_to_the_resource_is_not_written_and_what_is_not_there_is_empty() {
        world.on().create("first", (widget, ctx) -> {
            world.calls.add(widget.getMetadata().getLabels() + " "
                    + widget.getMetadata().getAnnotations());
            widget.getMetadata().setLabels(Map.of("a", "b"));
            widget.setAdditionalProperty("spec", Map.of("size", 5));
            return null;
        });
        world.start().create("{\"size\": 1}");

        assertThat(world.calls).containsExactly("{} {}");
        assertThat(world.widget().labels()).isEmpty();
        assertThat(world.widget().fields().get("spec")).isEqualTo(Map.of("size", 1));
        assertThat(world.essence()).isEqualTo(Map.of("spec", Map.of("size", 1)));
    }

    @Test
    void X_15_errors_that_an_author_speaks_of_have_no_stack_trace_and_others_have() {
        world.on()
                .create("good", (widget, ctx) -> null)
                .create("later", (widget, ctx) -> {
                    throw new TemporaryException("not yet", DELAY);
                })
                .create("never", (widget, ctx) -> {
                    throw new PermanentException("no");
                })
                .create("broken", (widget, ctx) -> {
                    throw new IllegalStateException("boom");
                });
        try (CapturedLog log = new CapturedLog("kopf.objects", Level.DEBUG)) {
            world.start().create("{}");

            assertThat(plain(log.messages(Level.DEBUG))).contains("Handler 'good' is invoked.");
            assertThat(plain(log.messages()))
                    .contains("Handler 'good' succeeded.")
                    .doesNotContain("Handler 'good' is invoked.");
            assertThat(plain(log.messages(Level.ERROR)))
                    .containsExactly(
                            "Handler 'later' failed temporarily: not yet. It is retried in 10.0 s.",
                            "Handler 'never' failed permanently: no.",
                            "Handler 'broken' failed temporarily: boom. It is retried in 1.0 s.");
            assertThat(plain(log.withStackTraces()))
                    .containsExactly("Handler 'broken' failed temporarily: boom. It is retried in 1.0 s.");
        }
    }

    /** Whether a message names its object depends on how the log was set up in the JVM. */
    private static List<String> plain(List<String> messages) {
        return messages.stream()
                .map(message -> message.replace("[default/w] ", ""))
                .toList();
    }

    @Test
    void X_41_sub_handlers_of_a_handler_that_throws_are_left_out_until_it_returns() {
        world.on().create("p", (widget, ctx) -> {
            world.calls.add("p " + ctx.retry());
            ctx.subHandlers(List.of("a"), item -> item, (item, sub) -> world.calls.add(item));
            if (ctx.retry() == 0) {
                throw new TemporaryException("wait", DELAY);
            }
            return null;
        });
        world.start().create("{}");
        assertThat(world.calls).containsExactly("p 0");
        world.advance(DELAY);

        assertThat(world.calls).containsExactly("p 0", "p 1", "a");
        assertThat(world.records()).isEmpty();
    }

    @Test
    void X_42_sub_handlers_have_filters_and_ids_below_that_of_their_parent() {
        world.on().create("p", (widget, ctx) -> {
            ctx.subHandler(
                    HandlerOptions.of("gold").withLabel("tier", "gold"),
                    sub -> world.note(String.valueOf(sub.handlerId())));
            ctx.subHandler(HandlerOptions.of("all"), sub -> world.note(String.valueOf(sub.handlerId())));
            return null;
        });
        world.start().create("{}");

        assertThat(world.calls).containsExactly("p/all");
        assertThat(world.essence()).isNotEmpty();
        assertThat(world.records()).isEmpty();
    }
}

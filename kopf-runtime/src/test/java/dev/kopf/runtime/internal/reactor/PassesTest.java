package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.Lifecycle;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.CapturedLog;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One pass over the handlers of a cause: who is called, and what is remembered on the way (R1, R7). */
final class PassesTest {

    private final World world = new World();

    private static Object size(GenericKubernetesResource widget) {
        return widget.<Object>get("spec", "size");
    }

    @Test
    void R1_who_was_called_before_a_checkpoint_is_told_that_the_object_went_back() {
        world.checkpointing(Duration.ZERO);
        world.on()
                .update("good", (widget, diff, ctx) -> world.note("good " + size(widget)))
                .update("bad", (widget, diff, ctx) -> {
                    world.calls.add("bad " + size(widget));
                    throw new TemporaryException("wait", Duration.ofHours(10));
                });
        world.start().create("{\"size\": 1}");
        world.patch("{\"spec\": {\"size\": 2}}");
        world.patch("{\"spec\": {\"size\": 1}}");

        assertThat(world.calls).containsExactly("good 2", "bad 2", "good 1", "bad 1");
    }

    @Test
    void X_1_a_lifecycle_that_fails_holds_up_nobody() {
        creatingWithTwo();
        world.choosing((handlers, random) -> {
            throw new IllegalStateException("boom");
        });
        world.start().create("{}");

        assertThat(world.calls).containsExactly("a", "b");
        assertThat(world.records()).isEmpty();
    }

    @Test
    void X_1_a_lifecycle_that_chooses_nobody_or_who_is_not_there_holds_up_nobody() {
        creatingWithTwo();
        world.choosing((handlers, random) -> handlers.size() > 1 ? List.of(new HandlerId("other")) : List.of());
        world.start().create("{}");
        world.advance(Duration.ZERO);

        assertThat(world.calls).containsExactly("a", "b");
        assertThat(world.records()).isEmpty();
    }

    @Test
    void X_1_a_handler_that_is_chosen_twice_is_called_once() {
        creatingWithTwo();
        world.choosing((handlers, random) -> List.of(new HandlerId("b"), new HandlerId("a"), new HandlerId("b")));
        world.start().create("{}");

        assertThat(world.calls).containsExactly("b", "a");
    }

    private void creatingWithTwo() {
        world.on().create("a", (widget, ctx) -> world.note("a")).create("b", (widget, ctx) -> world.note("b"));
    }

    @Test
    void R14_a_record_and_a_state_that_cannot_be_read_are_told() {
        world.api.create("w", "{}", Map.of("annotations", Map.of("kopf.zalando.org/a", "{", World.ESSENCE, "{")));
        creatingWithTwo();
        try (CapturedLog log = new CapturedLog("kopf.objects")) {
            world.start();
            assertThat(log.messages())
                    .anyMatch(message ->
                            message.contains("kopf.zalando.org/a") && message.contains("counts as not there"))
                    .anyMatch(
                            message -> message.contains(World.ESSENCE) && message.contains("counts as never handled"));
        }
        assertThat(world.calls).containsExactly("a", "b");
    }

    @Test
    void R1_who_handled_a_change_is_told_that_it_was_undone_while_its_filter_did_not_match() {
        world.on()
                .update(
                        HandlerOptions.of("good").withLabel("app", "web"),
                        (widget, diff, ctx) -> world.note("good " + size(widget)))
                .update(HandlerOptions.of("bad").withLabel("app", "web"), (widget, diff, ctx) -> {
                    throw new TemporaryException("wait", Duration.ofHours(10));
                });
        world.start();
        world.api.create("w", "{\"size\": 1}", Map.of("labels", Map.of("app", "web")));
        world.settle();
        world.patch("{\"spec\": {\"size\": 2}}");
        world.patch("{\"metadata\": {\"labels\": {\"app\": null}}}");
        world.patch("{\"spec\": {\"size\": 1}, \"metadata\": {\"labels\": {\"app\": \"web\"}}}");

        assertThat(world.calls).containsExactly("good 2", "good 1");
    }

    @Test
    void X_1_a_lifecycle_is_given_the_random_numbers_of_the_operator() {
        creatingWithTwo();
        List<Double> given = new ArrayList<>();
        world.choosing((handlers, random) -> {
            given.add(random.nextDouble());
            return Lifecycle.allAtOnce().choose(handlers, random);
        });
        world.drawing(0.375).start().create("{}");

        assertThat(given).containsExactly(0.375);
    }

    @ParameterizedTest
    @CsvSource({"resume, onUpdate, update", "create, onResume, resume", "update, onResume, ''", "resume, onResume, ''"})
    void R10_C_6_a_record_of_another_cause_counts_only_between_resuming_and_updates(
            String purpose, String id, String called) {
        String record = "{\"purpose\":\"" + purpose + "\",\"retries\":1,\"success\":true,\"failure\":false}";
        boolean updated = id.equals("onUpdate");
        world.api.create(
                "w",
                "{\"size\": 2}",
                Map.of(
                        "annotations",
                        Map.of(
                                "kopf.zalando.org/" + id,
                                record,
                                World.ESSENCE,
                                updated ? "{\"spec\":{\"size\":1}}" : "{\"spec\":{\"size\":2}}")));
        world.on()
                .update("onUpdate", (widget, diff, ctx) -> world.note("update"))
                .resume("onResume", (widget, ctx) -> updated ? null : world.note("resume"));
        world.start();

        assertThat(world.calls).isEqualTo(called.isEmpty() ? List.of() : List.of(called));
        assertThat(world.records()).isEmpty();
    }

    @Test
    void R1_who_handled_a_change_is_told_that_it_was_undone_though_others_resumed_while_its_filter_did_not_match() {
        AtomicBoolean matching = new AtomicBoolean(true);
        HandlerOptions options =
                HandlerOptions.of("good").when(GenericKubernetesResource.class, (widget, ctx) -> matching.get());
        world.on()
                .update(options, (widget, diff, ctx) -> world.note("good " + size(widget)))
                .update(options.withId("bad"), (widget, diff, ctx) -> {
                    throw new TemporaryException("wait", Duration.ofHours(10));
                })
                .resume("again", (widget, ctx) -> {
                    if (ctx.retry() == 0) {
                        throw new TemporaryException("wait", Duration.ofSeconds(10));
                    }
                    return world.note("again");
                });
        world.start().create("{\"size\": 1}");
        world.patch("{\"spec\": {\"size\": 2}}");
        assertThat(world.calls).containsExactly("good 2");
        world.crash();
        world.api.patch("w", "{\"spec\": {\"size\": 1}}");
        matching.set(false);
        world.start();
        matching.set(true);
        world.advance(Duration.ofSeconds(10));
        world.redeliver();

        assertThat(world.calls).contains("good 1");
    }
}

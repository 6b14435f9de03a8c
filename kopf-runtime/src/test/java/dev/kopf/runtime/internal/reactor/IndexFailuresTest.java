package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.ErrorMode;
import dev.kopf.runtime.handler.Filter;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.IndexName;
import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.client.FakeApi;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Handlers of indexes that fail (I-5, R15), and what fails around them. */
final class IndexFailuresTest {

    private static final IndexName<String, String> BY_SIZE = IndexName.of("bySize");

    /** The size of a gadget that a handler fails for. */
    private static final int BAD = 13;

    private final TwoKinds world = new TwoKinds();

    private void failing(HandlerOptions options, Throwable thrown) {
        world.onGadgets().index(BY_SIZE, options, (gadget, ctx) -> {
            String size = size(gadget);
            world.note(size + " #" + ctx.retry());
            if (size.equals(String.valueOf(BAD))) {
                throw sneaky(thrown);
            }
            return Map.of(size, gadget.getMetadata().getName());
        });
        world.gadgets.create("g", "{\"size\": 1}");
        world.start();
        assertThat(world.index(BY_SIZE).get("1")).containsExactly("g");
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> Exception sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static String size(GenericKubernetesResource gadget) {
        return String.valueOf(gadget.<Object>get("spec", "size"));
    }

    private void resize(int size) {
        world.calls.clear();
        world.gadgets.patch("g", "{\"spec\": {\"size\": " + size + "}}");
        world.settle();
    }

    @Test
    void I_5_an_exception_is_ignored_by_default_and_what_was_there_stays() {
        failing(BY_SIZE.options(), new IllegalStateException("a bug"));
        resize(BAD);
        assertThat(world.index(BY_SIZE).asMap()).isEqualTo(Map.of("1", List.of("g")));
        world.advance(Duration.ofHours(1));
        assertThat(world.calls).containsExactly("13 #0");

        resize(2);
        assertThat(world.index(BY_SIZE).asMap()).isEqualTo(Map.of("2", List.of("g")));
    }

    @Test
    void R15_so_is_an_error() {
        failing(BY_SIZE.options(), new AssertionError("a bug"));
        resize(BAD);
        resize(2);

        assertThat(world.index(BY_SIZE).get("2")).containsExactly("g");
    }

    @Test
    void I_5_a_temporary_error_takes_the_object_out_until_its_time_has_come_and_it_is_tried_again_then() {
        failing(BY_SIZE.options(), new TemporaryException("Not yet.", Duration.ofMinutes(1)));
        resize(BAD);
        assertThat(world.index(BY_SIZE).asMap()).isEmpty();
        world.advance(Duration.ofSeconds(59));
        assertThat(world.calls).containsExactly("13 #0");
        world.advance(Duration.ofSeconds(1));
        assertThat(world.calls).containsExactly("13 #0", "13 #1");

        resize(2);
        assertThat(world.calls).as("its time has not come").isEmpty();
        assertThat(world.index(BY_SIZE).asMap()).isEmpty();
        world.advance(Duration.ofMinutes(1));
        assertThat(world.calls).containsExactly("2 #2");
        assertThat(world.index(BY_SIZE).asMap()).isEqualTo(Map.of("2", List.of("g")));

        resize(BAD);
        assertThat(world.calls).as("attempts are counted anew").containsExactly("13 #0");
    }

    @Test
    void I_5_so_does_any_exception_where_errors_are_temporary() {
        failing(
                BY_SIZE.options().withErrors(ErrorMode.TEMPORARY).withBackoff(Duration.ofSeconds(10)),
                new IllegalStateException("not there yet"));
        resize(BAD);
        assertThat(world.index(BY_SIZE).asMap()).isEmpty();
        world.advance(Duration.ofSeconds(25));

        assertThat(world.calls).containsExactly("13 #0", "13 #1", "13 #2");
    }

    @Test
    void I_5_a_permanent_error_takes_the_object_out_for_as_long_as_it_is_there() {
        failing(BY_SIZE.options(), new PermanentException("Never."));
        resize(BAD);
        assertThat(world.index(BY_SIZE).asMap()).isEmpty();
        resize(2);
        world.advance(Duration.ofHours(1));
        assertThat(world.calls).isEmpty();
        assertThat(world.index(BY_SIZE).asMap()).isEmpty();

        world.gadgets.remove("g");
        world.gadgets.create("g", "{\"size\": 3}");
        world.settle();
        assertThat(world.index(BY_SIZE).get("3")).containsExactly("g");
    }

    @Test
    void I_5_so_does_any_exception_where_errors_are_permanent_and_the_end_of_the_attempts() {
        failing(
                BY_SIZE.options()
                        .withErrors(ErrorMode.TEMPORARY)
                        .withBackoff(Duration.ofSeconds(1))
                        .withRetries(2),
                new IllegalStateException("not there yet"));
        resize(BAD);
        world.advance(Duration.ofHours(1));
        assertThat(world.calls).containsExactly("13 #0", "13 #1");
        resize(2);

        assertThat(world.calls).isEmpty();
        assertThat(world.index(BY_SIZE).asMap()).isEmpty();
    }

    @Test
    void I_5_an_object_that_comes_to_match_again_begins_anew() {
        failing(BY_SIZE.options().withLabel("off", Filter.absent()), new PermanentException("No."));
        resize(BAD);
        world.gadgets.patch("g", "{\"metadata\": {\"labels\": {\"off\": \"1\"}}}");
        world.settle();
        world.gadgets.patch("g", "{\"metadata\": {\"labels\": {\"off\": null}}, \"spec\": {\"size\": 4}}");
        world.settle();

        assertThat(world.index(BY_SIZE).get("4")).containsExactly("g");
    }

    @Test
    void R4_an_object_that_is_gone_is_not_tried_again() {
        failing(BY_SIZE.options(), new TemporaryException("Not yet.", Duration.ofMinutes(1)));
        resize(BAD);
        world.gadgets.remove("g");
        world.settle();
        int waiting = world.timers.waiting();
        world.advance(Duration.ofHours(1));

        assertThat(world.calls).containsExactly("13 #0");
        assertThat(world.timers.waiting()).isLessThanOrEqualTo(waiting);
    }

    @Test
    void P1_the_handlers_of_an_object_are_called_whatever_becomes_of_its_index() {
        world.onWidgets()
                .index(BY_SIZE, (widget, ctx) -> {
                    throw new TemporaryException("Not yet.", Duration.ofDays(1));
                })
                .create("made", (widget, ctx) -> world.note("made"))
                .delete("ended", (widget, ctx) -> world.note("ended"));
        world.widgets.create("w", "{}");
        world.start();
        world.widgets.delete("w");
        world.settle();

        assertThat(world.calls).containsExactly("made", "ended");
    }

    @Test
    void P1_a_filter_that_throws_is_tried_again() {
        HandlerOptions odd = BY_SIZE.options().when(GenericKubernetesResource.class, (gadget, ctx) -> {
            if (world.calls.isEmpty()) {
                world.note("asked");
                throw new IllegalStateException("a bug of the condition");
            }
            return true;
        });
        world.onGadgets()
                .index(
                        BY_SIZE,
                        odd,
                        (gadget, ctx) -> Map.of("1", gadget.getMetadata().getName()));
        world.gadgets.create("g", "{}");
        world.start();
        assertThat(world.index(BY_SIZE).asMap()).isEmpty();
        world.advance(Duration.ofMinutes(5));

        assertThat(world.index(BY_SIZE).get("1")).containsExactly("g");
    }

    @Test
    void P1_a_key_that_cannot_be_compared_holds_up_nobody() {
        IndexName<Object, String> odd = IndexName.of("odd");
        Object[] key = {new Odd()};
        world.onWidgets()
                .index(odd, (widget, ctx) -> Map.of(key[0], "value"))
                .create("made", (widget, ctx) -> world.note("made"));
        world.widgets.create("w", "{}");
        world.start();
        assertThat(world.calls).containsExactly("made");

        key[0] = "fine";
        world.widgets.create("x", "{}");
        world.settle();
        assertThat(world.index(odd).get("fine")).containsExactly("value");
    }

    @Test
    void R4_objects_under_odd_keys_go_as_others_do_and_hold_up_no_other() {
        IndexName<Object, String> odd = IndexName.of("odd");
        Map<Object, String> nothing = new HashMap<>();
        nothing.put(null, "nothing");
        Broken broken = new Broken();
        world.onWidgets()
                .index(odd, (widget, ctx) -> switch (size(widget)) {
                    case "0" -> nothing;
                    case "1" -> Map.of(broken, "broken");
                    default -> Map.of("fine", "fine");
                })
                .event(
                        "seen",
                        (widget, ctx) -> world.note(
                                ctx.event().type() + " " + widget.getMetadata().getName()));
        world.widgets.create("none", "{\"size\": 0}");
        world.widgets.create("odd", "{\"size\": 1}");
        world.widgets.create("vanishes", "{\"size\": 1}");
        world.start();
        assertThat(world.index(odd).keys()).containsExactlyInAnyOrder(null, broken);
        broken.now = true;
        world.widgets.remove("none");
        world.widgets.remove("odd");
        world.settle();
        assertThat(world.calls).contains("DELETED none", "DELETED odd");

        world.widgets.error(410);
        world.widgets.pump();
        world.widgets.remove("vanishes");
        world.widgets.compact();
        world.advance(Duration.ofMinutes(1));
        world.widgets.create("w", "{}");
        world.settle();
        assertThat(world.index(odd).asMap()).isEqualTo(Map.of("fine", List.of("fine")));
        assertThat(world.calls).last().isEqualTo("ADDED w");
        assertThat(world.operator().outages()).isEmpty();
    }

    /** A key that breaks when it is in the index. */
    private static final class Broken {
        private boolean now;

        @Override
        public boolean equals(Object other) {
            return other == this;
        }

        @Override
        public int hashCode() {
            if (now) {
                throw new IllegalStateException("a bug");
            }
            return 1;
        }
    }

    /** A key that an author has erred in. */
    private static final class Odd {
        private int asked;

        @Override
        public boolean equals(Object other) {
            return other == this;
        }

        @Override
        public int hashCode() {
            asked++;
            if (asked > 2) { // when it was put into the map that the handler returns, and into the copy of that
                throw new IllegalStateException("a bug");
            }
            return asked;
        }
    }

    @Test
    void R14_an_object_that_its_handler_cannot_take_is_left_out_alone() {
        world.onGadgets().index(BY_SIZE, (gadget, ctx) -> Map.of(gadget.get("spec", "size"), "one"));
        world.gadgets.create("fine", "{\"size\": \"1\"}");
        world.gadgets.create("odd", "{}");
        world.start();

        assertThat(world.index(BY_SIZE).asMap()).isEqualTo(Map.of("1", List.of("one")));
        assertThat(world.gadgets.requests).noneMatch(request -> request.startsWith("PATCH " + FakeApi.COLLECTION));
    }
}

package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.runtime.resource.Finalizers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens in a cycle of an object, and in which order (C-1, C-28, X-16). */
final class CyclesTest {

    private final World world = new World();

    @Test
    void C_1_handlers_of_events_come_first_and_what_all_of_them_set_is_one_write() {
        world.on()
                .create("onCreate", (widget, ctx) -> {
                    ctx.patch().setLabel("made", "yes");
                    return world.note("create");
                })
                .event("onEvent", (widget, ctx) -> {
                    ctx.patch().setLabel("seen", "yes");
                    world.calls.add("event");
                });
        world.start().create("{}");

        assertThat(world.calls).startsWith("event", "create");
        assertThat(world.api.takeWrites()).singleElement().asString().contains("made", "seen");
    }

    @Test
    void C_1_handlers_of_events_are_called_also_where_nothing_but_the_finalizer_is_written() {
        world.on().delete("onDelete", (widget, ctx) -> {}).event("onEvent", (widget, ctx) -> {
            world.calls.add(String.valueOf(widget.getMetadata().getFinalizers().contains(Finalizers.DEFAULT)));
        });
        world.start().create("{}");

        assertThat(world.calls).startsWith("false", "true");
    }

    @Test
    void C_28_the_finalizer_is_not_removed_for_a_state_from_before_our_own_write() {
        world.on()
                .create("onCreate", (widget, ctx) -> {
                    world.api.patch("w", "{\"metadata\": {\"labels\": {\"tier\": \"silver\"}}}");
                    ctx.patch().setLabel("tier", "gold");
                    return world.note("create");
                })
                .delete(HandlerOptions.of("onDelete").withLabel("tier", "gold"), (widget, ctx) -> {});
        world.api.create("w", "{}", Map.of("labels", Map.of("tier", "gold")));
        world.start();

        assertThat(world.calls).containsExactly("create");
        assertThat(world.widget().finalizers()).isEqualTo(List.of(Finalizers.DEFAULT));
        assertThat(world.api.takeWrites()).as("the finalizer, and the rest").hasSize(2);
    }

    @Test
    void X_16_who_failed_for_good_is_called_again_for_the_next_change_and_not_before() {
        world.on().update("onUpdate", (widget, diff, ctx) -> {
            world.calls.add(String.valueOf(widget.<Object>get("spec", "size")));
            throw new PermanentException("no");
        });
        world.start().create("{\"size\": 1}");
        world.patch("{\"spec\": {\"size\": 2}}");
        world.redeliver();
        world.crash();
        world.start();
        assertThat(world.calls).isEmpty();
        assertThat(world.essence()).isEqualTo(Map.of("spec", Map.of("size", 2)));
        world.patch("{\"spec\": {\"size\": 3}}");

        assertThat(world.calls).containsExactly("3");
    }
}

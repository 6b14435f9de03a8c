package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.IndexName;
import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.internal.client.FakeApi;
import dev.kopf.runtime.internal.client.Outage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No handler is called before the indexes are filled, and no operator waits without a word (I-8, I-9, N-9). */
final class IndexReadinessTest {

    private static final IndexName<String, String> ALL = IndexName.of("all");
    private static final String LIST = "GET " + FakeApi.COLLECTION + "?";

    private final TwoKinds world = new TwoKinds();
    private final CapturedLog log = new CapturedLog("kopf.indexing");

    @AfterEach
    void release() {
        log.close();
    }

    private void indexGadgets() {
        world.onGadgets()
                .index(ALL, (gadget, ctx) -> Map.of("all", gadget.getMetadata().getName()));
    }

    private void noteWidgets() {
        HandlerOptions timer = HandlerOptions.of("timer").withInterval(Duration.ofHours(10));
        world.onWidgets()
                .event("seen", (widget, ctx) -> world.note("seen"))
                .create(
                        "made",
                        (widget, ctx) -> world.note("made with "
                                + ctx.index(ALL).get("all") + (ctx.index(ALL).isComplete() ? "" : " and perhaps more")))
                .timer(timer, (widget, ctx) -> world.note("timer"))
                .daemon("daemon", (widget, ctx) -> world.note("daemon"));
    }

    @Test
    void I_8_no_handler_of_any_kind_is_called_before_all_objects_are_listed_and_indexed() {
        indexGadgets();
        noteWidgets();
        for (int i = 0; i < 3; i++) {
            world.gadgets.create("g" + i, "{}");
        }
        world.gadgets.pageSize(1);
        world.gadgets.refuse(LIST, 500);
        world.widgets.create("w", "{}");
        world.start();
        world.widgets.patch("w", "{\"spec\": {\"size\": 1}}");
        world.settle();
        assertThat(world.calls).isEmpty();
        assertThat(world.widgets.takeWrites()).isEmpty();
        assertThat(world.index(ALL).isComplete()).isFalse();

        world.advance(Duration.ofSeconds(2));
        world.advance(Duration.ofSeconds(2));
        assertThat(world.calls).contains("seen", "made with [g0, g1, g2]", "timer", "daemon");
        assertThat(world.index(ALL).isComplete()).isTrue();
        assertThat(world.operator().outages()).isEmpty();
    }

    @Test
    void I_8_once_it_is_ready_nobody_waits_any_more() {
        indexGadgets();
        noteWidgets();
        world.start();
        world.gadgets.error(410);
        world.gadgets.refuse(LIST, 500);
        world.settle();
        world.widgets.create("w", "{}");
        world.settle();

        assertThat(world.calls).contains("made with []");
    }

    @Test
    void P7_what_is_waited_for_is_told_again_and_again() {
        indexGadgets();
        noteWidgets();
        for (int i = 0; i < 10; i++) { // pauses are short at first
            world.gadgets.refuse("GET " + FakeApi.GROUP, 403);
        }
        world.widgets.create("w", "{}");
        world.start();
        for (int i = 0; i < 200; i++) {
            world.gadgets.refuse("GET " + FakeApi.GROUP, 403);
            world.advance(Duration.ofSeconds(1));
        }
        assertThat(world.calls).isEmpty();
        assertThat(world.operator().outages())
                .filteredOn(outage -> outage.what().equals("the indexes"))
                .singleElement()
                .extracting(Outage::why)
                .asString()
                .contains("No handler is called yet, as they wait for: [the list of widgets.v1.gadgets.example.org");
        assertThat(log.messages(Level.WARN))
                .hasSize(4)
                .allMatch(line -> line.contains("No handler is called yet, as the indexes wait for: [the list of"
                        + " widgets.v1.gadgets.example.org, for [index 'all']]"));
    }

    @Test
    void I_8_a_kind_that_is_not_served_is_not_waited_for_which_is_told_and_is_indexed_when_it_is() {
        indexGadgets();
        noteWidgets();
        world.gadgets.served(false);
        world.gadgets.create("g", "{}");
        world.widgets.create("w", "{}");
        world.start();
        assertThat(world.calls).contains("made with [] and perhaps more");
        assertThat(log.messages(Level.WARN))
                .containsExactly(
                        "The cluster does not serve widgets.v1.gadgets.example.org, so there is nothing of it in"
                                + " [index 'all']. Handlers are called without, and it is filled when the kind is there.");

        world.gadgets.served(true);
        world.advance(Duration.ofMinutes(1));
        assertThat(world.index(ALL).get("all")).containsExactly("g");
        assertThat(world.index(ALL).isComplete()).isTrue();
        assertThat(log.messages(Level.WARN)).hasSize(1);
    }

    @Test
    void P2_an_object_whose_index_handler_hangs_does_not_keep_the_others_for_ever() {
        world.holdingTasks();
        indexGadgets();
        noteWidgets();
        world.gadgets.create("hangs", "{}");
        world.widgets.create("w", "{}");
        world.start();
        assertThat(world.tasks).as("that of the gadget").hasSize(1);
        Runnable hanging = world.tasks.remove(0);
        world.advance(Duration.ofSeconds(59));
        world.runTasks();
        assertThat(world.calls).isEmpty();
        assertThat(log.messages(Level.WARN)).last().asString().contains("wait for: [Widget default/hangs]");

        world.advance(Duration.ofSeconds(1));
        world.runTasks();
        assertThat(world.calls).contains("made with [] and perhaps more");
        assertThat(log.messages(Level.WARN)).last().asString().contains("though these are not indexed yet");
        hanging.run();
        assertThat(world.index(ALL).isComplete()).isTrue();
    }

    @Test
    void P2_nothing_is_logged_of_indexes_while_objects_may_wait_for_them() {
        Set<String> held = log.monitorsHeldWhen("");
        world.holdingTasks();
        indexGadgets();
        world.onWidgets().index(ALL, (widget, ctx) -> Map.of());
        world.widgets.served(false);
        world.gadgets.create("hangs", "{}");
        world.start();
        world.advance(Duration.ofMinutes(1));

        assertThat(log.messages())
                .anyMatch(line -> line.contains("when the indexes are filled"))
                .anyMatch(line -> line.contains("wait for: [Widget default/hangs]"))
                .anyMatch(line -> line.contains("The cluster does not serve"))
                .anyMatch(line -> line.contains("though these are not indexed yet"))
                .anyMatch(line -> line.contains("The index 'all' is filled"));
        assertThat(held).doesNotContain(IndexReadiness.class.getName());
    }

    @Test
    void N_9_indexes_are_filled_while_another_operator_has_taken_over() {
        indexGadgets();
        noteWidgets();
        world.gadgets.create("g", "{}");
        world.widgets.create("w", "{}");
        Reactor reactor = world.reactor();
        reactor.pause();
        reactor.start();
        world.settle();
        assertThat(world.calls).isEmpty();
        assertThat(world.index(ALL).get("all")).containsExactly("g");
        world.gadgets.create("h", "{}");
        world.settle();

        reactor.resume(false);
        world.settle();
        assertThat(world.calls).contains("made with [g, h]");
    }

    @Test
    void N_10_an_operator_that_goes_on_before_its_indexes_are_filled_waits_for_these() {
        indexGadgets();
        noteWidgets();
        world.gadgets.refuse(LIST, 500);
        world.widgets.create("w", "{}");
        Reactor reactor = world.reactor();
        reactor.pause();
        reactor.start();
        reactor.resume(false);
        world.settle();
        assertThat(world.calls).isEmpty();
        world.advance(Duration.ofSeconds(2));

        assertThat(world.calls).contains("made with []");
    }

    @Test
    void I_9_any_number_of_objects_is_indexed_though_places_are_few() {
        world.onGadgets()
                .index(ALL, (gadget, ctx) -> Map.of("all", gadget.getMetadata().getName()))
                .create("made", (gadget, ctx) -> world.note("made"));
        for (int i = 0; i < 500; i++) {
            world.gadgets.create("g" + i, "{}");
        }
        world.holdingTasks().start();
        world.runTasks();

        assertThat(world.index(ALL).get("all")).hasSize(500);
        assertThat(world.calls).hasSize(500);
    }

    @Test
    void P2_operators_without_indexes_wait_for_nothing() {
        noteWidgets();
        world.onWidgets().update("changed", (widget, change, ctx) -> world.note("changed"));
        world.onGadgets().create("made", (gadget, ctx) -> world.note("gadget"));
        world.gadgets.refuse(LIST, 500);
        world.widgets.create("w", "{}");
        world.start();

        assertThat(world.calls).contains("seen");
        assertThat(log.messages()).isEqualTo(List.of());
    }
}

package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.kopf.runtime.handler.GenericHandlers;
import dev.kopf.runtime.handler.IndexName;
import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.internal.client.Outage;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No handler is called before the kinds are indexed that selectors mean, and no group of the API that is dead holds up any for ever (I-8). */
final class KindsOfStartTest {

    private static final IndexName<String, String> ALL = IndexName.of("all");
    private static final String GADGETS = "gadgets.example.org";
    private static final String KINDS =
            "{\"resources\": [{\"name\": \"widgets\", \"kind\": \"Widget\", \"namespaced\": true, \"verbs\": [\"list\", \"watch\"]}]}";
    private static final String CRDS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    private final TwoKinds world = new TwoKinds();
    private final CapturedLog log = new CapturedLog("kopf.indexing");

    @BeforeEach
    void serve() {
        world.discovery.put("/api", "{\"versions\": [\"v1\"]}");
        world.discovery.put("/api/v1", "{\"resources\": []}");
        world.discovery.put(path("dead.org"), null);
        world.discovery.put(path(GADGETS), KINDS);
        world.discovery.put(CRDS, null);
        groups(GADGETS);
        world.gadgets.create("g", "{}");
        world.widgets.create("w", "{}");
        world.onWidgets()
                .create(
                        "made",
                        (widget, ctx) ->
                                world.note("made with " + ctx.index(ALL).get("all")
                                        + (ctx.index(ALL).isComplete() ? "" : " and perhaps more")));
    }

    @AfterEach
    void release() {
        log.close();
    }

    private static String path(String group) {
        return "/apis/" + group + "/v1";
    }

    private void groups(String... names) {
        String groups = Arrays.stream(names)
                .map(name ->
                        "{\"name\": \"%s\", \"versions\": [{\"version\": \"v1\"}], \"preferredVersion\": {\"version\": \"v1\"}}"
                                .formatted(name))
                .collect(Collectors.joining(", "));
        world.discovery.put("/apis", "{\"groups\": [" + groups + "]}");
    }

    private void index(String selector) {
        world.also(GenericHandlers.on(selector)
                .index(ALL, (gadget, ctx) -> Map.of("all", gadget.getMetadata().getName())));
    }

    private void indexGadgets() {
        world.onGadgets()
                .index(ALL, (gadget, ctx) -> Map.of("all", gadget.getMetadata().getName()));
    }

    @Test
    void I_8_a_group_that_fails_at_the_first_look_is_waited_for_where_it_may_have_kinds_to_be_indexed() {
        index("widgets");
        world.discovery.put(path(GADGETS), null);
        world.start();
        world.advance(Duration.ofSeconds(30));
        assertThat(world.calls).isEmpty();
        assertThat(log.messages(Level.WARN))
                .singleElement()
                .asString()
                .contains("wait for: [what the cluster serves of the groups [gadgets.example.org]]");
        assertThat(world.operator().outages())
                .filteredOn(outage -> outage.what().equals("the indexes"))
                .singleElement()
                .extracting(Outage::why)
                .asString()
                .contains("gadgets.example.org");

        world.discovery.put(path(GADGETS), KINDS);
        world.advance(Duration.ofSeconds(29));
        assertThat(world.calls).containsExactly("made with [w, g]");
        world.advance(Duration.ofMinutes(5));
        assertThat(log.messages(Level.WARN)).hasSize(1);
    }

    @Test
    void I_8_a_group_that_makes_no_sense_or_is_not_found_is_waited_for_as_well() {
        index("widgets");
        groups(GADGETS, "dead.org", "absent.org");
        world.discovery.put(path("dead.org"), "[]");
        world.discovery.put(path("absent.org"), "{}");
        world.start();
        assertThat(world.calls).isEmpty();

        groups(GADGETS);
        world.advance(Duration.ofSeconds(59));
        assertThat(world.calls).containsExactly("made with [w, g]");
    }

    @Test
    void I_8_a_list_of_groups_that_fails_is_waited_for_while_the_core_answers() {
        index("widgets");
        world.discovery.put("/apis", null);
        world.start();
        world.advance(Duration.ofSeconds(30));
        assertThat(world.calls).isEmpty();
        assertThat(log.messages(Level.WARN)).last().asString().contains("all but the core group");

        groups(GADGETS);
        world.advance(Duration.ofSeconds(29));
        assertThat(world.calls).containsExactly("made with [w, g]");
    }

    @Test
    void I_8_P2_a_group_that_is_dead_is_not_waited_for_for_ever_which_is_told_once_and_it_is_indexed_when_it_answers() {
        index("widgets");
        groups("dead.org", GADGETS);
        world.discovery.put(path(GADGETS), null);
        world.start();
        world.advance(Duration.ofSeconds(59));
        assertThat(world.calls).isEmpty();
        world.advance(Duration.ofSeconds(1));
        assertThat(world.calls).containsExactly("made with [w] and perhaps more");
        world.advance(Duration.ofMinutes(5));
        assertThat(log.messages(Level.WARN))
                .filteredOn(line -> !line.startsWith("No handler is called yet"))
                .singleElement()
                .asString()
                .contains("60 s", "[dead.org, gadgets.example.org]", "index 'all'");
        assertThat(world.index(ALL).isComplete()).isFalse();

        world.discovery.put(path(GADGETS), KINDS);
        world.advance(Duration.ofMinutes(1));
        assertThat(world.index(ALL).get("all")).containsExactly("w", "g");
        assertThat(world.index(ALL).isComplete()).isFalse();
        groups(GADGETS);
        world.advance(Duration.ofMinutes(1));
        assertThat(world.index(ALL).isComplete()).isTrue();
    }

    @Test
    void I_8_a_selector_that_names_a_group_that_is_known_waits_for_no_other() {
        index("widgets.gadgets.example.org");
        groups("dead.org", GADGETS);
        world.start();
        assertThat(world.calls).containsExactly("made with [g]");
    }

    @Test
    void I_8_F_24_a_selector_of_a_kind_of_the_core_waits_for_no_other_group() {
        index("things");
        groups("dead.org");
        world.discovery.put(
                "/api/v1",
                KINDS.replace("widgets", "things").replace("\"list\", \"watch\"", "")); // known, and cannot be watched
        world.start();
        assertThat(world.calls).hasSize(1);
    }

    @Test
    void I_8_who_fills_no_index_waits_for_no_group() {
        indexGadgets();
        world.also(GenericHandlers.on("others").event("seen", (other, ctx) -> {}));
        groups("dead.org");
        world.start();
        assertThat(world.calls).containsExactly("made with [g]");
    }

    @Test
    void W_40_an_operator_is_ready_when_all_groups_are_known_or_have_been_waited_for() throws InterruptedException {
        indexGadgets();
        world.also(GenericHandlers.on("others").event("seen", (other, ctx) -> {}));
        groups("dead.org");
        world.start();
        assertThat(world.operator().awaitListed(Duration.ZERO)).isFalse();
        world.advance(Duration.ofMinutes(1));
        assertThat(world.operator().awaitListed(Duration.ZERO)).isTrue();
    }

    @Test
    void W_43_a_selector_that_fits_a_kind_with_a_class_and_another_one_is_not_for_the_other() {
        world.also(GenericHandlers.on("widgets")
                .event(
                        "seen",
                        (widget, ctx) ->
                                world.note("seen " + widget.getMetadata().getName())));
        world.discovery.put(path("example.org"), KINDS);
        groups(GADGETS, "example.org");
        try (CapturedLog watching = new CapturedLog("kopf.watching")) {
            world.start();
            world.advance(Duration.ofSeconds(1));

            assertThat(world.calls).contains("seen w").doesNotContain("seen g");
            assertThat(watching.messages(Level.WARN))
                    .anyMatch(line -> line.startsWith("The selector widgets is ambiguous")
                            && line.endsWith("widgets.v1.example.org, widgets.v1.gadgets.example.org"));
        }
    }
}

package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Edits depend on what they change, and are done on exactly that (P-1, P-5…P-9). */
final class EditsTest {

    private static final FieldPath ITEMS = FieldPath.of("spec", "items");
    private static final String JSON_PATCH = "[{\"op\":\"test\",\"path\":\"/metadata/resourceVersion\"";

    private final World world = new World();

    private static Map<String, @Nullable Object> withItem(Map<String, @Nullable Object> widget, String item) {
        List<@Nullable Object> items = Json.list(ITEMS.resolve(widget));
        if (!items.contains(item)) {
            items.add(item);
        }
        return widget;
    }

    private void addingAnItem() {
        world.on().create("onCreate", (widget, ctx) -> {
            world.calls.add("created");
            ctx.patch().edit(object -> withItem(object, "ours"));
            return null;
        });
        world.start();
    }

    private @Nullable Object items() {
        return ITEMS.resolve(world.widget().fields());
    }

    @Test
    void P6_an_edit_is_written_with_all_else_as_one_guarded_patch() {
        addingAnItem();
        world.create("{\"items\": [\"a\"]}");

        assertThat(items()).isEqualTo(List.of("a", "ours"));
        assertThat(world.essence()).isNotEmpty();
        assertThat(world.api.takeWrites()).singleElement().asString().contains(JSON_PATCH);
    }

    @Test
    void P9_an_edit_of_an_object_that_has_changed_is_done_again_on_the_newer_state() {
        world.on().create("onCreate", (widget, ctx) -> {
            world.calls.add("created");
            ctx.patch().edit(object -> withItem(object, "ours"));
            world.api.patch("w", "{\"spec\": {\"items\": [\"theirs\", \"a\"]}}");
            return null;
        });
        world.start();
        world.create("{\"items\": [\"a\"]}");

        assertThat(items()).isEqualTo(List.of("theirs", "a", "ours"));
        assertThat(world.calls).as("the handler is not called again for that").hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void R3_an_edit_whose_write_failed_is_written_later() {
        addingAnItem();
        world.api.refuse(World.OBJECT, 500);
        world.create("{\"items\": [\"a\"]}");
        assertThat(items()).isEqualTo(List.of("a"));
        world.advance(Duration.ofSeconds(1));

        assertThat(items()).isEqualTo(List.of("a", "ours"));
        assertThat(world.calls).containsExactly("created");
    }

    @Test
    void P6_no_success_is_remembered_in_the_status_before_what_its_handler_has_edited_is_written() {
        world.storing(Persistence.status("kopf"));
        addingAnItem();
        world.create("{\"items\": [\"a\"]}");

        List<String> writes = world.api.takeWrites();
        assertThat(writes).hasSize(2);
        assertThat(writes.get(0)).startsWith(World.OBJECT).doesNotStartWith(World.STATUS);
        assertThat(writes.get(1)).startsWith(World.STATUS);
    }

    @Test
    void R3_the_rest_of_a_write_whose_status_failed_is_written_later() {
        world.storing(Persistence.status("kopf"));
        addingAnItem();
        world.api.refuse(World.STATUS, 500);
        world.create("{\"items\": [\"a\"]}");
        assertThat(items()).isEqualTo(List.of("a", "ours"));
        assertThat(world.status("kopf")).isNull();
        world.advance(Duration.ofSeconds(1));

        assertThat(world.status("kopf")).isNotNull();
        assertThat(items()).isEqualTo(List.of("a", "ours"));
    }

    @Test
    void R11_what_a_delete_handler_has_done_is_remembered_before_the_release_where_its_edits_are_written_first() {
        world.storing(Persistence.status("kopf"));
        world.on().delete("onDelete", (widget, ctx) -> {
            world.calls.add("deleted");
            ctx.patch().edit(object -> FieldPath.of("status", "phase").with(object, "Gone"));
        });
        world.start();
        world.create("{}");
        world.api.takeWrites();
        world.api.delete("w");
        world.settle();

        List<String> writes = world.api.takeWrites();
        assertThat(writes).hasSize(2);
        assertThat(writes.get(0)).startsWith(World.STATUS).contains("onDelete", "\"success\":true");
        assertThat(writes.get(1)).startsWith(World.OBJECT).contains("finalizers");
    }

    @Test
    void what_an_edit_throws_is_the_error_of_its_handler() {
        world.on().create(HandlerOptions.of("onCreate").withRetries(1), (widget, ctx) -> {
            ctx.patch().edit(object -> {
                throw new IllegalStateException("no such item");
            });
            return null;
        });
        world.start();
        try (CapturedLog log = new CapturedLog("kopf.objects")) {
            world.create("{}");
            assertThat(log.messages()).anyMatch(line -> line.contains("no such item"));
        }
    }

    @Test
    void R15_an_edit_that_throws_only_on_a_newer_state_ends_nothing_else() {
        throwingOnANewerState(() -> new IllegalStateException("poisoned"));
    }

    @Test
    void R15_an_edit_may_throw_what_cannot_be_shown() {
        throwingOnANewerState(Mute::new);
    }

    private void throwingOnANewerState(Supplier<RuntimeException> poison) {
        world.on().create("onCreate", (widget, ctx) -> {
            ctx.patch().edit(object -> {
                if (FieldPath.of("spec", "poison").resolve(object) != null) {
                    throw poison.get();
                }
                return withItem(object, "ours");
            });
            if (world.calls.isEmpty()) {
                world.api.patch("w", "{\"spec\": {\"poison\": true}}");
            }
            world.calls.add("created");
            return null;
        });
        world.start();
        try (CapturedLog log = new CapturedLog("kopf.patching")) {
            world.create("{\"items\": [\"a\"]}");
            assertThat(log.messages()).anyMatch(line -> line.contains("An edit of"));
        }
        world.patch("{\"spec\": {\"poison\": null}}");
        world.advance(Duration.ofMinutes(1));

        assertThat(items()).isEqualTo(List.of("a", "ours"));
        assertThat(world.essence()).isNotEmpty();
    }

    @Test
    void P5_typed_edits_change_what_they_say_and_nothing_else() {
        world.on().create("onCreate", (widget, ctx) -> {
            ctx.patch().editMetadata(metadata -> {
                metadata.getFinalizers().add("example.org/guard");
                return metadata;
            });
            ctx.patch().edit(GenericKubernetesResource.class, object -> {
                object.setAdditionalProperty("status", Map.of("phase", "Bound"));
                return object;
            });
            return null;
        });
        world.start();
        world.create("{\"odd\": 1.50, \"none\": null}");

        assertThat(world.widget().finalizers()).isEqualTo(List.of("example.org/guard"));
        assertThat(world.status("phase")).isEqualTo("Bound");
        assertThat(Json.write(world.widget().fields().get("spec"))).isEqualTo("{\"odd\":1.50,\"none\":null}");
        assertThat(world.api.takeWrites()).as("one for each endpoint (R7)").hasSize(2);
    }

    @Test
    void R17_what_writes_will_need_is_asked_for_at_the_start() {
        world.on().create("onCreate", (widget, ctx) -> null);
        world.start();

        assertThat(world.needs)
                .extracting(need ->
                        need.verb() + " " + need.kind().plural() + " " + need.subresource() + " " + need.namespace())
                .containsExactly("patch widgets null default", "patch widgets status default");
    }

    @Test
    void R17_who_only_looks_is_not_asked_for_writes() {
        world.on().event("onEvent", (widget, ctx) -> {});
        world.start();

        assertThat(world.needs).isEmpty();
    }

    @Test
    void P2_what_a_handler_has_set_before_it_failed_is_written_too() {
        world.on().create("onCreate", (widget, ctx) -> {
            ctx.patch().setStatus("phase", "Trying");
            ctx.patch().edit(object -> withItem(object, "ours"));
            throw new TemporaryException("not yet", Duration.ofMinutes(1));
        });
        world.start();
        world.create("{\"items\": []}");

        assertThat(world.status("phase")).isEqualTo("Trying");
        assertThat(items()).isEqualTo(List.of("ours"));
        assertThat(world.essence()).isEmpty();
    }

    @Test
    void R12_no_value_of_a_write_is_logged() {
        world.on().create("onCreate", (widget, ctx) -> {
            ctx.patch().setStatus("token", "s3cr3t");
            ctx.patch().edit(object -> withItem(object, "s3cr3t"));
            return Map.of("password", "s3cr3t");
        });
        world.start();
        try (CapturedLog log = new CapturedLog("kopf", Level.TRACE)) {
            world.create("{\"items\": [], \"password\": \"s3cr3t\"}");
            assertThat(log.messages(Level.TRACE)).anyMatch(line -> line.startsWith("Patched"));
            assertThat(log.messages(Level.TRACE)).noneMatch(line -> line.contains("s3cr3t"));
        }
    }
}

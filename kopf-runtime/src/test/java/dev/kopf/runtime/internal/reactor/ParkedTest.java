package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.essence.EssenceForm;
import dev.kopf.runtime.essence.EssenceStorage;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Objects that are nested too deeply are left alone, and seen from outside (R14, P7). */
final class ParkedTest {

    private static final String TOLD = "Warning NestedTooDeeply w";

    private final World world = new World();

    @BeforeEach
    void create() {
        Persistence plain = Persistence.annotations();
        world.storing(new Persistence(new Shallow(plain.essences()), plain.progress(), plain.finalizer()));
        world.on().create("made", (widget, ctx) -> world.note("made"));
        world.start().create("{\"levels\": 9000}");
    }

    @Test
    void P7_an_object_that_is_nested_too_deeply_is_told_of_once_and_counted() {
        assertThat(world.calls).isEmpty();
        assertThat(world.events).containsExactly(TOLD);
        assertThat(world.parked()).isEqualTo(1);
        world.patch("{\"spec\": {\"levels\": 9001}}");
        assertThat(world.events).as("when it is so still").containsExactly(TOLD);
        assertThat(world.parked()).isEqualTo(1);
    }

    @Test
    void R14_it_is_handled_and_counted_no_more_when_it_is_flat_again() {
        world.patch("{\"spec\": {\"levels\": 1}}");
        assertThat(world.calls).containsExactly("made");
        assertThat(world.parked()).isZero();
        world.patch("{\"spec\": {\"levels\": 9000}}");

        assertThat(world.events).containsExactly(TOLD, TOLD);
        assertThat(world.parked()).isEqualTo(1);
    }

    @Test
    void C_4_an_object_that_was_there_at_the_start_is_resumed_when_it_is_flat_again() {
        World next = new World();
        Persistence plain = Persistence.annotations();
        next.storing(new Persistence(new Shallow(plain.essences()), plain.progress(), plain.finalizer()));
        next.on().resume("resumed", (widget, ctx) -> next.note("resumed"));
        next.start().create("{\"levels\": 1}");
        next.crash();
        next.api.patch("w", "{\"spec\": {\"levels\": 9000}}");
        next.start();
        assertThat(next.calls).isEmpty();
        next.patch("{\"spec\": {\"levels\": 1}}");

        assertThat(next.calls).containsExactly("resumed");
    }

    @Test
    void P6_it_is_counted_no_more_when_it_is_gone() {
        world.delete();
        assertThat(world.parked()).isZero();
    }

    @Test
    void P6_it_is_counted_no_more_when_it_is_gone_where_handlers_see_every_event() {
        World spied = new World();
        Persistence plain = Persistence.annotations();
        spied.storing(new Persistence(new Shallow(plain.essences()), plain.progress(), plain.finalizer()));
        spied.on().event("seen", (event, ctx) -> {});
        spied.start().create("{\"levels\": 9000}");
        assertThat(spied.parked()).isEqualTo(1);
        spied.delete();

        assertThat(spied.parked()).isZero();
    }

    @Test
    void R4_it_is_counted_no_more_when_it_vanished_while_nobody_looked() {
        world.api.create("other", "{\"levels\": 9000}");
        world.settle();
        assertThat(world.parked()).isEqualTo(2);
        world.api.error(410);
        world.settle();
        world.api.remove("w"); // while nobody watches
        world.advance(Duration.ofMinutes(1));

        assertThat(world.parked()).isEqualTo(1);
    }

    @Test
    void R4_a_list_of_one_namespace_says_nothing_of_objects_in_others() {
        Parked parked = new Parked();
        List<ObjectRef> refs =
                List.of(ref("a", "stays"), ref("a", "goes"), ref("b", "elsewhere"), ref(null, "in no namespace"));
        refs.forEach(ref -> assertThat(parked.add(ref)).isTrue());

        parked.retain("a", Set.of("stays"));
        assertThat(parked.size()).isEqualTo(3);
        assertThat(parked.add(refs.get(1))).as("it is new").isTrue();
        parked.retain(null, Set.of("stays", "in no namespace"));
        assertThat(parked.size()).isEqualTo(2);
        assertThat(parked.add(refs.get(0))).isFalse();
        assertThat(parked.add(refs.get(3))).isFalse();
    }

    private static ObjectRef ref(@Nullable String namespace, String uid) {
        Map<String, @Nullable Object> metadata = new HashMap<>(Map.of("name", uid, "uid", uid));
        metadata.put("namespace", namespace);
        return ObjectRef.of(WidgetHandlers.KIND, new Body(Map.of("metadata", metadata)));
    }

    /** As it is where the stack is at its end. */
    private record Shallow(EssenceStorage storage) implements EssenceStorage {

        @Override
        public Essence build(Body body, Collection<FieldPath> extraFields) {
            Object levels = FieldPath.of("spec", "levels").resolve(body.fields());
            if (levels instanceof Number number && number.intValue() >= 9_000) {
                throw new StackOverflowError();
            }
            return storage.build(body, extraFields);
        }

        @Override
        public Set<FieldPath> places(Body body) {
            return storage.places(body);
        }

        @Override
        public @Nullable Essence fetch(Body body) {
            return storage.fetch(body);
        }

        @Override
        public @Nullable String problem(Body body) {
            return storage.problem(body);
        }

        @Override
        public Patch store(Body body, Essence essence, Patch patch) {
            return storage.store(body, essence, patch);
        }

        @Override
        public Patch rewrite(Body body, EssenceForm form, Patch patch) {
            return storage.rewrite(body, form, patch);
        }
    }
}

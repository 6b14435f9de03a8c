package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.client.FakeApi;
import dev.kopf.runtime.resource.Finalizers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server, or a proxy on the way, that answers in another way than it was asked: nothing is lost, destroyed or forgotten for it. */
final class OddAnswersTest {

    private static final String SUCCESS = "{\"kind\": \"Status\", \"status\": \"Success\"}";

    private final World world = new World();

    private void creating() {
        world.on().create("made", (widget, ctx) -> world.calls.add("made") ? 42 : null);
    }

    private void assertMade() {
        assertThat(world.status("made")).isEqualTo(42);
        assertThat(world.essence()).isNotEmpty();
        assertThat(world.records()).isEmpty();
        assertThat(world.calls).containsExactly("made");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", SUCCESS})
    void R3_finalizers_of_others_survive_an_answer_that_is_not_the_object(String answer) {
        creating();
        world.on().delete("gone", (widget, ctx) -> {});
        world.start();
        world.api.answer(World.OBJECT, answer);
        world.api.create("w", "{\"size\": 1}", Map.of("finalizers", List.of("others.io/keep")));
        world.settle();
        world.advance(Duration.ofHours(1));

        assertThat(world.widget().finalizers()).containsExactly("others.io/keep", Finalizers.DEFAULT);
        assertMade();
    }

    @Test
    void R3_a_handler_that_is_retried_is_given_the_object_whatever_was_answered_to_its_record() {
        world.on().create("made", (widget, ctx) -> {
            world.note(ctx.reason() + " " + widget.<Object>get("spec", "size"));
            if (ctx.retry() < 1) {
                throw new TemporaryException("wait", Duration.ofSeconds(5));
            }
            return 42;
        });
        world.start();
        world.api.answer(World.OBJECT, "{}");
        world.create("{\"size\": 1}");
        world.advance(Duration.ofHours(1));

        assertThat(world.calls).containsExactly("CREATE 1", "CREATE 1");
        assertThat(world.status("made")).isEqualTo(42);
    }

    @Test
    void R7_a_success_is_not_remembered_without_its_result_where_the_endpoint_of_the_status_is_not_found() {
        creating();
        world.start();
        world.api.refuse(World.STATUS, 404);
        world.create("{}");
        assertThat(world.essence()).isEmpty();
        world.advance(Duration.ofMinutes(1));

        assertMade();
    }

    @Test
    void R7_a_result_goes_to_the_endpoint_of_the_status_that_a_kind_has_got_since() {
        creating();
        world.api.withoutStatusSubresource();
        world.start();
        world.api.withStatusSubresource();
        world.create("{}");

        assertMade();
    }

    @Test
    void R7_a_result_goes_before_its_success_once_it_is_found_that_a_kind_has_got_the_endpoint_of_the_status() {
        updating();
        world.api.withoutStatusSubresource();
        world.start();
        world.api.withStatusSubresource();
        world.create("{}");
        world.api.takeWrites();
        world.patch("{\"spec\": {\"size\": 2}}");

        List<String> writes = world.api.takeWrites();
        assertThat(writes).hasSize(2);
        assertThat(writes.get(0)).startsWith(World.STATUS + " ");
        assertThat(writes.get(1)).startsWith(World.OBJECT + " ");
        assertThat(world.status("changed")).isEqualTo(1);
    }

    @Test
    void R7_a_result_and_its_success_are_one_write_once_it_is_found_that_a_kind_has_lost_the_endpoint_of_the_status() {
        updating();
        world.start();
        world.api.withoutStatusSubresource();
        world.create("{}");
        world.api.takeWrites();
        world.patch("{\"spec\": {\"size\": 2}}");
        assertThat(world.api.takeWrites()).hasSize(1);
        world.api.withStatusSubresource();
        world.patch("{\"spec\": {\"size\": 3}}");

        assertThat(world.status("changed")).as("and when it has it again").isEqualTo(2);
    }

    private void updating() {
        creating();
        world.on().update("changed", (widget, diff, ctx) -> {
            world.calls.add("changed");
            return world.calls.size() - 1;
        });
    }

    @Test
    void R7_a_result_that_finds_its_new_endpoint_busy_is_owed() {
        creating();
        world.api.withoutStatusSubresource();
        world.start();
        world.api.withStatusSubresource();
        world.api.refuse(World.STATUS, 503);
        world.create("{}");
        assertThat(world.status("made")).isNull();
        world.advance(Duration.ofMinutes(1));

        assertMade();
    }

    @Test
    void R7_a_result_goes_to_the_object_where_the_kind_has_lost_the_endpoint_of_the_status() {
        creating();
        world.start();
        world.api.withoutStatusSubresource();
        world.create("{}");

        assertMade();
        assertThat(world.api.takeWrites()).hasSize(3);
    }

    @Test
    void R7_a_result_that_the_schema_drops_is_not_owed_for_ever() {
        creating();
        world.start();
        world.api.withoutStatusSubresource();
        world.api.pruning("made");
        world.create("{}");
        world.advance(Duration.ofHours(1));

        assertThat(world.essence()).isNotEmpty();
        assertThat(world.status("made")).isNull();
        assertThat(world.calls).containsExactly("made");
        assertThat(world.api.takeWrites()).hasSize(3);
    }

    @Test
    void R7_a_server_that_cannot_tell_where_the_status_belongs_is_asked_again() {
        creating();
        world.start();
        world.api.refuse(World.STATUS, 404);
        world.api.disconnect("GET " + FakeApi.GROUP);
        world.create("{}");
        assertThat(world.essence()).isEmpty();
        world.advance(Duration.ofMinutes(1));

        assertMade();
    }
}

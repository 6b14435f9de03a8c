package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.runtime.handler.TemporaryException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the pages tell a person to do at night does what they say (docs/errors.md). */
final class MendingByHandTest {

    private final World world = new World();
    private boolean mended;

    @BeforeEach
    void there_are_handlers_that_fail_until_something_outside_is_mended() {
        world.on()
                .create("onCreate", (widget, ctx) -> {
                    world.note("create " + ctx.retry());
                    if (!mended) {
                        throw new TemporaryException("down", Duration.ofHours(1));
                    }
                    return null;
                })
                .delete("onDelete", (widget, ctx) -> {
                    world.note("delete");
                    if (!mended) {
                        throw new PermanentException("no");
                    }
                });
        world.start();
    }

    private void remove(String annotation) {
        mended = true;
        world.patch("{\"metadata\": {\"annotations\": {\"kopf.zalando.org/" + annotation + "\": null}}}");
    }

    @Test
    void a_handler_that_waits_is_tried_at_once_when_its_record_is_taken_away() {
        world.create("{}");
        world.advance(Duration.ofHours(1));
        assertThat(world.calls).containsExactly("create 0", "create 1");
        remove("onCreate");

        assertThat(world.calls).containsExactly("create 0", "create 1", "create 0");
        assertThat(world.records()).isEmpty();
    }

    @Test
    void an_object_without_its_last_handled_state_is_created_again() {
        mended = true;
        world.create("{}");
        remove("last-handled-configuration");

        assertThat(world.calls).containsExactly("create 0", "create 0");
        assertThat(world.essence()).isNotEmpty();
    }

    @Test
    void a_deletion_that_failed_for_good_is_tried_again_when_its_record_is_taken_away() {
        world.create("{}");
        world.delete();
        assertThat(world.calls).containsExactly("create 0", "delete");
        remove("onDelete");

        assertThat(world.calls).containsExactly("create 0", "delete", "delete");
        assertThat(world.api.exists("w")).isFalse();
    }

    @Test
    void an_object_whose_deletion_failed_for_good_goes_without_our_finalizer() {
        world.create("{}");
        world.delete();
        world.patch("{\"metadata\": {\"finalizers\": []}}");

        assertThat(world.calls).containsExactly("create 0", "delete");
        assertThat(world.api.exists("w")).isFalse();
    }
}

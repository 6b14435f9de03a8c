package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.TemporaryException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No secret is kept anywhere on an object but where its user put it (R12). */
final class SecretsTest {

    private final World world = new World();
    private final List<String> unknown = new ArrayList<>();

    private void handling() {
        world.on()
                .update("good", (widget, diff, ctx) -> {
                    unknown.add(ctx.diff().unknown().toString());
                    return world.note("good " + widget.<Object>get("spec", "password"));
                })
                .update("bad", (widget, diff, ctx) -> {
                    if (ctx.retry() < 2) {
                        throw new TemporaryException("wait", Duration.ofSeconds(10));
                    }
                    return world.note("bad " + diff.oldValue().<Object>get("spec", "size"));
                });
        world.start().create("{\"password\": \"hunter1\", \"size\": 1}");
    }

    @Test
    void R12_neither_the_last_handled_state_nor_a_record_has_a_secret() {
        handling();
        assertThat(world.widget().annotations().toString()).doesNotContain("hunter");
        world.patch("{\"spec\": {\"password\": \"hunter2\"}}");
        assertThat(world.records()).hasSize(2);
        assertThat(world.widget().annotations().toString()).doesNotContain("hunter");
        world.patch("{\"spec\": {\"password\": \"hunter3\"}}");
        assertThat(world.widget().annotations().toString()).doesNotContain("hunter");
        world.advance(Duration.ofMinutes(1));

        assertThat(world.calls).containsExactly("good hunter2", "good hunter3", "bad 1");
        assertThat(unknown).containsExactly("[spec.password]", "[spec.password]");
        assertThat(world.records()).isEmpty();
        assertThat(world.widget().annotations().toString()).doesNotContain("hunter");
    }

    @Test
    void R12_a_secret_that_goes_back_while_others_retry_is_told_to_who_saw_the_change() {
        handling();
        world.patch("{\"spec\": {\"password\": \"hunter2\"}}");
        world.patch("{\"spec\": {\"password\": \"hunter1\"}}");
        world.advance(Duration.ofMinutes(1));

        assertThat(world.calls).startsWith("good hunter2", "good hunter1");
        assertThat(world.records()).isEmpty();
    }

    @Test
    void R12_a_secret_that_stays_is_no_change_after_a_restart_and_known_in_the_old_state() {
        handling();
        int writes = world.api.requests.size();
        world.crash();
        world.start();
        assertThat(world.calls).isEmpty();
        assertThat(world.api.requests.stream().filter(request -> request.startsWith("PATCH")))
                .as("after %s requests", writes)
                .isEmpty();

        world.patch("{\"spec\": {\"size\": 2}}");
        assertThat(unknown).containsExactly("[]");
    }
}

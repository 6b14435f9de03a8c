package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.resource.Json;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.Map;

/** An operator of widgets that makes way for another one when a test says so. */
final class Pauses {

    final World world = new World();
    final BoundedExecutor places =
            new BoundedExecutor(Runnable::run, world.timers, new BoundedExecutor.Limits(32, 1_000));

    Pauses() {
        world.workingIn(places);
    }

    void noteAll() {
        world.on()
                .create("made", (widget, ctx) -> world.note("made " + size(widget)))
                .update("changed", (widget, change, ctx) -> world.note("changed " + size(widget)))
                .delete("ended", (widget, ctx) -> world.note("ended"));
    }

    static String size(GenericKubernetesResource widget) {
        return String.valueOf(widget.<Object>get("spec", "size"));
    }

    void resume() {
        places.resume();
        world.settle();
    }

    void change(int size) {
        world.patch("{\"spec\": {\"size\": " + size + "}}");
    }

    /** What another operator has stored of this size. */
    void handledByOthers(int size) {
        String essence = String.valueOf(world.widget().annotations().get(World.ESSENCE))
                .replaceAll("\"size\":\\d+", "\"size\":" + size);
        assertThat(essence).contains("\"size\":" + size);
        world.api.patch("w", Json.write(Map.of("metadata", Map.of("annotations", Map.of(World.ESSENCE, essence)))));
    }

    /** Others have ended: what they did, the watch has not told of yet. */
    void resumeBehind() {
        world.catchUp();
        places.passTurn();
        resume();
    }
}

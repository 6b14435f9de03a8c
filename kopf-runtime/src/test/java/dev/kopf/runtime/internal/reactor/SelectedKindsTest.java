package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.GenericHandlers;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.handler.Registry;
import dev.kopf.runtime.internal.client.ApiRequest;
import dev.kopf.runtime.internal.client.ApiResponse;
import dev.kopf.runtime.internal.client.FakeTimers;
import dev.kopf.runtime.internal.client.ServedKinds;
import dev.kopf.runtime.internal.client.Transport;
import dev.kopf.runtime.internal.client.Watcher;
import dev.kopf.runtime.resource.ResourceKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The kinds of selectors begin, whatever fails meanwhile (R2, W-41). */
final class SelectedKindsTest {

    private static final String KIND =
            "{\"name\": \"%s\", \"kind\": \"%s\", \"namespaced\": true, \"verbs\": [\"list\", \"watch\", \"patch\"]}";

    private static final Map<String, String> SERVED = Map.of(
            "/apis",
            "{\"groups\": [{\"name\": \"good.org\", \"versions\": [{\"version\": \"v1\"}], \"preferredVersion\": {\"version\": \"v1\"}}]}",
            "/apis/good.org/v1",
            "{\"resources\": [" + KIND.formatted("ones", "One") + ", " + KIND.formatted("twos", "Two") + "]}");

    private final FakeTimers timers = new FakeTimers();
    private final List<String> steps = new ArrayList<>();
    private String failing = "";

    private final SelectedKinds selected = new SelectedKinds(
            Registry.of(List.of(
                    GenericHandlers.on("ones.good.org").create("one", (object, ctx) -> null),
                    GenericHandlers.on("twos.good.org").create("two", (object, ctx) -> null))),
            new Watcher.Surroundings(new Server(), timers, Duration.ofDays(1), Duration.ofMillis(100), () -> 0),
            new Steps());

    /** Knows two kinds, and shows no CRDs. */
    private static final class Server implements Transport {
        @Override
        public String server() {
            return "https://server";
        }

        @Override
        public CompletableFuture<ApiResponse> send(ApiRequest request) {
            String answer = SERVED.get(request.path());
            byte[] body = (answer == null ? "{}" : answer).getBytes(StandardCharsets.UTF_8);
            return CompletableFuture.completedFuture(new ApiResponse(answer == null ? 403 : 200, body, null));
        }

        @Override
        public Transport.Stream stream(ApiRequest request, Listener listener) {
            throw new AssertionError("Nobody may watch.");
        }

        @Override
        public void close() {}
    }

    /** Notes what is begun and ended. */
    private final class Steps implements SelectedKinds.Kinds {
        @Override
        public void check(KindHandlers handlers) {}

        @Override
        public void begin(KindHandlers handlers) {
            String plural = handlers.kind().plural();
            steps.add("begin " + plural);
            if (plural.equals(failing)) {
                throw new OutOfMemoryError("no memory for a kind");
            }
        }

        @Override
        public void end(ResourceKind kind) {
            steps.add("end " + kind.plural());
        }

        @Override
        public void onTold(ServedKinds cluster) {
            steps.add("all have begun");
        }
    }

    @Test
    void R2_a_kind_that_could_not_begin_keeps_back_no_other_and_begins_later() {
        failing = "ones";
        selected.start();
        assertThat(steps).contains("begin twos").containsSubsequence("begin ones", "end ones");
        assertThat(steps).doesNotContain("all have begun");

        failing = "";
        steps.clear();
        timers.advance(Duration.ofMinutes(1));
        assertThat(steps).containsExactly("begin ones", "all have begun");
        selected.close();
    }
}

package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.internal.CapturedLog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is not allowed is named at the start (R17). */
final class AccessCheckTest {

    private static final AccessCheck.Need STATUS =
            new AccessCheck.Need("patch", WidgetHandlers.KIND, "status", "default");

    private final FakeTimers timers = new FakeTimers();
    private final Reviews reviews = new Reviews();
    private final AccessCheck check = new AccessCheck(reviews, timers);

    private List<String> told(AccessCheck.Need need) {
        try (CapturedLog log = new CapturedLog("kopf.permissions")) {
            check.accept(need);
            timers.advance(Duration.ofMinutes(10));
            return log.messages();
        }
    }

    @Test
    void R17_a_missing_permission_is_named_with_the_rule_that_would_grant_it() {
        reviews.answer = "{\"status\": {\"allowed\": false}}";

        assertThat(told(STATUS))
                .containsExactly("Not allowed to patch widgets/status.example.org in namespace default. A Role or"
                        + " ClusterRole with this rule would allow it: {apiGroups: [\"example.org\"], resources:"
                        + " [\"widgets/status\"], verbs: [\"patch\"]}.");
        assertThat(reviews.requests)
                .containsExactly("POST /apis/authorization.k8s.io/v1/selfsubjectaccessreviews"
                        + " {\"apiVersion\":\"authorization.k8s.io/v1\",\"kind\":\"SelfSubjectAccessReview\",\"spec\":"
                        + "{\"resourceAttributes\":{\"verb\":\"patch\",\"group\":\"example.org\",\"version\":\"v1\","
                        + "\"resource\":\"widgets\",\"subresource\":\"status\",\"namespace\":\"default\"}}}");
    }

    @Test
    void R17_what_is_allowed_is_not_spoken_of_and_asked_once() {
        reviews.answer = "{\"status\": {\"allowed\": true}}";

        assertThat(told(STATUS)).isEmpty();
        assertThat(told(STATUS)).isEmpty();
        assertThat(reviews.requests).hasSize(1);
    }

    @Test
    void a_server_that_does_not_tell_is_no_reason_to_warn() {
        reviews.status = 404;
        assertThat(told(STATUS)).isEmpty();
        reviews.status = 200;
        reviews.answer = "nonsense";
        assertThat(told(new AccessCheck.Need("create", AccessCheck.EVENTS, null, null)))
                .isEmpty();
    }

    @Test
    void R17_what_is_asked_for_in_200_namespaces_is_asked_ten_at_a_time_in_order() {
        List<CompletableFuture<ApiResponse>> underway = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        AccessCheck many = new AccessCheck(
                new Answering(request -> {
                    asked.add(String.valueOf(request.body()).replaceAll(".*\"namespace\":\"|\".*", ""));
                    CompletableFuture<ApiResponse> answer = new CompletableFuture<>();
                    underway.add(answer);
                    return answer;
                }),
                timers);
        List<String> namespaces =
                IntStream.range(0, 200).mapToObj(i -> "app-" + i).toList();
        namespaces.forEach(
                namespace -> many.accept(new AccessCheck.Need("create", AccessCheck.EVENTS, null, namespace)));
        while (!underway.isEmpty()) {
            assertThat(underway).hasSizeLessThanOrEqualTo(10);
            underway.remove(0).complete(Answering.answer(201, "{\"status\": {\"allowed\": true}}"));
        }
        assertThat(asked).isEqualTo(namespaces);
    }

    /** A server that is asked. */
    private static final class Reviews implements Transport {

        private final List<String> requests = new ArrayList<>();
        private int status = 201;
        private String answer = "{}";

        @Override
        public String server() {
            return "http://reviews";
        }

        @Override
        public CompletableFuture<ApiResponse> send(ApiRequest request) {
            requests.add(request + " " + request.body());
            return CompletableFuture.completedFuture(
                    new ApiResponse(status, answer.getBytes(StandardCharsets.UTF_8), null));
        }

        @Override
        public Stream stream(ApiRequest request, Listener listener) {
            throw new UnsupportedOperationException("nobody watches");
        }

        @Override
        public void close() {}
    }
}

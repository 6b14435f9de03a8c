package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.Vectors;
import dev.kopf.runtime.resource.Vectors.Case;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Requests are repeated when Kopf repeats them (W-35…W-37), and what is missing in an answer is seen as Kopf sees it (P-15). */
final class RequestVectorsTest {

    @TestFactory
    Stream<DynamicTest> requests() {
        return Vectors.tests(
                "delays.json",
                Map.of("request", this::checkRequest, "verify", this::checkVerify),
                "apply",
                "sleep",
                "throttle",
                "background");
    }

    private void checkRequest(Case vector) {
        FakeTimers timers = new FakeTimers();
        Instant start = timers.instant();
        Script script = new Script(Json.list(vector.in("answers")), timers);
        ApiRetries.Policy policy =
                new ApiRetries.Policy(backoffs(vector.in()), Boolean.TRUE.equals(vector.in("enforceRetryAfter")));

        CompletableFuture<ApiResponse> result = new ApiRetries(script, timers, policy).send(ApiRequest.get("/api/v1"));
        timers.advance(Duration.ofDays(1));

        List<Double> attempts = script.attempts.stream()
                .map(at -> Duration.between(start, at).toMillis() / 1000.0)
                .toList();
        List<Double> expected = Json.list(vector.out("attemptsAt")).stream()
                .map(at -> ((Number) at).doubleValue())
                .toList();
        assertThat(attempts).isEqualTo(expected);
        assertThat(kopfsName(result)).isEqualTo(vector.out("result"));
    }

    private static List<Duration> backoffs(Map<String, @Nullable Object> in) {
        if (!in.containsKey("backoffs")) {
            return ApiRetries.Policy.DEFAULT.backoffs();
        }
        Object given = in.get("backoffs");
        List<?> all = given instanceof Number ? List.of(given) : Json.list(given);
        return all.stream()
                .map(seconds -> Duration.ofMillis(Math.round(((Number) seconds).doubleValue() * 1000)))
                .toList();
    }

    private static String kopfsName(CompletableFuture<ApiResponse> result) {
        assertThat(result).isDone();
        try {
            int status = result.join().status();
            return switch (status) {
                case 200 -> "success";
                case 401 -> "APIUnauthorizedError";
                case 403 -> "APIForbiddenError";
                case 404 -> "APINotFoundError";
                case 409 -> "APIConflictError";
                case 422 -> "APIUnprocessableEntityError";
                case 429 -> "APITooManyRequestsError";
                default -> status >= 500 ? "APIServerError" : "APIClientError";
            };
        } catch (CompletionException e) {
            if (e.getCause() instanceof HttpTimeoutException) {
                return "TimeoutError";
            }
            return e.getCause() instanceof IOException ? "ClientConnectionError" : "ValueError";
        }
    }

    private void checkVerify(Case vector) {
        Body answer = new Body(vector.inMap("answer"));
        Patch patch = Patch.of(vector.inMap("patch"));
        List<FieldPath> leftovers = Leftovers.of(patch, answer);
        boolean booleanForNumber = leftovers.stream()
                .allMatch(field -> field.resolve(answer.fields()) instanceof Boolean
                        && field.resolve(patch.asMap()) instanceof Number);
        if (leftovers.isEmpty() && Boolean.TRUE.equals(vector.out("inconsistent"))) {
            assertThat(deletes(patch.asMap()))
                    .as("what was deleted and is gone is nothing to warn of")
                    .isTrue();
        } else if (!leftovers.isEmpty() && booleanForNumber) {
            assertThat(vector.out("inconsistent"))
                    .as("a boolean is no number (R19)")
                    .isEqualTo(false);
        } else {
            assertThat(!leftovers.isEmpty()).isEqualTo(vector.out("inconsistent"));
        }
        boolean vanishes = answer.isDeleting() && answer.finalizers().isEmpty();
        assertThat(vanishes).as("its end is what comes next (P-23)").isEqualTo(vector.out("neverArrives"));
        if (vector.out("awaits") != null) {
            assertThat(answer.resourceVersion()).isEqualTo(vector.out("awaits"));
        }
    }

    private static boolean deletes(@Nullable Object value) {
        return value == null
                || (value instanceof Map<?, ?>
                        && Json.map(value).values().stream().anyMatch(RequestVectorsTest::deletes));
    }

    /** A server that answers as it is told, and then with success. */
    private static final class Script implements Transport {

        private final List<Instant> attempts = new ArrayList<>();
        private final List<@Nullable Object> answers;
        private final FakeTimers timers;

        Script(List<@Nullable Object> answers, FakeTimers timers) {
            this.answers = answers;
            this.timers = timers;
        }

        @Override
        public String server() {
            return "http://script";
        }

        @Override
        public CompletableFuture<ApiResponse> send(ApiRequest request) {
            attempts.add(timers.instant());
            if (attempts.size() > answers.size()) {
                return CompletableFuture.completedFuture(new ApiResponse(200, new byte[0], null));
            }
            Map<String, @Nullable Object> answer = Json.map(answers.get(attempts.size() - 1));
            if (answer.get("error") != null) {
                return CompletableFuture.failedFuture(
                        switch ((String) answer.get("error")) {
                            case "connection" -> new ConnectException("refused");
                            case "timeout" -> new HttpTimeoutException("too late");
                            default -> new IllegalArgumentException("other");
                        });
            }
            Object seconds = answer.get("retryAfterSeconds");
            String json = seconds == null ? "{}" : "{\"details\": {\"retryAfterSeconds\": " + seconds + "}}";
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            return CompletableFuture.completedFuture(new ApiResponse(
                    ((Number) answer.get("status")).intValue(),
                    body,
                    RetryAfter.read((String) answer.get("retryAfter"), body)));
        }

        @Override
        public Transport.Stream stream(ApiRequest request, Listener listener) {
            throw new UnsupportedOperationException("nobody watches");
        }

        @Override
        public void close() {}
    }
}

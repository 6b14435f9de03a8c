package dev.kopf.runtime.internal.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests again that fail in a way that passes (W-35…W-37). For those that nothing else repeats, such as posts of events: watches
 * go on for ever (R2), and so do writes to objects, which are kept and repeated with growing pauses (R3). Never blocks. Safe for use by
 * several threads.
 */
final class ApiRetries {

    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final Transport transport;
    private final Timers timers;
    private final Policy policy;

    /**
     * How often and when.
     *
     * @param backoffs the pauses; there is one attempt more (W-35)
     * @param enforceRetryAfter whether the time that a busy server asks for counts even where it is shorter than the pause (W-37)
     */
    record Policy(List<Duration> backoffs, boolean enforceRetryAfter) {

        /** Nine attempts in 54 s. */
        static final Policy DEFAULT = new Policy(
                List.of(1, 1, 2, 3, 5, 8, 13, 21).stream()
                        .map(Duration::ofSeconds)
                        .toList(),
                false);

        Policy {
            backoffs = List.copyOf(backoffs);
        }

        /** The pause after an attempt; null where there is to be no other. */
        @Nullable
        Duration pause(int attempt, @Nullable Duration retryAfter) {
            if (attempt >= backoffs.size()) {
                return null;
            }
            Duration backoff = backoffs.get(attempt);
            boolean longer = retryAfter != null && retryAfter.compareTo(backoff) > 0;
            return retryAfter != null && (longer || enforceRetryAfter) ? retryAfter : backoff;
        }
    }

    ApiRetries(Transport transport, Timers timers, Policy policy) {
        this.transport = transport;
        this.timers = timers;
        this.policy = policy;
    }

    /** Sends a request; the answer is the last one, whatever it says. */
    CompletableFuture<ApiResponse> send(ApiRequest request) {
        CompletableFuture<ApiResponse> result = new CompletableFuture<>();
        attempt(request, 0, result);
        return result;
    }

    private void attempt(ApiRequest request, int attempt, CompletableFuture<ApiResponse> result) {
        try {
            CompletableFuture<ApiResponse> unused = transport.send(request).whenComplete((response, failure) -> {
                try {
                    answered(request, attempt, response, failure, result);
                } catch (RuntimeException | Error e) {
                    result.completeExceptionally(e);
                }
            });
        } catch (RuntimeException | Error e) { // whoever waits for the answer is told, and goes on
            result.completeExceptionally(e);
        }
    }

    private void answered(
            ApiRequest request,
            int attempt,
            @Nullable ApiResponse response,
            @Nullable Throwable failure,
            CompletableFuture<ApiResponse> result) {
        Duration pause = failure != null ? pause(attempt, failure) : pause(attempt, Objects.requireNonNull(response));
        if (pause != null) {
            Timers.Timer unusedTimer = timers.after(pause, () -> attempt(request, attempt + 1, result));
        } else if (failure != null) {
            result.completeExceptionally(cause(failure));
        } else {
            result.complete(Objects.requireNonNull(response));
        }
    }

    private @Nullable Duration pause(int attempt, Throwable failure) {
        return cause(failure) instanceof IOException ? policy.pause(attempt, null) : null;
    }

    /** What passes: a server in trouble or too busy, and what it does not allow while it is upgraded (W-36). */
    private @Nullable Duration pause(int attempt, ApiResponse response) {
        int status = response.status();
        boolean passes = status >= SERVER_ERROR || status == FORBIDDEN || status == TOO_MANY;
        return passes ? policy.pause(attempt, status == TOO_MANY ? response.retryAfter() : null) : null;
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}

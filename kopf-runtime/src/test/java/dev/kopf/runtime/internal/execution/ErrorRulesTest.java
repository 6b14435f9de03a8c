package dev.kopf.runtime.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.handler.ErrorMode;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.progress.HandlerState;
import dev.kopf.runtime.progress.Outcome;
import dev.kopf.runtime.progress.Seen;
import dev.kopf.runtime.resource.FieldPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is thrown, and what is meant by it (X-4, X-10, X-11, R16). */
final class ErrorRulesTest {

    private static final Instant STARTED = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "permanent, TEMPORARY, 0, 100, 0,  Failed",
        "permanent, IGNORED,   0, 100, 0,  Failed",
        "temporary, TEMPORARY, 0, 100, 0,  Retry PT10S",
        "temporary, PERMANENT, 0, 100, 0,  Retry PT10S",
        "temporary, IGNORED,   0, 100, 0,  Retry PT10S",
        "temporary, TEMPORARY, 0, 100, 89, Retry PT10S",
        "temporary, TEMPORARY, 0, 100, 90, Failed",
        "temporary, TEMPORARY, 1, 100, 0,  Retry PT10S",
        "temporary, TEMPORARY, 2, 100, 0,  Failed",
        "growing,   TEMPORARY, 0, 100, 0,  Retry PT1S",
        "growing,   TEMPORARY, 1, 100, 0,  Retry PT2S",
        "arbitrary, TEMPORARY, 0, 100, 0,  Retry PT1S",
        "arbitrary, TEMPORARY, 2, 100, 0,  Failed",
        "arbitrary, PERMANENT, 0, 100, 0,  Failed",
        "arbitrary, IGNORED,   2, 100, 99, Succeeded"
    })
    void decides(String thrown, ErrorMode mode, int retries, int timeout, int seconds, String expected) {
        Handler handler = new Handler(
                WidgetHandlers.KIND,
                HandlerType.CREATE,
                FieldPath.ROOT,
                HandlerOptions.of("h").withErrors(mode).withRetries(3).withTimeout(Duration.ofSeconds(timeout)),
                call -> null);
        HandlerState state = new HandlerState(
                STARTED, null, null, null, retries, false, false, null, List.of(), null, Seen.NOTHING, null, null);

        Outcome outcome =
                ErrorRules.thrown(throwable(thrown), handler.options(), state, STARTED.plusSeconds(seconds), 0);

        String delay = outcome.delay() == null ? "" : " " + outcome.delay();
        assertThat(outcome.getClass().getSimpleName() + delay).isEqualTo(expected);
    }

    private static Throwable throwable(String thrown) {
        return switch (thrown) {
            case "permanent" -> new PermanentException("no");
            case "temporary" -> new TemporaryException("wait", Duration.ofSeconds(10));
            case "growing" -> new TemporaryException("wait");
            default -> new IllegalStateException("boom");
        };
    }
}

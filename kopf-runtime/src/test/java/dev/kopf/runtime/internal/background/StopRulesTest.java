package dev.kopf.runtime.internal.background;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.BackgroundOptions;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.internal.background.StopRules.Step;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done about a daemon that was told to stop and still runs (B-13, B-14). */
final class StopRulesTest {

    private static BackgroundOptions options(@Nullable Long backoff, @Nullable Long timeout) {
        HandlerOptions options = HandlerOptions.of("d");
        options = backoff == null ? options : options.withCancellationBackoff(Duration.ofSeconds(backoff));
        options = timeout == null ? options : options.withCancellationTimeout(Duration.ofSeconds(timeout));
        return options.background();
    }

    @ParameterizedTest(name = "backoff {0}, timeout {1}, after {2} s: {3}")
    @CsvSource({
        ",    ,   0,    wait 3600",
        ",    ,   9999, wait 3600",
        "5,   ,   0,    wait 5",
        "5,   ,   4,    wait 1",
        "5,   ,   5,    interrupt 1",
        "5,   ,   7,    interrupt 2",
        "5,   ,   9,    interrupt 4",
        "5,   ,   9999, interrupt 3600",
        "5,   10, 4,    wait 1",
        "5,   10, 5,    interrupt 1",
        "5,   10, 13,   interrupt 2",
        "5,   10, 15,   give up 3600",
        "5,   10, 99,   give up 3600",
        ",    10, 0,    interrupt 1",
        ",    10, 10,   give up 3600",
        ",    0,  0,    give up 3600",
    })
    void B_13_it_is_interrupted_after_the_backoff_and_given_up_after_the_timeout(
            @Nullable Long backoff, @Nullable Long timeout, long age, String expected) {
        Step step = StopRules.step(options(backoff, timeout), Duration.ofSeconds(age));

        String what = step.giveUp() ? "give up" : step.interrupt() ? "interrupt" : "wait";
        assertThat(what + " " + step.next().toSeconds()).isEqualTo(expected);
    }

    @Test
    void P7_that_it_still_runs_is_said_after_a_minute_and_then_less_and_less_often() {
        Duration last = null;
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            last = StopRules.reminder(last);
            said.append(last.toMinutes()).append(' ');
        }
        assertThat(said.toString()).isEqualTo("1 2 4 8 16 32 64 124 184 ");
    }

    @Test
    void P7_that_one_still_runs_that_was_given_up_at_once_is_said_a_minute_later() {
        assertThat(StopRules.reminder(Duration.ZERO)).isEqualTo(Duration.ofMinutes(1));
    }
}

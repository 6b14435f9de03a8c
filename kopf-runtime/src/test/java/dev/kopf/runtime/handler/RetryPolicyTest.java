package dev.kopf.runtime.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How pauses grow (R16). */
final class RetryPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, PT1S",
        "1, 0, PT1S",
        "2, 0, PT2S",
        "9, 0, PT4M16S",
        "10, 0, PT5M",
        "31, 0, PT5M",
        "2147483647, 0, PT5M",
        "1, 1, PT0.9S",
        "1, 0.5, PT0.95S",
        "10, 1, PT4M30S"
    })
    void R16_doubles_to_a_limit_less_a_random_part(int failures, double chance, Duration pause) {
        assertThat(RetryPolicy.HANDLERS.delay(failures, chance)).isEqualTo(pause);
    }
}

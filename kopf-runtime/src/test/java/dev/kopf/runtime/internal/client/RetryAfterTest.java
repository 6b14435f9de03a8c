package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A write is never put off for so long that it is as good as lost, whatever an answer says (R3). */
final class RetryAfterTest {

    private static final String HUGE = "99999999999999999999999999999999999999999999";

    private static @Nullable Duration asked(@Nullable String header, String body) {
        return RetryAfter.read(header, body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "5.9, 5",
        "0, 0",
        "300, 300",
        "301, 300",
        "999999, 300",
        "1000000, 300",
        "9223372036854775807, 300",
        "9223372036854775808, 300",
        HUGE + ", 300",
        "-1,",
        "-" + HUGE + ",",
        "1e3,",
        "soon,",
    })
    void R3_a_header_asks_for_five_minutes_at_most(String header, @Nullable Long seconds) {
        assertThat(asked(header, "{}")).isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "5.9, 5",
        "0,",
        "300, 300",
        "301, 300",
        "9223372036854775807, 300",
        "9223372036854775808, 300",
        HUGE + ", 300",
        "1e400, 300",
        "-1,",
        "-9223372036854775809,",
        "-" + HUGE + ",",
        "null,",
        "[],",
    })
    void R3_a_status_asks_for_five_minutes_at_most(String number, @Nullable Long seconds) {
        assertThat(asked(null, "{\"details\": {\"retryAfterSeconds\": " + number + "}}"))
                .isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
    }
}

package dev.kopf.runtime.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DateTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2024-02-29T12:30:45Z, 2024-02-29T12:30:45Z",
        "2024-02-29t12:30:45z, 2024-02-29T12:30:45Z",
        "2024-01-01T00:00:00.1Z, 2024-01-01T00:00:00.1Z",
        "2024-01-01T00:00:00.1234567899Z, 2024-01-01T00:00:00.123456789Z",
        "2024-01-01T00:30:00+01:00, 2023-12-31T23:30:00Z",
        "2024-01-01T00:30:00-00:00, 2024-01-01T00:30:00Z",
        "2024-01-01T00:00:00-23:59, 2024-01-01T23:59:00Z",
        "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
        "2017-01-01T00:59:60.5+01:00, 2016-12-31T23:59:59.5Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z"
    })
    void a_text_of_rfc_3339_is_an_instant(String text, Instant instant) {
        assertThat(DateTime.of(text).instant()).isEqualTo(instant);
        assertThat(DateTime.of(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2024-01-01",
                "2024-01-01T00:00:00",
                "2024-01-01 00:00:00Z",
                "2024-02-30T00:00:00Z",
                "2024-01-01T24:00:00Z",
                "2024-01-01T12:00:60Z",
                "2024-01-01T00:00:61Z",
                "2024-01-01T00:00:00.Z",
                "2024-01-01T00:00:00+24:00",
                "+12024-01-01T00:00:00Z"
            })
    void any_other_text_is_kept_and_is_no_instant(String text) {
        assertThat(DateTime.of(text).instant()).isNull();
        assertThat(DateTime.of(text)).hasToString(text);
    }

    @Test
    void an_instant_is_written_as_kubernetes_does() {
        assertThat(DateTime.of(Instant.parse("2024-01-01T00:00:00Z")).text()).isEqualTo("2024-01-01T00:00:00Z");
        assertThat(DateTime.of(Instant.parse("2024-01-01T00:00:00.5Z")).text()).isEqualTo("2024-01-01T00:00:00.500Z");
        assertThatThrownBy(() -> DateTime.of(Instant.MAX))
                .hasMessageStartingWith("no year from 0 to 9999: +1000000000");
    }

    @Test
    void two_are_equal_where_their_texts_are() {
        assertThat(DateTime.of("2024-01-01T00:00:00Z"))
                .isEqualTo(DateTime.of("2024-01-01T00:00:00Z"))
                .isNotEqualTo(DateTime.of("2024-01-01T00:00:00.0Z"));
    }
}

package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which resourceVersion is certainly before another (P3). */
final class VersionsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 2, true",
        "2, 1, false",
        "2, 2, false",
        "9, 10, true",
        "10, 9, false",
        "99999999999999999999, 100000000000000000000, true",
        "'', 1, false",
        "1, '', false",
        "a, b, false",
        "1a, 2, false",
        "01, 2, false",
        "-1, 2, false"
    })
    void P3_only_numbers_have_an_order(String version, String other, boolean before) {
        assertThat(Versions.isBefore(version, other)).isEqualTo(before);
    }
}

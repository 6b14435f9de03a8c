package dev.kopf.codegen.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeprecationTest {

    @ParameterizedTest
    @CsvSource({
        "'Deprecated: use b.', 'use b.'",
        "'DEPRECATED. Use b.', 'Use b.'",
        "'deprecated', ''",
        "'DEPRECATED - use b', 'use b'",
        "'[Deprecated] use b', 'use b'",
        "'(deprecated): use b', 'use b'",
        "'**Deprecated**: use b', 'use b'",
        "'  Deprecated, use b', 'use b'"
    })
    void a_paragraph_that_begins_so_says_it(String description, String text) {
        assertThat(Deprecation.of(description)).isEqualTo(text);
        assertThat(Deprecation.of("The name.\n\n" + description + "\nor c.\n\nStill read."))
                .isEqualTo((text + "\nor c.").strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "The name.",
                "Deprecated fields are kept.",
                "Not deprecated: use it.",
                "Whether it is\ndeprecatedly used: yes."
            })
    void others_do_not(String description) {
        assertThat(Deprecation.of(description)).isNull();
    }

    @Test
    void a_long_text_of_blanks_and_brackets_is_read_in_one_go() {
        for (String part : new String[] {"\n", " ", "\n ", "[", "deprecated ", "\ndeprecated", "\n[[deprecated ]]"}) {
            Deprecation.of(part.repeat(1_000_000));
        }
    }
}

package dev.kopf.codegen.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class NamesTest {

    @Test
    void a_hundred_thousand_clashes_are_told_apart() {
        Names names = Names.ofTypes();
        Set<String> unique = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            unique.add(names.unique(i % 2 == 0 ? "Field" : "FIELD", "Diff"));
        }

        assertThat(unique).hasSize(100_000).contains("Field", "FIELD2", "Field3");
    }

    @Test
    void a_number_that_is_taken_by_another_name_is_passed_over() {
        Names names = Names.ofMembers();

        assertThat(names.unique("a")).isEqualTo("a");
        assertThat(names.unique("a2")).isEqualTo("a2");
        assertThat(names.unique("a")).isEqualTo("a3");
        assertThat(names.unique("a2")).isEqualTo("a2_2");
    }
}

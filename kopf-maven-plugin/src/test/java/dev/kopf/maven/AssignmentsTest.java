package dev.kopf.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.codegen.model.CodegenException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AssignmentsTest {

    @Test
    void a_name_may_have_an_equals_sign() {
        assertThat(Assignments.of("propertyNames", List.of("Kind:spec.a=b = c")))
                .isEqualTo(Map.of("Kind:spec.a=b", "c"));
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThatThrownBy(() -> Assignments.of("packages", List.of("a", "b=", "=c", "d=e", "d=f")))
                .isInstanceOf(CodegenException.class)
                .hasMessageContainingAll(
                        "[KopfInvalidOption] packages: not of the form name=value: a",
                        "name=value: b=",
                        "name=value: =c",
                        "two values for one name: d");
    }
}

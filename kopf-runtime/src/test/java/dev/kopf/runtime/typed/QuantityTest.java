package dev.kopf.runtime.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "5, 5",
        "+5., 5",
        "-.5, -0.5",
        "100n, 0.0000001",
        "100u, 0.0001",
        "500m, 0.500",
        "1k, 1000",
        "2M, 2000000",
        "3G, 3000000000",
        "1T, 1000000000000",
        "1P, 1000000000000000",
        "1E, 1000000000000000000",
        "1Ki, 1024",
        "1.5Mi, 1572864.0",
        "1Gi, 1073741824",
        "1Ti, 1099511627776",
        "1Pi, 1125899906842624",
        "1Ei, 1152921504606846976",
        "1e3, 1000",
        "12E-1, 1.2",
        "1E+2, 100"
    })
    void an_amount_is_in_base_units(String text, BigDecimal amount) {
        assertThat(Quantity.of(text).amount()).isEqualByComparingTo(amount);
        assertThat(Quantity.of(text).amount().scale()).isNotNegative();
        assertThat(Quantity.of(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1e999999999, 9223372036854775807",
        "1e99999999999999999999, 9223372036854775807",
        "-8Ei, -9223372036854775807",
        "1e-999999999, 0.000000001",
        "-0.1n, -0.000000001",
        "0e999999999, 0"
    })
    void an_amount_that_is_too_large_or_too_fine_is_bounded_as_kubernetes_does(String text, BigDecimal amount) {
        assertThat(Quantity.of(text).amount()).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1K", "1mi", "1 Gi", "1e", "1e1.5", ".", "--1", "٣"})
    void a_text_that_is_no_quantity_is_kept_and_has_no_amount(String text) {
        assertThat(Quantity.of(text).amount()).isNull();
        assertThat(Quantity.of(text)).hasToString(text);
        assertThatThrownBy(() -> Quantity.of(text).toModel()).hasMessage("no quantity: " + text);
    }

    @Test
    void a_very_long_text_has_no_amount() {
        assertThat(Quantity.of("1".repeat(1_000_000)).amount()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "500m", "1.5Gi", "1e3", "+5", ".5", "-3k", "1E"})
    void a_quantity_of_fabric8_is_the_same_amount(String text) {
        Quantity quantity = Quantity.of(text);

        assertThat(Quantity.of(quantity.toModel()).amount()).isEqualByComparingTo(quantity.amount());
        assertThat(quantity.toModel().getNumericalAmount()).isEqualByComparingTo(quantity.amount());
    }

    @Test
    void a_number_of_base_units_is_written_as_a_text() {
        assertThat(Quantity.of(1024).plain()).isEqualTo("1024");
    }
}

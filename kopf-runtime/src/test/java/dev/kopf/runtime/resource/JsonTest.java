package dev.kopf.runtime.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|1.0|true",
                "1e2|100|true",
                "0|-0.0|true",
                "9007199254740993|9007199254740992.0|false",
                "0.1|0.1000000000000000055|false",
                "1|true|false",
                "0|false|false",
                "'\"1\"'|1|false",
                "null|0|false",
                "{\"a\":1,\"b\":2}|{\"b\":2.0,\"a\":1}|true",
                "{\"a\":null}|{}|true",
                "{\"a\":{\"b\":null}}|{\"a\":{}}|true",
                "{\"a\":{\"b\":null}}|{}|false",
                "{\"a\":{}}|{}|false",
                "[{\"a\":null}]|[{}]|false",
                "[1,2]|[2,1]|false",
                "[1,2]|[1.0,2]|true",
                "[1]|[true]|false",
            })
    void equality_is_that_of_json_R19(String one, String other, boolean equal) {
        assertThat(Json.equal(Json.parse(one), Json.parse(other))).isEqualTo(equal);
        assertThat(Json.equal(Json.parse(other), Json.parse(one))).isEqualTo(equal);
    }

    @Test
    void identical_values_have_the_same_nulls() {
        assertThat(Json.identical(Json.parse("{\"a\":null}"), Json.parse("{}"))).isFalse();
        assertThat(Json.identical(Json.parse("{\"a\":1,\"b\":2}"), Json.parse("{\"b\":2,\"a\":1.0}")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":1,\"a\":[true,null,\"x\"],\"c\":{}}",
                "[]",
                "1.10",
                "-0",
                "{\"a\":-0.0,\"b\":[0,-0,1],\"c\":\"-0\"}",
                "123456789012345678901234567890",
                "0.1000000000000000055511151231257827",
                "\"\\u007f\\u00e9\\ud83d\\ude80\\u0000\\n\\\"\\\\/<\"",
                "\"\\ud800\"",
            })
    void what_is_written_is_what_was_read_D4(String text) {
        assertThat(Json.write(Json.parse(text))).isEqualTo(text);
    }

    @Test
    void numbers_keep_their_digits_R19() {
        assertThat(Json.parse("[1,3000000000,123456789012345678901234567890,1.50]"))
                .isEqualTo(List.of(
                        1, 3_000_000_000L, new BigInteger("123456789012345678901234567890"), new BigDecimal("1.50")));
    }

    @Test
    void neither_long_texts_nor_long_numbers_are_refused() {
        String text = "x".repeat(30_000_000);
        String number = "9".repeat(5_000);
        assertThat(Json.parse("\"" + text + "\"")).isEqualTo(text);
        assertThat(Json.write(Json.parse(number))).isEqualTo(number);
    }

    @Test
    void an_exponent_costs_nothing() {
        assertThat(Json.equal(Json.parse("1e999999999"), Json.parse("1e999999998")))
                .isFalse();
        assertThat(Json.write(Json.parse("1e999999999"))).isEqualTo("1e+999999999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"a\":1", "yes", "{}x", "1 2", "NaN", "1e99999999999"})
    void what_is_no_json_is_refused(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JsonException.class);
    }

    @Test
    void the_position_of_the_problem_is_told() {
        JsonException problem = catchThrowableOfType(JsonException.class, () -> Json.parse("{\"a\": 1,\n  x}"));
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.column()).isEqualTo(3);
        assertThat(problem).hasMessageEndingWith("at line 2, column 3");
    }

    @Test
    void bytes_are_read_as_utf8() {
        assertThat(Json.parse(new byte[] {'"', (byte) 0xc3, (byte) 0xa9, '"'})).isEqualTo("é");
    }

    @Test
    void a_mutable_copy_shares_nothing_that_can_change() {
        Map<String, Object> original = Map.of("a", List.of(Map.of("b", 1)));
        Map<String, Object> copy = Json.mutableCopy(original);
        Json.map(Json.list(copy.get("a")).get(0)).put("b", 2);
        assertThat(original).isEqualTo(Map.of("a", List.of(Map.of("b", 1))));
        assertThat(copy).isEqualTo(Map.of("a", List.of(Map.of("b", 2))));
    }
}

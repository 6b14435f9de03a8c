package dev.kopf.runtime.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonObjectTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"b\":null,\"a\":[null,{},[]]}",
                "{\"a\":1.0,\"b\":1.10,\"c\":0.1000000000000000055511151231257827}",
                "{\"a\":123456789012345678901234567890,\"b\":-9223372036854775809,\"c\":9223372036854775807}",
                "{\"a\":true,\"b\":\"2020-01-01T00:00:00.123456789Z\",\"\":\"x\"}",
                "{\"a\":-0,\"b\":[-0.0,-0.00,0,0.0],\"c\":1E+400,\"d\":1E+2}",
                "{\"a\":{\"b\":{\"c\":\"\\u0000\\\"\\\\\"}}}"
            })
    void it_is_written_as_it_was_read(String json) throws Exception {
        assertThat(MAPPER.writeValueAsString(MAPPER.readValue(json, JsonObject.class)))
                .isEqualTo(json);
    }

    @Test
    void a_mapper_that_leaves_out_nulls_leaves_them_in() throws Exception {
        ObjectMapper mapper = new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY);

        assertThat(mapper.writeValueAsString(mapper.readValue("{\"a\":null,\"b\":{}}", JsonObject.class)))
                .isEqualTo("{\"a\":null,\"b\":{}}");
    }

    @Test
    void it_goes_through_a_tree_and_a_conversion() {
        JsonObject object = JsonObject.of(Map.of("a", List.of(new BigDecimal("1.5"), 1L << 40, true)));

        assertThat(MAPPER.convertValue(MAPPER.valueToTree(object), JsonObject.class))
                .isEqualTo(object);
        assertThat(MAPPER.convertValue(object, JsonObject.class)).isEqualTo(object);
    }

    @Test
    void a_zero_keeps_its_sign_through_a_conversion_and_is_a_zero() throws Exception {
        JsonObject object = MAPPER.readValue("{\"a\":-0,\"b\":-0.0}", JsonObject.class);

        assertThat(MAPPER.writeValueAsString(MAPPER.convertValue(object, JsonObject.class)))
                .isEqualTo("{\"a\":-0,\"b\":-0.0}");
        assertThat(JsonValues.same(object, MAPPER.readValue("{\"a\":0,\"b\":0}", JsonObject.class)))
                .isTrue();
        assertThat(Types.LONG.read(Objects.requireNonNull(object.get("a")))).isEqualTo(0);
        assertThat(Types.DECIMAL.read(Objects.requireNonNull(object.get("b")))).isEqualTo(new BigDecimal("0.0"));
        assertThat(Types.INT_OR_STRING.read(Objects.requireNonNull(object.get("a"))))
                .hasToString("-0");
    }

    @Test
    void nobody_changes_it() throws Exception {
        JsonObject read = MAPPER.readValue("{\"a\":{\"b\":[1]}}", JsonObject.class);

        assertThatThrownBy(() -> read.put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> read.clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> read.entrySet().iterator().next().setValue(1))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((Map<?, ?>) read.get("a")).clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void it_is_a_copy_of_what_it_is_made_of() {
        Map<String, Object> inner = new LinkedHashMap<>(Map.of("x", 1));
        JsonObject object = JsonObject.of(Map.of("inner", inner, "set", Set.of((short) 1), "f", 1.5f));
        inner.put("x", 2);

        assertThat(object).isEqualTo(Map.of("inner", Map.of("x", 1), "set", List.of(1), "f", new BigDecimal("1.5")));
    }

    @Test
    void it_takes_only_what_json_knows() {
        assertThatThrownBy(() -> JsonObject.of(Map.of("a", new Object())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a JSON value: java.lang.Object");
    }

    @Test
    void json_is_equal_by_value_and_a_null_is_as_good_as_nothing() {
        Object[] equal = {1, 1L, BigInteger.ONE, new BigDecimal("1.00"), new BigDecimal("1E0"), 1.0};
        for (Object one : equal) {
            for (Object other : equal) {
                assertThat(Plain.same(one, other)).isTrue();
                assertThat(Plain.hash(one)).isEqualTo(Plain.hash(other));
            }
        }
        Map<String, Object> withNull = new LinkedHashMap<>();
        withNull.put("a", null);
        assertThat(Plain.same(withNull, Map.of())).isTrue();
        assertThat(Plain.hash(withNull)).isEqualTo(Plain.hash(Map.of()));
        assertThat(Plain.same(Map.of("a", 1), withNull)).isFalse();
        assertThat(Plain.same(withNull, Map.of("b", 1))).isFalse();
        assertThat(Plain.same(1, true)).isFalse();
        assertThat(Plain.same("1", 1)).isFalse();
        assertThat(Plain.same(List.of(1, 2), List.of(2, 1))).isFalse();
        assertThat(Plain.same(List.of(1), List.of(1, 2))).isFalse();
        assertThat(Plain.same(Arrays.asList(1, null), List.of(1))).isFalse();
        assertThat(Plain.same(null, Map.of())).isFalse();
    }
}

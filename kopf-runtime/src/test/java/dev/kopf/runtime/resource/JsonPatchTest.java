package dev.kopf.runtime.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON patches have the fewest operations that keys and positions allow. */
final class JsonPatchTest {

    private static Map<String, @Nullable Object> of(String list) {
        return Json.map(Json.parse("{\"l\": " + list + "}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[1,2,3]; [1,2,3]; []",
                "[1,2,3]; [2,3]; [{\"op\":\"remove\",\"path\":\"/l/0\"}]",
                "[1,2,3]; [1,3]; [{\"op\":\"remove\",\"path\":\"/l/1\"}]",
                "[1,3]; [1,2,3]; [{\"op\":\"add\",\"path\":\"/l/1\",\"value\":2}]",
                "[1,2,1]; [2]; [{\"op\":\"remove\",\"path\":\"/l/0\"},{\"op\":\"remove\",\"path\":\"/l/1\"}]",
                "[1,2]; [1,5,2,6]; [{\"op\":\"add\",\"path\":\"/l/1\",\"value\":5},{\"op\":\"add\",\"path\":\"/l/3\",\"value\":6}]",
                "[{\"a\":1,\"b\":2}]; [{\"a\":1,\"b\":3}]; [{\"op\":\"replace\",\"path\":\"/l/0/b\",\"value\":3}]",
                "[1]; [1.0]; []",
                "[1]; [true]; [{\"op\":\"replace\",\"path\":\"/l/0\",\"value\":true}]",
                "[null]; []; [{\"op\":\"remove\",\"path\":\"/l/0\"}]"
            })
    void only_what_differs_is_done(String before, String after, String operations) {
        assertThat(JsonPatch.between(of(before), of(after)).toString()).isEqualTo(operations);
    }

    @Test
    void very_long_lists_are_compared_without_much_ado() {
        List<Object> before = new ArrayList<>();
        List<Object> after = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            before.add(i);
            after.add(-i);
        }
        assertThat(JsonPatch.between(Map.of("l", before), Map.of("l", after)).operations())
                .hasSize(19_999);
    }

    @Test
    void P6_a_guard_comes_first() {
        assertThat(JsonPatch.between(of("[1]"), of("[]")).guardedBy("7").toString())
                .isEqualTo("[{\"op\":\"test\",\"path\":\"/metadata/resourceVersion\",\"value\":\"7\"},"
                        + "{\"op\":\"remove\",\"path\":\"/l/0\"}]");
    }
}

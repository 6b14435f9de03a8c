package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import dev.kopf.runtime.resource.Patch;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was written and is not there afterwards (P-15). */
final class LeftoversTest {

    private static List<String> leftovers(String patch, String answer) {
        return Leftovers.of(Patch.of(map(patch)), new Body(map(answer))).stream()
                .map(FieldPath::toString)
                .toList();
    }

    private static Map<String, @Nullable Object> map(String json) {
        try {
            return Json.map(Json.parse(json.replace('\'', '"')));
        } catch (JsonException e) {
            throw new AssertionError(json, e);
        }
    }

    @Test
    void P_15_what_is_there_is_none_whatever_stands_beside_it() {
        assertThat(leftovers(
                        "{'spec': {'a': 1, 'list': [1]}, 'status': {'gone': null}}",
                        "{'spec': {'a': 1, 'b': 2, 'list': [1]}, 'status': {}}"))
                .isEmpty();
    }

    @Test
    void P_15_what_is_dropped_changed_or_kept_is_told_field_by_field() {
        assertThat(leftovers(
                        "{'status': {'a': {'b': 1}}, 'spec': {'c': 1, 'd': null, 'e': {'f': 1}}}",
                        "{'spec': {'c': 2, 'd': 3, 'e': 'text'}}"))
                .containsExactlyInAnyOrder("status.a.b", "spec.c", "spec.d", "spec.e");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'annotations': {}}",
                "{'labels': {}}",
                "{'finalizers': []}",
                "{'finalizers': null}",
                "{'resourceVersion': '1'}"
            })
    void P_15_what_API_servers_leave_out_where_it_is_empty_is_none_and_neither_is_a_lock(String metadata) {
        assertThat(leftovers("{'metadata': " + metadata + "}", "{'metadata': {'resourceVersion': '2'}}"))
                .isEmpty();
    }

    @Test
    void P_15_elsewhere_what_is_empty_is_to_be_there_too() {
        assertThat(leftovers("{'spec': {'a': {}, 'b': []}}", "{'spec': {}}"))
                .containsExactlyInAnyOrder("spec.a", "spec.b");
        assertThat(leftovers("{'metadata': {'finalizers': ['f'], 'labels': 5}}", "{'metadata': {}}"))
                .containsExactlyInAnyOrder("metadata.finalizers", "metadata.labels");
        assertThat(leftovers("{'metadata': {'finalizers': []}}", "{'metadata': {'finalizers': ['f']}}"))
                .containsExactly("metadata.finalizers");
    }
}

package dev.kopf.runtime.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PatchTest {

    /** The examples of RFC 7386, as far as both are objects. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":\"b\"}|{\"a\":\"c\"}|{\"a\":\"c\"}",
                "{\"a\":\"b\"}|{\"b\":\"c\"}|{\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"}|{\"a\":null}|{}",
                "{\"a\":\"b\",\"b\":\"c\"}|{\"a\":null}|{\"b\":\"c\"}",
                "{\"a\":[\"b\"]}|{\"a\":\"c\"}|{\"a\":\"c\"}",
                "{\"a\":\"c\"}|{\"a\":[\"b\"]}|{\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}}|{\"a\":{\"b\":\"d\",\"c\":null}}|{\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]}|{\"a\":[1]}|{\"a\":[1]}",
                "{\"e\":null}|{\"a\":1}|{\"e\":null,\"a\":1}",
                "{}|{\"a\":{\"bb\":{\"ccc\":null}}}|{\"a\":{\"bb\":{}}}",
            })
    void a_patch_is_applied_as_rfc_7386_says(String object, String patch, String patched) {
        assertThat(Json.write(Patch.of(parse(patch)).applyTo(parse(object)))).isEqualTo(patched);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1}|{\"a\":1.0}|true",
                "{\"a\":1}|{\"b\":null}|true",
                "{\"a\":1}|{\"a\":null}|false",
                "{\"a\":1}|{\"b\":{}}|false",
                "{\"a\":{}}|{\"a\":{\"b\":null}}|true",
                "{\"metadata\":{\"resourceVersion\":\"2\"}}|{\"metadata\":{\"resourceVersion\":\"1\"}}|true",
                "{\"metadata\":{\"x\":1}}|{\"metadata\":{\"resourceVersion\":\"1\",\"x\":2}}|false",
            })
    void a_patch_without_effect_is_known_P10(String object, String patch, boolean noOp) {
        assertThat(Patch.of(parse(patch)).isNoOpOn(new Body(parse(object)))).isEqualTo(noOp);
    }

    @Test
    void the_later_patch_counts() {
        Patch earlier = patch("{\"spec\":{\"a\":1,\"b\":null},\"status\":\"x\"}");
        Patch later = patch("{\"spec\":{\"a\":null,\"c\":{\"d\":2}},\"status\":{\"y\":1}}");
        assertThat(earlier.merge(later))
                .isEqualTo(patch("{\"spec\":{\"a\":null,\"b\":null,\"c\":{\"d\":2}},\"status\":{\"y\":1}}"));
        assertThat(earlier.merge(Patch.EMPTY)).isEqualTo(earlier);
        assertThat(Patch.EMPTY.merge(later)).isEqualTo(later);
    }

    @Test
    void a_patch_never_changes() {
        Patch patch = patch("{\"metadata\":{\"annotations\":{\"a\":\"1\"}}}");
        Patch other = patch.withAnnotation("a", null).withAnnotation("b", "2");
        assertThat(patch).isEqualTo(patch("{\"metadata\":{\"annotations\":{\"a\":\"1\"}}}"));
        assertThat(other).isEqualTo(patch("{\"metadata\":{\"annotations\":{\"a\":null,\"b\":\"2\"}}}"));
        assertThat(Patch.EMPTY.isEmpty()).isTrue();
    }

    @Test
    void what_a_patch_no_longer_says_leaves_no_empty_maps_S15() {
        Patch patch = patch("{\"metadata\":{\"annotations\":{\"a\":\"1\"}}}");
        assertThat(patch.without(FieldPath.of("metadata", "annotations", "a")).isEmpty())
                .isTrue();
        assertThat(patch.without(FieldPath.of("metadata", "annotations", "b"))).isEqualTo(patch);
        assertThat(patch.has(FieldPath.of("metadata", "annotations", "a"))).isTrue();
        assertThat(patch.has(FieldPath.of("metadata", "annotations", "b"))).isFalse();
    }

    @Test
    void the_status_is_split_out_P4() {
        Patch.Split split = patch("{\"spec\":{\"a\":1},\"status\":{\"x\":2}}").splitStatus();
        assertThat(split.object()).isEqualTo(patch("{\"spec\":{\"a\":1}}"));
        assertThat(split.status()).isEqualTo(patch("{\"status\":{\"x\":2}}"));
    }

    @Test
    void a_status_of_null_is_dropped_and_an_empty_one_is_sent_P3() {
        assertThat(patch("{\"spec\":{\"a\":1},\"status\":null}")
                        .splitStatus()
                        .status()
                        .isEmpty())
                .isTrue();
        assertThat(patch("{\"status\":{}}").splitStatus().status()).isEqualTo(patch("{\"status\":{}}"));
        assertThat(patch("{\"status\":{}}").splitStatus().object().isEmpty()).isTrue();
    }

    @Test
    void a_finalizer_is_added_behind_those_of_others_and_locked_C25() {
        Body body = body("7", "a/b");
        assertThat(Finalizers.add(body, "our/f", Patch.EMPTY))
                .isEqualTo(patch("{\"metadata\":{\"finalizers\":[\"a/b\",\"our/f\"],\"resourceVersion\":\"7\"}}"));
        assertThat(Finalizers.add(body("7", "our/f"), "our/f", Patch.EMPTY)).isEqualTo(Patch.EMPTY);
    }

    @Test
    void all_duplicates_of_the_finalizer_go_and_others_stay_C25() {
        assertThat(Finalizers.remove(body("7", "our/f", "a/b", "our/f", "c/d"), "our/f", Patch.EMPTY))
                .isEqualTo(patch("{\"metadata\":{\"finalizers\":[\"a/b\",\"c/d\"],\"resourceVersion\":\"7\"}}"));
        assertThat(Finalizers.remove(body("7", "a/b"), "our/f", Patch.EMPTY)).isEqualTo(Patch.EMPTY);
    }

    @Test
    void a_list_of_finalizers_that_is_empty_then_goes_entirely_C25() {
        assertThat(Finalizers.remove(body("7", "our/f"), "our/f", Patch.EMPTY))
                .isEqualTo(patch("{\"metadata\":{\"finalizers\":null,\"resourceVersion\":\"7\"}}"));
    }

    private static Body body(String version, String... finalizers) {
        return new Body(
                Map.of("metadata", Map.of("resourceVersion", version, "finalizers", Arrays.asList(finalizers))));
    }

    private static Patch patch(String json) {
        return Patch.of(parse(json));
    }

    private static Map<String, Object> parse(String json) {
        return Json.map(Json.parse(json));
    }
}

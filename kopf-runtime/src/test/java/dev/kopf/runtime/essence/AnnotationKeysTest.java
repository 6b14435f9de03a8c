package dev.kopf.runtime.essence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.resource.Body;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Annotations have names that an API server takes, and ids are told apart by them (S-11…S-13, R10). */
final class AnnotationKeysTest {

    private static final AnnotationKeys KEYS = AnnotationKeys.of(AnnotationKeys.DEFAULT_PREFIX);
    private static final Body BODY = new Body(Map.of());

    private static List<String> keys(String id) {
        return KEYS.keys(id, BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "made/nginx:1.2",
                "user@host",
                "onSpecGrößeChange",
                "-x",
                "x-",
                "<lambda>",
                "/",
                "...",
                "名前",
                "🚀",
                "",
                "a:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "my item",
                "a\nb"
            })
    void R10_an_id_that_no_annotation_may_have_is_kept_under_a_name_with_its_digest(String id) {
        assertThat(keys(id))
                .singleElement()
                .satisfies(key -> assertThat(key)
                        .matches("kopf\\.zalando\\.org/[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?")
                        .endsWith(AnnotationKeys.suffix(id)));
    }

    @Test
    void such_names_are_still_read_by_people() {
        assertThat(keys("made/nginx:1.2"))
                .containsExactly("kopf.zalando.org/made_nginx_1.2" + AnnotationKeys.suffix("made/nginx:1.2"));
        assertThat(keys("-x")).containsExactly("kopf.zalando.org/x" + AnnotationKeys.suffix("-x"));
        assertThat(keys("🚀")).containsExactly("kopf.zalando.org/id" + AnnotationKeys.suffix("🚀"));
    }

    @Test
    void R10_what_differs_only_in_such_characters_is_told_apart() {
        Set<String> all = new HashSet<>();
        for (String id : List.of("a:b", "a@b", "a_b", "ä", "ö", "_", "-", ".", "-a", "_a", "a", "a-", "a.")) {
            assertThat(all.add(keys(id).get(0))).as(id).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"made", "made/x", "Outer.<locals>.fn/spec.field", "a.b.c"})
    void S11_what_an_API_server_takes_is_called_as_Kopf_calls_it(String id) {
        assertThat(keys(id)).isEqualTo(KEYS.kopfKeys(id, BODY));
    }

    @Test
    void S12_an_older_name_that_no_API_server_takes_is_not_written() {
        AnnotationKeys keys = AnnotationKeys.of("x".repeat(55));
        String id = "a".repeat(64);

        assertThat(keys.kopfKeys(id, BODY)).hasSize(2);
        assertThat(keys.keys(id, BODY)).containsExactly(keys.kopfKeys(id, BODY).get(0));
    }
}

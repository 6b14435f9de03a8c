package dev.kopf.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Java types properties have, where schemas are odd. */
final class PropertyTypesTest {

    @TempDir
    private Path folder;

    private String spec(String properties) {
        return sources(properties).get("ThingSpec");
    }

    private Map<String, String> sources(String properties) {
        String crd = Sources.crdWithSpec("{type: object, required: [r], properties: {" + properties + "}}");
        assertThat(Sources.compile(folder, crd).errors()).isEmpty();
        return Sources.of(folder, crd);
    }

    @Test
    void a_moment_with_known_values_is_an_enum() {
        assertThat(spec("a: {type: string, format: date-time, enum: [never]}")).contains("public @Nullable A getA()");
    }

    @Test
    void a_format_is_that_of_a_text_only() {
        assertThat(spec("a: {type: integer, format: date-time}, b: {type: object, format: password},"
                        + " c: {format: quantity}"))
                .contains(
                        "@Nullable Long getA()",
                        "@Nullable Map<String, @Nullable Object> getB()",
                        "@Nullable Object getC()");
    }

    @Test
    void what_is_required_and_nullable_is_nullable() {
        assertThat(spec("r: {type: string, nullable: true}")).contains("public @Nullable String getR()");
        assertThat(spec("r: {type: string}")).contains("public String getR()", "r(@Nullable String value)");
    }

    @Test
    void items_and_values_are_nullable_where_their_schema_says_so() {
        assertThat(spec("a: {type: array, items: {type: array, items: {type: string, nullable: true}}},"
                        + " b: {type: object, additionalProperties: {type: string, nullable: true}},"
                        + " c: {type: array, x-kubernetes-list-type: set, items: {type: string, nullable: true}},"
                        + " d: {type: array, items: {}}"))
                .contains(
                        "@Nullable List<List<@Nullable String>> getA()",
                        "@Nullable Map<String, @Nullable String> getB()",
                        "@Nullable Set<@Nullable String> getC()",
                        "c(@Nullable Collection<? extends @Nullable String> value)",
                        "@Nullable List<@Nullable Object> getD()");
    }

    @Test
    void a_class_of_the_crd_can_have_the_name_of_one_of_ours() {
        assertThat(spec("quantity: {type: object, properties: {a: {type: string, format: quantity}}},"
                        + " b: {type: string, format: quantity}, set: {type: object, properties: {a: {type: string}}},"
                        + " c: {type: array, x-kubernetes-list-type: set, items: {type: string}}"))
                .contains(
                        "public @Nullable Quantity getB()",
                        "public @Nullable Set<String> getC()",
                        "public @Nullable SpecQuantity getQuantity()",
                        "public @Nullable SpecSet getSet()");
    }

    @Test
    void objects_that_differ_in_what_they_require_are_two_classes() {
        String object = "properties: {x: {type: string}}}";

        assertThat(sources("a: {type: object, required: [x], " + object + ", b: {type: object, " + object))
                .containsKeys("A", "B");
        assertThat(sources(
                        "a: {type: object, required: [x], " + object + ", b: {type: object, required: [x], " + object))
                .containsKey("A")
                .doesNotContainKey("B");
    }

    @Test
    void a_secret_is_seen_however_deep_it_is() {
        String secret = "{type: object, properties: {p: {type: string, format: password}}}";

        assertThat(sources("a: {type: object, additionalProperties: {type: array, items: " + secret + "}}, b: " + secret
                        + ", c: {type: object, properties: {x: {type: string}}}"))
                .hasEntrySatisfying("Thing", source -> assertThat(source).contains("masked.field(\"spec\""))
                .hasEntrySatisfying(
                        "ThingSpec",
                        source -> assertThat(source)
                                .contains("masked.field(\"a\"", "masked.field(\"b\"")
                                .doesNotContain("masked.field(\"c\""));
    }

    @Test
    void a_secret_is_seen_where_the_schema_of_the_kind_says_so() {
        String crd = Sources.crd(
                "Thing",
                "{type: object, allOf: [{properties: {spec: {properties: {token: {format: password}}}}}],"
                        + " properties: {spec: {type: object, properties: {token: {type: string}}}}}");

        assertThat(Sources.of(folder, crd).get("ThingSpec"))
                .contains("public @Nullable Password getToken()", "masked.field(\"token\"");
    }

    @Test
    void sets_in_a_set_are_lists_of_which_none_is_lost() {
        String sets = "{type: array, x-kubernetes-list-type: set, items: {type: array, x-kubernetes-list-type: set,"
                + " items: {type: string}}}";

        assertThat(spec("a: " + sets)).contains("List<Set<String>> getA()");
    }

    @Test
    void very_many_secrets_fit_in_a_class() {
        StringBuilder properties = new StringBuilder("a: {type: string}");
        for (int i = 0; i < 2_500; i++) {
            properties.append(", p").append(i).append(": {type: string, format: password}");
        }
        String deep = "{type: array, items: ".repeat(7) + "{type: integer, format: password}" + "}".repeat(7);
        StringBuilder lists = new StringBuilder("a: {type: string}");
        for (int i = 0; i < 1_990; i++) {
            lists.append(", p").append(i).append(": ").append(deep);
        }

        assertThat(spec(properties.toString())).contains("masked.field(\"p2499\"");
        assertThat(spec(lists.toString())).contains("masked.field(\"p1989\", Types.list(Types.list(");
    }

    @Test
    void a_key_of_several_fields_may_be_of_any_types() {
        String item = "{type: object, properties: {port: {x-kubernetes-int-or-string: true},"
                + " size: {type: string, format: quantity}, at: {type: string, format: date-time}}}";

        assertThat(Sources.compile(
                                folder,
                                Sources.crdWithSpec("{type: object, properties: {parts: {type: array, items: " + item
                                        + ", x-kubernetes-list-type: map,"
                                        + " x-kubernetes-list-map-keys: [port, size, at]}}}"))
                        .errors())
                .isEmpty();
    }
}

package dev.kopf.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.codegen.corpus.Compiled;
import dev.kopf.codegen.model.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A class file holds only so many constants, and a compiler only so deep an expression. */
final class LimitsTest {

    private static final String TEXT = "{type: string}";

    @TempDir
    private Path folder;

    private static String object(int size, String schema) {
        return IntStream.range(0, size)
                .mapToObj(i -> "f" + i + ": " + schema)
                .collect(Collectors.joining(", ", "{type: object, properties: {", "}}"));
    }

    private String compiled(String crd, String file) {
        List<SourceFile> files = Sources.generate(folder, crd);
        assertThat(Compiled.of(files).errors()).isEmpty();
        return files.stream()
                .filter(source -> source.path().endsWith("/" + file + ".java"))
                .map(SourceFile::text)
                .collect(Collectors.joining());
    }

    @Test
    void maps_and_lists_that_are_nested_without_end_hold_anything_in_the_end() {
        String map = "{type: object, additionalProperties: ".repeat(60)
                + "{type: array, items: ".repeat(30)
                + "{type: string}"
                + "}".repeat(90);

        String spec = compiled(Sources.crdWithSpec("{type: object, properties: {a: " + map + "}}"), "ThingSpec");

        assertThat(spec).contains("Types.map(Types.ANY)").doesNotContain("Types.map(".repeat(10));
    }

    @Test
    void three_thousand_fields_have_their_methods() {
        assertThat(compiled(Sources.crdWithSpec(object(3_000, TEXT)), "ThingHandler"))
                .contains("onSpecF2999Change(")
                .doesNotContain("than a Java class can hold");
    }

    @Test
    void fields_beyond_what_a_class_can_hold_have_no_method() {
        String stanza = object(100, TEXT);
        String stanzas =
                IntStream.range(0, 60).mapToObj(i -> "s" + i + ": " + stanza).collect(Collectors.joining(", "));

        assertThat(compiled(Sources.crd("Thing", "{type: object, properties: {" + stanzas + "}}"), "ThingHandler"))
                .contains(
                        "onS29F99Change(", "than a Java class can hold handlers for: 3000 of them have no method here.")
                .doesNotContain("onS30F0Change(");
    }

    @Test
    void a_spec_with_more_properties_than_a_class_can_hold_is_not_typed() {
        assertThat(compiled(Sources.crdWithSpec(object(5_000, TEXT)), "ThingSpec"))
                .contains("The schema has 5000 properties, too many for a Java class")
                .doesNotContain("getF0(");
    }

    @Test
    void an_object_with_more_properties_than_a_class_can_hold_is_a_map() {
        String spec = "{type: object, properties: {o: " + object(12_000, TEXT) + "}}";

        assertThat(compiled(Sources.crdWithSpec(spec), "ThingSpec")).contains("Map<String, @Nullable Object> getO()");
    }

    @Test
    void results_count_too() {
        String results = IntStream.range(0, 1_900)
                .mapToObj(i -> "onSpecF" + i + "Change: {type: boolean}")
                .collect(Collectors.joining(", "));
        String crd = Sources.crd(
                "Thing",
                "{type: object, properties: {spec: " + object(1_900, "{type: array, items: {type: string}}")
                        + ", status: {type: object, properties: {" + results + "}}}}");

        assertThat(compiled(crd, "ThingHandler")).contains("onSpecF1199Change(").doesNotContain("onSpecF1200Change(");
    }

    @Test
    void stanzas_beyond_what_a_class_can_hold_are_not_typed() {
        assertThat(compiled(Sources.crd("Thing", object(1_200, TEXT)), "Thing"))
                .contains("The schema has 1200 properties at its top level, too many for a Java class", "getF999(")
                .doesNotContain("getF1000(");
    }

    @Test
    void three_thousand_defaults_have_their_methods() {
        String properties = IntStream.range(0, 3_000)
                .mapToObj(i -> "f" + i + ": {type: string, default: v" + i + "}")
                .collect(Collectors.joining(", ", "{type: object, properties: {", "}}"));

        assertThat(compiled(Sources.crdWithSpec(properties), "ThingSpec")).contains("getF2999OrDefault()");
    }

    @Test
    void a_thousand_lists_with_keys_have_their_items() {
        String properties = IntStream.range(0, 1_000)
                .mapToObj(i -> "f" + i + "s: {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [a"
                        + i + ", b], items: {type: object, properties: {a" + i
                        + ": {type: string}, b: {type: string}}}}")
                .collect(Collectors.joining(", ", "{type: object, properties: {", "}}"));

        assertThat(compiled(Sources.crdWithSpec(properties), "ThingSpec")).contains("getF999(String a999, String b)");
    }

    @ParameterizedTest
    @CsvSource({"string, 20, true", "string, 21, false", "integer, 255, false", "integer, 300, false"})
    void items_are_found_by_as_many_keys_as_a_method_can_have(String type, int count, boolean byKeys) {
        String keys = IntStream.range(0, count).mapToObj(i -> "k" + i).collect(Collectors.joining(", ", "[", "]"));
        String properties = IntStream.range(0, count)
                .mapToObj(i -> "k" + i + ": {type: " + type + "}")
                .collect(Collectors.joining(", ", "{type: object, properties: {", "}}"));
        String list = "{type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: " + keys + ", items: "
                + properties + "}";

        String spec = compiled(Sources.crdWithSpec("{type: object, properties: {parts: " + list + "}}"), "ThingSpec");

        assertThat(spec).contains("getParts()");
        assertThat(spec.contains(" getPart(")).isEqualTo(byKeys);
    }

    @Test
    void a_default_that_no_literal_can_hold_has_no_method() {
        String text = "x".repeat(1_000_000);
        String deep = "[".repeat(200) + "]".repeat(200);
        String number = "9".repeat(900);

        assertThat(compiled(
                        Sources.crdWithSpec("{type: object, properties: {text: {type: string, default: " + text
                                + "}, deep: {x-kubernetes-preserve-unknown-fields: true, default: " + deep
                                + "}, number: {type: number, default: " + number
                                + "}, small: {type: string, default: ok}}}"),
                        "ThingSpec"))
                .contains("getSmallOrDefault(")
                .doesNotContain("getTextOrDefault(", "getDeepOrDefault(", "getNumberOrDefault(");
    }

    @Test
    void a_union_of_more_than_an_enum_can_hold_is_none() {
        String alternatives = IntStream.range(0, 2_900)
                .mapToObj(i -> "{required: [f" + i + "]}")
                .collect(Collectors.joining(", ", "oneOf: [", "]"));
        String schema = object(2_900, TEXT);

        assertThat(compiled(Sources.crdWithSpec(schema.replaceFirst("\\{", "{" + alternatives + ", ")), "ThingSpec"))
                .contains("getF2899()")
                .doesNotContain("oneOf()");
    }
}

package dev.kopf.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.SourceFile;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the names and the types in the sources are where schemas are odd. */
final class NamingTest {

    @TempDir
    private Path folder;

    private Map<String, String> sources(String spec) {
        String crd = Sources.crdWithSpec(spec);
        assertThat(Sources.compile(folder, crd).errors()).isEmpty();
        return Sources.of(folder, crd);
    }

    @Test
    void no_class_is_below_the_package_that_java_keeps_for_itself() {
        String crd = Sources.crd("Thing", "{type: object, properties: {spec: {type: object}}}");

        assertThat(Sources.generate(folder, crd.replace("group: t.dev", "group: java")))
                .extracting(SourceFile::path)
                .allMatch(path -> path.startsWith("java_/v1/"));
        assertThat(Sources.generate(folder, crd.replace("group: t.dev", "group: java.dev")))
                .extracting(SourceFile::path)
                .allMatch(path -> path.startsWith("dev/java/v1/"));
    }

    @Test
    void a_stanza_whose_name_starts_with_a_digit_has_handlers() {
        String crd = Sources.crd(
                "Thing",
                "{type: object, properties: {spec: {type: object}, \"1\": {type: string},"
                        + " 2nd: {type: object, properties: {3rd: {type: string}}}}}");

        assertThat(Sources.compile(folder, crd).errors()).isEmpty();
        assertThat(Sources.of(folder, crd).get("ThingDispatch")).contains("Registration _1Change(", "_2nd3rdChange(");
        assertThat(Sources.of(folder, crd).get("ThingHandler")).contains("on1Change(");
    }

    @Test
    void a_property_that_is_a_java_name_has_it_whatever_comes_first() {
        String spec = "{type: object, properties: {foo_bar: {type: string}, fooBar: {type: integer}}}";

        assertThat(sources(spec).get("ThingSpec")).contains("Long getFooBar()", "String getFooBarField()");
    }

    @Test
    void a_value_of_the_schema_has_its_own_name_and_what_it_does_not_know_has_another() {
        String status = "{type: object, properties: {status: {type: string, enum: [\"True\", \"False\", Unknown]}}}";

        assertThat(sources(status).get("Status"))
                .contains(
                        "new Status(\"Unknown\", Known.UNKNOWN)",
                        "default -> new Status(value, Known.UNRECOGNIZED)",
                        "UNRECOGNIZED where the schema does not know it")
                .doesNotContain("UNKNOWN2");
    }

    @Test
    void what_stands_for_unknown_values_moves_aside() {
        assertThat(sources("{type: object, properties: {a: {type: string, enum: [Unrecognized, b]}}}")
                        .get("A"))
                .contains(
                        "new A(\"Unrecognized\", Known.UNRECOGNIZED)",
                        "default -> new A(value, Known.UNRECOGNIZED2)",
                        "UNRECOGNIZED2 where");
    }

    @Test
    void a_list_can_be_keyed_by_a_text_with_known_values() {
        String list = "{type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [type],"
                + " items: {type: object, properties: {type: {type: string, enum: [A, B]}}}}";

        assertThat(sources("{type: object, properties: {conditions: " + list + "}}")
                        .get("ThingSpecDiff"))
                .contains("KeyedListChange<Type, Condition, ConditionDiff> conditions()");
    }

    @Test
    void a_class_that_a_union_would_be_called_like_is_imported() {
        String union =
                "{type: object, properties: {a: {type: string}, oneOf: {type: object, properties: {b: {type: string}}}},"
                        + " oneOf: [{required: [a]}, {required: [oneOf]}]}";

        assertThat(sources(union).get("ThingSpec"))
                .contains("public @Nullable OneOf getOneOf()", "public enum OneOfAOrOneOf");
    }

    @Test
    void a_property_that_is_called_like_a_class_of_the_runtime_lets_it_be_imported() {
        String parts = "{type: object, additionalProperties: {type: object, properties: {a: {type: string}}}}";
        String named = "{type: object, properties: {b: {type: string}}}";

        assertThat(sources("{type: object, properties: {parts: " + parts + ", objectMapChange: " + named + "}}")
                        .get("ThingSpecDiff"))
                .contains("public ObjectMapChange<Part, PartDiff> parts()");
    }

    @Test
    void lines_of_javadoc_are_not_longer_than_code() {
        String name = "aNameThatIsAsLongAsNamesInCustomResourceDefinitionsSometimesAreAndStillReadable";
        String property = name + ": {type: string, description: '" + "word ".repeat(100) + "'}";

        assertThat(sources("{type: object, properties: {" + property + "}}"))
                .allSatisfy((file, text) -> assertThat(text.lines())
                        .filteredOn(line -> line.stripLeading().startsWith("*") || line.contains("/**"))
                        .allMatch(line -> line.length() <= 120));
    }

    @Test
    void two_crds_with_classes_of_one_name_are_told() {
        String shop = Sources.crdWithSpec(
                        "{type: object, properties: {cart: {type: object, properties: {a: {type: string}}}}}")
                .replace("Thing", "Shop")
                .replace("group: t.dev", "group: example.com");
        String cart = Sources.crdWithSpec("{type: object}")
                .replace("Thing", "Cart")
                .replace("group: t.dev", "group: v1.example.com")
                .replace("name: v1,", "name: shop,");

        assertThatThrownBy(() -> Sources.generate(folder, shop + "---\n" + cart))
                .isInstanceOf(CodegenException.class)
                .hasMessageContaining("[KopfDuplicateClass]")
                .hasMessageContaining(": com.example.v1.shop.Cart");
    }
}

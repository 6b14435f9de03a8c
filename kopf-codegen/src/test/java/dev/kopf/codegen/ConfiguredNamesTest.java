package dev.kopf.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.CodegenOptions.Content;
import dev.kopf.codegen.model.CodegenOptions.Naming;
import dev.kopf.codegen.model.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and fields that options choose, and what is wrong with them. */
final class ConfiguredNamesTest {

    private static final String IMMUTABLE = "x-kubernetes-validations: [{rule: self == oldSelf}]";

    private static final String CRD = Sources.crdWithSpec(
            "{type: object, properties: {foo-bar: {type: string}, size: {type: string}, items: {type: array, items:"
                    + " {type: object, properties: {n: {type: string}}}}, a: {type: object, properties: {replicas:"
                    + " {type: integer}, fixed: {type: string, " + IMMUTABLE + "}}}, b: {type: object, properties:"
                    + " {replicas: {type: integer}, fixed: {type: string}}}}}");

    @TempDir
    private Path folder;

    private List<SourceFile> named(Map<String, String> classes, Map<String, String> properties) {
        return Sources.generate(folder, CRD, options -> options.with(new Naming(null, Map.of(), classes, properties)));
    }

    private String handler(String... fields) {
        return Sources.generate(folder, CRD, options -> options.with(new Content(List.of(fields), true))).stream()
                .filter(file -> file.path().endsWith("ThingHandler.java"))
                .map(SourceFile::text)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_deeper_field_has_a_method_after_those_of_direct_children() {
        assertThat(handler("Thing:spec.b.replicas"))
                .containsSubsequence("onSpecBChange(", "onSpecBReplicasChange(Thing thing, FieldChange<Long> replicas");
        assertThat(handler("spec.size")).isEqualTo(handler());
    }

    @Test
    void fields_that_no_crd_has_are_told_at_once_with_what_comes_close() {
        assertThatThrownBy(() -> handler("spec.a.replica", "Thin:spec.a", "spec.items.n", "spec.size.x", "spec..a"))
                .isInstanceOf(CodegenException.class)
                .hasMessageContaining(
                        "[KopfNoField] fields: spec.a has no replica, but replicas in Thing: spec.a.replica")
                .hasMessageContaining("[KopfNoField] fields: no CRD that is generated is of this kind: Thin:spec.a")
                .hasMessageContaining("spec.items is a list or a map, which changes as a whole in Thing: spec.items.n")
                .hasMessageContaining("spec.size has no fields in Thing: spec.size.x")
                .hasMessageContaining("[KopfInvalidOption] fields: not a place of a schema.")
                .hasMessageContaining(": spec..a");
    }

    @Test
    void a_field_that_never_changes_is_told() {
        assertThatThrownBy(() -> handler("spec.a.fixed"))
                .hasMessageContaining(
                        "[KopfNoField] fields: the field never changes by the rule self == oldSelf in Thing:"
                                + " spec.a.fixed");
    }

    @Test
    void names_that_cannot_be_are_told_at_once() {
        assertThatThrownBy(() -> named(
                        Map.of(
                                "Thing:spec.a",
                                "String",
                                "Thing:spec.items",
                                "item",
                                "Thing",
                                "List",
                                "Thing:spec.b",
                                "A"),
                        Map.of("Thing:spec.foo-bar", "size", "Thing:spec.size", "class", "Thing:spec", "x")))
                .isInstanceOf(CodegenException.class)
                .hasMessageContaining("not a name that a class can have. Choose another one: Thing:spec.a=String")
                .hasMessageContaining("not a name that a class can have. Choose another one: Thing:spec.items=item")
                .hasMessageContaining("not a name that a class can have. Choose another one: Thing=List")
                .hasMessageContaining("not a name that a property can have. Choose another one: Thing:spec.size=class")
                .hasMessageContaining("[KopfInvalidOption] propertyNames: the name is taken. Choose another one:"
                        + " Thing:spec.foo-bar=size")
                .hasMessageContaining("spec and status have the names that every Kubernetes client knows.");
    }

    @Test
    void places_that_no_crd_has_are_told() {
        assertThatThrownBy(() -> named(
                        Map.of("Thing:spec.c", "C", "Thing:spec.size", "Size", "Other", "O"),
                        Map.of("Thing:spec.siz", "x")))
                .hasMessageContaining("[KopfNoField] classNames: spec has no c")
                .hasMessageContaining("the place has no class of its own in Thing: Thing:spec.size")
                .hasMessageContaining("[KopfNoField] classNames: no CRD that is generated is of this kind: Other")
                .hasMessageContaining(
                        "[KopfNoField] propertyNames: spec has no siz, but size in Thing: Thing:spec.siz");
    }

    @Test
    void one_structure_has_one_name() {
        assertThatThrownBy(() -> named(Map.of("Thing:spec.a", "First", "Thing:spec.b", "Second"), Map.of()))
                .hasMessageContaining(
                        "[KopfInvalidOption] classNames: two names for one class or property: this place has the"
                                + " structure of Thing:spec.a, and so its class. Choose one of them: Thing:spec.b=Second");
    }

    @Test
    void two_classes_of_one_chosen_name_are_told() {
        assertThatThrownBy(() -> named(Map.of("Thing:spec.a", "Part", "Thing:spec.items", "Part"), Map.of()))
                .hasMessageContaining("[KopfInvalidOption] classNames: the name is taken. Choose another one:"
                        + " Thing:spec.items=Part");
    }

    @Test
    void kinds_of_one_name_are_told_apart_by_their_group() {
        String other = CRD.replace("group: t.dev", "group: u.dev");
        Naming naming = new Naming("com.acme", Map.of(), Map.of("Thing.u.dev", "OtherThing"), Map.of());

        assertThatThrownBy(() ->
                        Sources.generate(folder, CRD + "---\n" + other, options -> options.withPackageName("com.acme")))
                .hasMessageContaining("[KopfDuplicateClass]")
                .hasMessageContaining("with the option classNames or packages: com.acme.Thing");
        assertThat(Sources.generate(folder, CRD + "---\n" + other, options -> options.with(naming)))
                .extracting(SourceFile::path)
                .contains("com/acme/Thing.java", "com/acme/OtherThing.java");
    }

    @Test
    void packages_that_cannot_be_or_are_of_no_group_are_told() {
        Naming naming = new Naming(null, Map.of("t.dev", "a.class", "x.dev", "a.b"), Map.of(), Map.of());

        assertThatThrownBy(() -> Sources.generate(folder, CRD, options -> options.with(naming)))
                .hasMessageContaining("[KopfInvalidOption] packages: not a name of a package: t.dev=a.class")
                .hasMessageContaining("[KopfNothingSelected] packages: nothing that is generated is of this group")
                .hasMessageContaining(": x.dev");
    }
}

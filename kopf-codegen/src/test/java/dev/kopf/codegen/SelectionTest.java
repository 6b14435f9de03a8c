package dev.kopf.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.CodegenOptions.Selection;
import dev.kopf.codegen.model.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which CRDs are generated, and in which versions. */
final class SelectionTest {

    @TempDir
    private Path folder;

    private static String crd(String group, String kind, String... versions) {
        StringBuilder text = new StringBuilder("""
                ---
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                spec:
                  group: %1$s
                  names: {kind: %2$s, plural: %2$s}
                  versions:
                """.formatted(group, kind));
        for (String version : versions) {
            text.append("  - ").append(version).append('\n');
        }
        return text.toString();
    }

    private static String version(String name, String rest) {
        return "{name: " + name + rest + ", schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object,"
                + " properties: {a: {type: object, properties: {b: {type: string}}}}}}}}}";
    }

    private static final String CRDS = crd("a.dev", "Apple", version("v1", ", storage: true"))
            + crd("a.dev", "Pear", version("v1beta1", ""), version("v1", ", storage: true"))
            + crd("b.dev", "Broken", "{name: v1, storage: true}");

    private List<String> paths(Set<String> groups, Set<String> kinds, Set<String> versions) {
        return paths(CRDS, new Selection(groups, kinds, versions, null));
    }

    private List<String> paths(String crds, Selection selection) {
        return Sources.generate(folder, crds, options -> options.with(selection)).stream()
                .map(SourceFile::path)
                .toList();
    }

    private static Selection versions(@Nullable String handled, String... others) {
        return new Selection(Set.of("a.dev"), Set.of(), Set.of(others), handled);
    }

    @Test
    void a_group_that_is_not_chosen_is_not_looked_at() {
        assertThat(paths(Set.of("a.dev"), Set.of(), Set.of()))
                .contains("dev/a/v1/Apple.java", "dev/a/v1/Pear.java")
                .noneMatch(path -> path.contains("Broken"));
    }

    @Test
    void kinds_are_chosen_too() {
        assertThat(paths(Set.of(), Set.of("Pear"), Set.of()))
                .contains("dev/a/v1/Pear.java")
                .noneMatch(path -> path.contains("Apple"));
    }

    @Test
    void choices_that_meet_nothing_are_told_at_once() {
        assertThatThrownBy(() -> paths(Set.of("a.de"), Set.of("Pear", "Plum"), Set.of()))
                .isInstanceOf(CodegenException.class)
                .hasMessageContaining(
                        "[KopfNothingSelected] groups: no CRD is of this group. Choose of a.dev, b.dev: a.de")
                .hasMessageContaining("[KopfNothingSelected] kinds: no CRD is of this kind.")
                .hasMessageContaining(": Plum");
        assertThatThrownBy(() -> paths(Set.of("b.dev"), Set.of("Pear"), Set.of()))
                .hasMessageContaining(
                        "[KopfNothingSelected] kinds: no CRD is of one of these kinds and of one of the groups");
    }

    @Test
    void another_version_has_resource_classes_in_a_package_of_its_own() {
        assertThat(paths(CRDS, versions(null, "v1beta1")))
                .contains("dev/a/v1beta1/Pear.java", "dev/a/v1/PearHandler.java", "dev/a/v1/PearSpecDiff.java")
                // Its spec is as that of the version that is stored.
                .doesNotContain("dev/a/v1beta1/PearSpec.java", "dev/a/v1beta1/PearHandler.java");
    }

    @Test
    void handlers_can_be_for_a_version_that_is_not_stored() {
        Selection pear = new Selection(Set.of(), Set.of("Pear"), Set.of("*"), "v1beta1");

        assertThat(paths(CRDS, pear))
                .contains("dev/a/v1beta1/PearHandler.java", "dev/a/v1/Pear.java")
                .doesNotContain("dev/a/v1/PearHandler.java");
    }

    @Test
    void a_version_that_only_some_have_is_generated_for_them_and_one_that_none_has_is_told() {
        assertThatThrownBy(() -> paths(CRDS, versions(null, "v1beta1", "v2")))
                .isInstanceOf(CodegenException.class)
                .hasMessageContaining("[KopfNoVersion] versions: no CRD has this version. Choose of v1, v1beta1: v2");
    }

    @Test
    void with_one_package_for_all_other_versions_are_in_packages_below() {
        assertThat(Sources.generate(
                        folder,
                        CRDS,
                        options -> options.with(versions(null, "*")).withPackageName("com.acme")))
                .extracting(SourceFile::path)
                .contains("com/acme/Pear.java", "com/acme/v1beta1/Pear.java", "com/acme/PearHandler.java");
    }

    @Test
    void the_handlers_version_is_the_same_whatever_else_is_generated() {
        List<SourceFile> alone = Sources.generate(folder, CRDS, options -> options.with(versions(null)));
        List<SourceFile> all = Sources.generate(folder, CRDS, options -> options.with(versions(null, "*")));

        assertThat(all).containsAll(alone).hasSizeGreaterThan(alone.size());
    }

    @Test
    void a_version_without_a_schema_is_left_out_unless_it_is_named() {
        String crd = crd("a.dev", "Plum", version("v1", ", storage: true"), "{name: v1alpha1, served: false}");

        assertThat(paths(crd, versions(null, "*"))).noneMatch(path -> path.contains("v1alpha1"));
        assertThatThrownBy(() -> paths(crd, versions(null, "v1alpha1"))).hasMessageContaining("[KopfNoSchema]");
    }

    @Test
    void packages_are_chosen_by_group_or_by_version() {
        CodegenOptions.Naming naming = new CodegenOptions.Naming(
                "com.acme", Map.of("a.dev", "org.a", "a.dev/v1beta1", "org.old"), Map.of(), Map.of());

        assertThat(Sources.generate(
                        folder,
                        CRDS,
                        options -> options.with(versions(null, "*")).with(naming)))
                .extracting(SourceFile::path)
                .contains("org/a/Apple.java", "org/a/Pear.java", "org/old/Pear.java");
    }
}

package dev.kopf.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What handlers return has a type where it can be stored, and a warning tells where it cannot. */
final class ResultsTest {

    private static final String ROOT =
            "{type: object, properties: {spec: {type: object, properties: {size: {type: string}}}";
    private static final String PRESERVE = "x-kubernetes-preserve-unknown-fields: true";

    @TempDir
    private Path folder;

    private final List<Problem> warnings = new ArrayList<>();

    private String handler(String crd) {
        try {
            Path file = Files.writeString(folder.resolve("crd.yaml"), crd);
            return Codegen.generate(CodegenOptions.of(List.of(file), folder.resolve("out")), warnings::add).stream()
                    .filter(source -> source.path().endsWith("ThingHandler.java"))
                    .findFirst()
                    .orElseThrow()
                    .text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String handlerWithStatus(String status) {
        return handler(Sources.crd("Thing", ROOT + ", status: " + status + "}}"));
    }

    @Test
    void a_status_that_drops_results_is_told_with_its_line() {
        String handler =
                handlerWithStatus("{type: object, properties: {phase: {type: string}, onResume: {type: string}}}");

        assertThat(handler).contains("default void onSpecSizeChange(", "default @Nullable String onResume(");
        assertThat(warnings).singleElement().satisfies(warning -> {
            assertThat(warning.severity()).isEqualTo(Problem.Severity.WARNING);
            assertThat(warning.place().line()).isPositive();
            assertThat(warning)
                    .asString()
                    .startsWith("[KopfResultPruned] ")
                    .contains("properties.status: the API server drops what these handler methods return")
                    .endsWith("properties of these names: onCreate, onUpdate");
        });
    }

    @Test
    void a_kind_without_a_status_drops_results() {
        handler(Sources.crd("Thing", ROOT + "}}"));

        assertThat(warnings).extracting(Problem::id).containsExactly(Problem.Id.KopfResultPruned);
    }

    @Test
    void a_status_that_keeps_what_it_does_not_know_keeps_results() {
        for (String status : List.of(
                "{type: object, " + PRESERVE + "}",
                "{type: object, " + PRESERVE + ", properties: {phase: {type: string}}}",
                "{type: object, additionalProperties: true}")) {
            assertThat(handlerWithStatus(status)).contains("default @Nullable Object onSpecSizeChange(");
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void a_status_of_values_of_one_type_is_the_type_of_results() {
        assertThat(handlerWithStatus("{type: object, additionalProperties: {type: integer}}"))
                .contains("default @Nullable Long onSpecSizeChange(", "default @Nullable Long onCreate(");
        assertThat(warnings).isEmpty();
    }

    @Test
    void what_is_said_at_the_top_counts_only_where_the_status_has_no_schema() {
        String top =
                ROOT.replace("{type: object, properties: {spec", "{type: object, " + PRESERVE + ", properties: {spec");

        assertThat(handler(Sources.crd("Thing", top + "}}"))).contains("default @Nullable Object onSpecSizeChange(");
        assertThat(warnings).isEmpty();

        assertThat(handler(
                        Sources.crd("Thing", top + ", status: {type: object, properties: {phase: {type: string}}}}}")))
                .contains("default void onSpecSizeChange(");
        assertThat(warnings).hasSize(1);
    }

    @Test
    void the_first_CRDs_dropped_nothing() {
        String crd = Sources.crd("Thing", ROOT + "}}");

        handler(crd.replace("apiextensions.k8s.io/v1", "apiextensions.k8s.io/v1beta1"));
        handler(crd.replace("  group:", "  preserveUnknownFields: true\n  group:"));
        assertThat(warnings).isEmpty();
    }

    @Test
    void fields_that_never_change_are_named() {
        String rule = "x-kubernetes-validations: [{rule: self == oldSelf}]";

        assertThat(handler(Sources.crdWithSpec("{type: object, properties: {a: {type: string, " + rule
                        + "}, b: {type: string, " + rule + "}, c: {type: string}}}")))
                .contains("<code>spec.a</code>, <code>spec.b</code> never change: the API server refuses it")
                .doesNotContain("onSpecAChange", "onSpecBChange");
        assertThat(handler(Sources.crdWithSpec("{type: object, " + rule + ", properties: {c: {type: string}}}")))
                .contains("<code>spec</code> never changes: the API server refuses it");
        assertThat(handler(Sources.crdWithSpec("{type: object, properties: {c: {type: string}}}")))
                .doesNotContain("never change");
    }
}

package dev.kopf.codegen.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.codegen.Codegen;
import dev.kopf.codegen.io.CrdReader;
import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.CrdDocument;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Objects that are made from a schema have all that can be lost, and what is lost of them is found. */
final class InstancesTest {

    private static final String CRD = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            spec:
              group: t.dev
              names: {kind: Thing, plural: things}
              versions:
              - name: v1
                storage: true
                schema:
                  openAPIV3Schema:
                    type: object
                    required: [spec]
                    properties:
                      other: {type: string}
                      spec:
                        type: object
                        required: [needed]
                        properties:
                          needed: {type: integer, minimum: -5, maximum: 7}
                          large: {type: integer}
                          at: {type: string, format: date-time}
                          color: {type: string, enum: [Red, Blue]}
                          port: {x-kubernetes-int-or-string: true}
                          empty: {type: string, nullable: true}
                          ratio: {type: number}
                          ab: {type: string}
                          aB: {type: string}
                          parts:
                            type: array
                            items: {type: object, properties: {name: {type: string}}}
                          byName:
                            type: object
                            additionalProperties: {type: object, properties: {deep: {type: boolean}}}
            """;

    @TempDir
    private Path folder;

    private List<CrdDocument> documents() throws Exception {
        return CrdReader.read(List.of(Files.writeString(folder.resolve("crd.yaml"), CRD)))
                .documents();
    }

    private Map<?, ?> made(InstanceVariant variant) throws Exception {
        String json = Instances.of(documents().get(0).root(), "v1", variant);
        return (Map<?, ?>) ExactJson.read(json);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REQUIRED_ONLY")
    void every_property_is_set(InstanceVariant variant) throws Exception {
        Map<?, ?> object = made(variant);

        assertThat(object.keySet()).map(String::valueOf).contains("apiVersion", "kind", "metadata", "other", "spec");
        assertThat(object.get("spec").toString())
                .contains("needed", "large", "at", "color", "port", "empty", "ratio", "parts", "byName");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MINIMUM   | needed | -5
            MINIMUM   | large  | -9223372036854775808
            MINIMUM   | parts  | []
            MINIMUM   | byName | {}
            MAXIMUM   | needed | 7
            MAXIMUM   | color  | Blue
            PRECISE   | large  | 2147483648
            PRECISE   | color  | KopfUnknownValue
            NULLS     | empty  | null
            """)
    void its_value_is_that_of_the_variant(InstanceVariant variant, String name, String value) throws Exception {
        Map<?, ?> spec = (Map<?, ?>) made(variant).get("spec");

        assertThat(String.valueOf(spec.get(name))).isEqualTo(value);
    }

    @Test
    void a_precise_date_time_has_a_fraction() throws Exception {
        Map<?, ?> spec = (Map<?, ?>) made(InstanceVariant.PRECISE).get("spec");

        assertThat(spec.get("at").toString()).contains("T10:20:30.");
    }

    @Test
    void an_unknown_field_is_in_every_object() throws Exception {
        Map<?, ?> object = made(InstanceVariant.UNKNOWN_FIELDS);
        Map<?, ?> spec = (Map<?, ?>) object.get("spec");

        assertThat(List.of(
                        object.get("metadata"),
                        spec,
                        ((List<?>) spec.get("parts")).get(0),
                        ((Map<?, ?>) spec.get("byName")).get("key")))
                .allSatisfy(one -> assertThat(((Map<?, ?>) one).containsKey("kopfUnknownField"))
                        .isTrue());
        assertThat(object.containsKey("kopfUnknownField")).isTrue();
    }

    @Test
    void only_what_is_required_is_set_in_the_last() throws Exception {
        Map<?, ?> object = made(InstanceVariant.REQUIRED_ONLY);

        assertThat(object.keySet()).hasToString("[apiVersion, kind, metadata, spec]");
        assertThat(((Map<?, ?>) object.get("spec")).keySet()).hasToString("[needed]");
    }

    @Test
    void what_is_generated_loses_nothing_of_them() throws Exception {
        assertThat(losses("", "")).isEmpty();
    }

    @Test
    void our_own_crds_lose_nothing_of_them() throws Exception {
        Corpus corpus = new Corpus(null);
        for (Path crd : Corpus.crdsOf(Path.of("src/test/resources/crds"))) {
            corpus.check(crd);
        }

        assertThat(corpus.failures()).isEmpty();
        assertThat(corpus.instanceCount()).isGreaterThan(InstanceVariant.values().length);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Types.LONG)    | plain -> (Long) null)    | .spec.needed fits its type
            Types.BOOLEAN) | plain -> (Boolean) null) | .spec.byName.key.deep fits its type
            get("ratio"    | get("wrong"              | .spec.ratio fits its type
            put("needed"   | put("large"              | .spec.needed is lost
            """)
    void a_getter_or_setter_that_errs_is_found(String correct, String broken, String message) throws Exception {
        assertThat(losses(correct, broken)).anySatisfy(loss -> assertThat(loss).contains(message));
    }

    private List<String> losses(String correct, String broken) throws Exception {
        List<CrdDocument> documents = documents();
        CodegenOptions options = CodegenOptions.of(List.of(folder.resolve("crd.yaml")), folder.resolve("out"));
        List<SourceFile> sources = Codegen.generate(options).stream()
                .map(file -> new SourceFile(file.path(), file.text().replace(correct, broken)))
                .toList();
        ResourceModel model = Corpus.modelsOf(options).get(0);
        Compiled compiled = Compiled.of(sources);
        assertThat(compiled.errors()).isEmpty();
        Class<?> type = compiled.loadClass("dev.t.v1.Thing");
        InstanceCheck check = new InstanceCheck();
        List<String> losses = check.losses(documents, model, type);
        assertThat(check.made()).isEqualTo(InstanceVariant.values().length);
        return losses;
    }
}

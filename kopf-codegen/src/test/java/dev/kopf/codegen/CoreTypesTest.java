package dev.kopf.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.codegen.corpus.Compiled;
import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.SourceFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which schemas are given classes of fabric8's. */
final class CoreTypesTest {

    private static final Path CORE = Path.of("src/test/resources/crds/core.yaml");

    private static final String EITHER = "anyOf: [{type: integer}, {type: string}], x-kubernetes-int-or-string: true";

    @TempDir
    private Path folder;

    /** The getter of the only property of a spec. */
    private String typeOf(String property, String schema) {
        String spec = Sources.of(
                        folder,
                        Sources.crdWithSpec("{type: object, properties: {" + property + ": " + schema + "}}")
                                .replace("EITHER", EITHER))
                .get("ThingSpec");
        return spec.replaceAll("(?s).*public @Nullable (\\S.*?) get\\w+\\(\\).*", "$1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # All properties, in whatever order, with whatever is said about them.
            {limits: {type: object, additionalProperties: {EITHER}}, requests: {type: object, additionalProperties: {EITHER}}} | ResourceRequirements
            {requests: {type: object, additionalProperties: {EITHER}}, limits: {type: object, additionalProperties: {type: string}}} | ResourceRequirements
            {key: {type: string, default: x}, operator: {type: string, enum: [Exists]}, value: {type: string}, effect: {type: string}, tolerationSeconds: {type: integer, format: int64}} | Toleration
            # One too few, one too many, one of another type, one more secret.
            {limits: {type: object, additionalProperties: {EITHER}}} | X
            {limits: {type: object, additionalProperties: {EITHER}}, requests: {type: object, additionalProperties: {EITHER}}, other: {type: string}} | X
            {limits: {type: object, additionalProperties: {EITHER}}, requests: {type: object, additionalProperties: {type: integer}}} | X
            {limits: {type: object, additionalProperties: {EITHER}}, requests: {type: object}} | X
            {key: {type: string}, operator: {type: string}, value: {type: string, format: password}, effect: {type: string}, tolerationSeconds: {type: integer, format: int64}} | X
            {key: {type: string}, operator: {type: string}, value: {type: string}, effect: {type: string}, tolerationSeconds: {type: string}} | X
            """)
    void a_schema_is_of_a_class_where_all_properties_are(String properties, String type) {
        assertThat(typeOf("x", "{type: object, properties: " + properties + "}"))
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tokenSecret    | ''                              | SecretKeySelector
            tokenConfigMap | ''                              | ConfigMapKeySelector
            token          | Selects a key of a ConfigMap.   | ConfigMapKeySelector
            token          | Selects a key of a Secret.      | SecretKeySelector
            secretName     | A Secret, not a ConfigMap.      | SecretKeySelector
            token          | Selects a Secret or ConfigMap.  | Token
            token          | Selects a key.                  | Token
            """)
    void classes_with_the_same_properties_are_told_apart_by_a_word(String property, String description, String type) {
        String schema = "{type: object, description: '" + description
                + "', properties: {key: {type: string}, name: {type: string}, optional: {type: boolean}}}";

        assertThat(typeOf(property, schema)).isEqualTo(type);
    }

    @Test
    void items_and_values_are_given_classes_too() {
        String volume = "{type: object, properties: {devicePath: {type: string}, name: {type: string}}}";

        assertThat(typeOf("x", "{type: array, items: " + volume + "}")).isEqualTo("List<VolumeDevice>");
        assertThat(typeOf("x", "{type: object, additionalProperties: " + volume + "}"))
                .isEqualTo("Map<String, VolumeDevice>");
    }

    @Test
    void stanzas_keep_classes_of_their_own() {
        String crd =
                Sources.crdWithSpec("{type: object, properties: {devicePath: {type: string}, name: {type: string}}}");

        assertThat(Sources.of(folder, crd)).containsKey("ThingSpec");
    }

    @Test
    void the_option_turns_them_off() {
        CodegenOptions options = CodegenOptions.of(List.of(CORE), folder);
        List<SourceFile> with = Codegen.generate(options);
        List<SourceFile> without = Codegen.generate(options.with(new CodegenOptions.Content(List.of(), false)));

        assertThat(with).anyMatch(file -> file.text().contains("Types.core("));
        assertThat(without).noneMatch(file -> file.text().contains("Types.core("));
        assertThat(without).anyMatch(file -> file.path().endsWith("/TopologySpreadConstraint.java"));
        assertThat(Compiled.of(without).errors()).isEmpty();
    }

    @Test
    void a_kind_that_is_named_as_a_core_type_compiles() {
        String volume = "{type: object, properties: {devicePath: {type: string}, name: {type: string}}}";
        String crd = Sources.crd(
                "VolumeDevice",
                "{type: object, properties: {spec: {type: object, properties: {volumeDevice: " + volume
                        + ", items: {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [name, devicePath], items: "
                        + volume + "}}}}}");

        assertThat(Sources.compile(folder, crd).errors()).isEmpty();
    }

    @Test
    void a_stanza_is_not_named_as_a_core_type_in_it() {
        String volume = "{type: object, properties: {devicePath: {type: string}, name: {type: string}}}";
        String crd = Sources.crd(
                "Volume", "{type: object, properties: {device: {type: object, properties: {raw: " + volume + "}}}}");

        List<SourceFile> files = Sources.generate(folder, crd);

        assertThat(files).noneMatch(file -> file.path().endsWith("/VolumeDevice.java"));
        assertThat(files)
                .allSatisfy(file -> assertThat(Sources.qualifiedNames(file)).isEmpty());
        assertThat(Compiled.of(files).errors()).isEmpty();
    }
}

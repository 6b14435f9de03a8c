package dev.kopf.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.codegen.corpus.Compiled;
import dev.kopf.codegen.model.SourceFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text of a CRD closes a comment or a literal, or chooses a path. */
final class HostileTextTest {

    @TempDir
    private Path folder;

    static List<String> texts() {
        return List.of(
                "*/ class Evil {} /*",
                "\\u002a/ class Evil {} /*",
                "*\\u002f class Evil {}",
                "\\uuuu002a\\uuuu002f class Evil {}",
                "\\u000a class Evil {}",
                "\\",
                "\\u",
                "\"); class Evil {} //",
                "\\u0022); static { System.exit(1); } //",
                "\"\"\"",
                "{@code",
                "{@link #nothing} @param x </p> <script>",
                "$T $L $S $$ $W $> $<",
                "a\r\nb\u2028c\u0000d\u0085e",
                "../../../../etc/passwd",
                "%s %n",
                "🦊 ünïcödé",
                "a\u202eb\u2066c\u200fd\ufeffe\u2029f" + Character.toString(0xE0001),
                "* /");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_description_stays_a_comment(String text) {
        String quoted = yaml(text);
        Compiled compiled = Sources.compile(
                folder,
                Sources.crdWithSpec("{type: object, description: " + quoted + ", properties: {"
                        + "a: {type: string, default: " + quoted + ", description: " + quoted
                        + "}, d: {type: string, description: " + yaml("Deprecated: " + text)
                        + "}, e: {type: string, description: " + quoted
                        + ", enum: [x]}, o: {type: object, description: " + quoted
                        + ", properties: {b: {type: string}}}}}"));

        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.names()).noneMatch(name -> name.matches("(.*[.$])?Evil"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_name_stays_a_name(String text) throws Exception {
        String quoted = yaml(text);
        List<SourceFile> files = Sources.generate(
                folder,
                Sources.crdWithSpec("{type: object, oneOf: [{required: [" + quoted
                        + "]}, {required: [o]}], properties: {" + quoted
                        + ": {type: string, default: x}, k: {type: array, x-kubernetes-list-type: map,"
                        + " x-kubernetes-list-map-keys: [" + quoted + "], items: {type: object, properties: {" + quoted
                        + ": {type: string}}}}, o: {type: object, properties: {" + quoted
                        + ": {type: object, properties: {a: {type: string}}}}},"
                        + " e: {type: string, enum: [" + quoted + ", x]}}}"));
        Compiled compiled = Compiled.of(files);

        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.names()).noneMatch(name -> name.matches("(.*[.$])?Evil"));
        assertThat(files)
                .extracting(SourceFile::path)
                .allMatch(path -> path.matches("dev/t/v1/(thing/)?[A-Za-z0-9_]+\\.java"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_group_a_version_and_a_kind_choose_no_path(String text) {
        String quoted = yaml(text);
        List<SourceFile> files = Sources.generate(folder, """
                kind: CustomResourceDefinition
                spec:
                  group: %1$s
                  names: {kind: %1$s, plural: %1$s, singular: %1$s, shortNames: [%1$s], categories: [%1$s]}
                  versions:
                  - name: %1$s
                    storage: true
                    deprecated: true
                    deprecationWarning: %1$s
                    subresources:
                      status: {}
                      scale: {specReplicasPath: %1$s, statusReplicasPath: %1$s, labelSelectorPath: %1$s}
                    additionalPrinterColumns:
                    - {name: %1$s, type: %1$s, format: %1$s, jsonPath: %1$s, description: %1$s}
                    schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object}}}}
                """.formatted(quoted));

        assertThat(files)
                .extracting(SourceFile::path)
                .allMatch(path -> path.matches("([a-z0-9_]+/)+[A-Za-z0-9_]+\\.java"));
        assertThat(Compiled.of(files).errors()).isEmpty();
    }

    @Test
    void a_name_in_json_is_kept_to_the_letter() throws Exception {
        String name = "\\u0022 \" $S";
        Compiled compiled = Sources.compile(
                folder, Sources.crdWithSpec("{type: object, properties: {" + yaml(name) + ": {type: string}}}"));
        Class<?> spec = compiled.loadClass("dev.t.v1.ThingSpec");
        Object builder = spec.getMethod("builder").invoke(null);
        Object set = Arrays.stream(builder.getClass().getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 1 && method.getReturnType() == builder.getClass())
                .findFirst()
                .orElseThrow()
                .invoke(builder, "x");

        assertThat(set.getClass().getMethod("build").invoke(set)).hasToString("ThingSpec{" + name + "=x}");
    }

    @Test
    void nothing_in_the_sources_is_shown_as_other_text() {
        String text = yaml("a\u202e } \u2066b\u2069\u200f\u2028c\u2029d" + Character.toString(0xE0001));

        assertThat(Sources.of(
                        folder,
                        Sources.crdWithSpec("{type: object, description: " + text + ", properties: {" + text
                                + ": {type: string, description: " + text + ", enum: [" + text + "]}}}")))
                .allSatisfy((name, source) -> assertThat(source).doesNotContainPattern("[\\p{Cf}\\p{Zl}\\p{Zp}]"));
    }

    private static String yaml(String text) {
        return text.chars()
                .mapToObj(c ->
                        c == '"' || c == '\\' || c < 0x20 || c > 0x7e ? String.format("\\u%04x", c) : "" + (char) c)
                .collect(Collectors.joining("", "\"", "\""));
    }
}

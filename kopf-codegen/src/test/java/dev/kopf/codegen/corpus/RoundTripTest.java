package dev.kopf.codegen.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.codegen.Codegen;
import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The proof that nothing is lost can fail. */
final class RoundTripTest {

    private static final String SHAPE = """
            {"apiVersion": "example.kopf.dev/v1", "kind": "Shape", "metadata": {"name": "a"}, "spec": {
              "text": "a", "replicas": 1, "bytes": 2, "ratio": 1.50, "enabled": true, "port": 80, "anything": {"x": [1.0]},
              "policy": "Always", "texts": ["a", "b"], "nullableTexts": ["a", null], "members": ["a"], "limits": {"a": 5},
              "secretRef": {"name": "a"}, "class": "a", "get-class": "b", "aB": null, "unknown": {"deep": [1, null]}}}
            """;

    @TempDir
    private Path folder;

    private static Optional<String> loss(String json, String broken, String replacement) throws Exception {
        CodegenOptions options =
                CodegenOptions.of(List.of(Path.of("src/test/resources/crds/shapes.yaml")), Path.of("unused"));
        List<SourceFile> sources = Codegen.generate(options).stream()
                .map(file -> new SourceFile(file.path(), file.text().replace(broken, replacement)))
                .toList();
        ResourceModel model = Corpus.modelsOf(options).get(0);
        Compiled compiled = Compiled.of(sources);
        assertThat(compiled.errors()).isEmpty();
        String name = model.name().packageName() + "." + model.name().simpleName();
        return RoundTrip.loss(json, compiled.loadClass(name), model);
    }

    @Test
    void what_is_generated_shows_and_takes_all_of_an_object() throws Exception {
        assertThat(loss(SHAPE, "", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Types.TEXT)                      | plain -> (String) null)           | .spec.text fits its type
            Types.list(Types.TEXT))          | Types.list(plain -> (String) null)) | .spec.texts[0] fits its type
            Types.BOOLEAN)                   | plain -> (Boolean) null)          | .spec.enabled fits its type
            Types.map(Types.LONG))           | Types.map(plain -> (Long) null))  | .spec.limits.a fits its type
            get("secretRef"                  | get("tlsSecretRef"                | .spec.secretRef fits its type
            get("get-class"                  | get("class"                       | .spec.get-class is a
            put("replicas"                   | put("bytes"                       | .spec.replicas is lost
            """)
    void a_getter_or_setter_that_errs_is_found(String correct, String broken, String message) throws Exception {
        assertThat(loss(SHAPE, correct, broken))
                .hasValueSatisfying(loss -> assertThat(loss).contains(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.50",
                "1e400",
                "1E-7",
                "100000000000000000000",
                "0.0",
                "-0.5",
                "-0",
                "-0.0",
                "-0.00e7",
                "12345678901234567890.10"
            })
    void numbers_come_back_with_their_digits(String number) throws Exception {
        String json =
                "{\"spec\": {\"anything\": %s, \"ratio\": %s, \"unknown\": [%s]}}".formatted(number, number, number);

        assertThat(loss(json, "", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.0, 1.00", "1, 1.0", "1e2, 100", "12, 21"})
    void other_digits_are_a_difference(String one, String other) throws IOException {
        assertThat(ExactJson.difference("", ExactJson.read(one), ExactJson.read(other)))
                .isPresent();
    }

    @Test
    void a_folder_without_crds_is_a_failure() {
        Thread.UncaughtExceptionHandler before = Thread.currentThread().getUncaughtExceptionHandler();
        try {
            assertThatThrownBy(() -> Corpus.main(new String[] {folder.toString()}))
                    .isInstanceOf(IllegalStateException.class);
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(before);
        }
    }

    @Test
    void crds_are_found_by_all_their_endings() throws IOException {
        for (String name : List.of("a.yaml", "b.yml", "c.json", "d.txt")) {
            Files.writeString(folder.resolve(name), "");
        }

        assertThat(Corpus.crdsOf(folder))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("a.yaml", "b.yml", "c.json");
    }
}

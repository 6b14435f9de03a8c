package dev.kopf.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goal that compares CRDs with released ones. */
final class CheckMojoTest {

    private static final String CRD = """
        kind: CustomResourceDefinition
        spec:
          group: t.dev
          scope: Namespaced
          names: {kind: Thing, plural: things}
          versions:
          - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {properties: {FIELD: {type: string}}}}}
        """;

    @TempDir
    private Path folder;

    private final CheckMojo mojo = new CheckMojo();

    @BeforeEach
    void write() throws Exception {
        Files.writeString(folder.resolve("released.yaml"), CRD.replace("FIELD", "size"));
        Files.writeString(folder.resolve("now.yaml"), CRD.replace("FIELD", "colour"));
        set(CodegenMojo.class, "buildDirectory", folder.resolve("target").toFile());
        set(CodegenMojo.class, "crds", folder.resolve("now.yaml").toFile());
        set(CheckMojo.class, "released", folder.resolve("released.yaml").toString());
    }

    private void set(Class<?> type, String name, Object value) throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        field.set(mojo, value);
    }

    private String told() {
        PrintStream before = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            assertThatThrownBy(mojo::execute)
                    .isInstanceOf(MojoFailureException.class)
                    .hasMessage("The CRDs break what was released: 1 problem, see above.");
        } finally {
            System.setErr(before);
        }
        return told.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_field_that_is_gone_fails_the_build() {
        assertThat(told()).startsWith("[KopfFieldRemoved] " + folder.resolve("now.yaml") + ":7: ");
    }

    @Test
    void what_was_released_can_be_in_a_jar() throws Exception {
        Path jar = folder.resolve("released.jar");
        try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(jar))) {
            output.putNextEntry(new JarEntry("META-INF/kubernetes/crds/thing.yaml"));
            output.write(CRD.replace("FIELD", "size").getBytes(StandardCharsets.UTF_8));
        }
        set(CheckMojo.class, "released", jar.toString());

        assertThat(told()).startsWith("[KopfFieldRemoved] ");
    }

    @Test
    void the_same_crds_break_nothing() throws Exception {
        set(CheckMojo.class, "released", folder.resolve("now.yaml").toString());

        assertThatCode(mojo::execute).doesNotThrowAnyException();
    }

    @Test
    void what_is_meant_or_a_warning_fails_no_build() throws Exception {
        set(CheckMojo.class, "ignoredChanges", List.of("KopfFieldRemoved=Thing:size"));
        assertThatCode(mojo::execute).doesNotThrowAnyException();

        set(CheckMojo.class, "ignoredChanges", List.of());
        set(CheckMojo.class, "warnings", List.of("*"));
        assertThatCode(mojo::execute).doesNotThrowAnyException();
    }

    @Test
    void nothing_is_compared_without_a_release() throws Exception {
        set(CheckMojo.class, "released", "");

        assertThatCode(mojo::execute).doesNotThrowAnyException();
    }
}

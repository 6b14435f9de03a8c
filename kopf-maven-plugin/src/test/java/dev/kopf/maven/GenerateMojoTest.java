package dev.kopf.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goal without a project. */
final class GenerateMojoTest {

    @TempDir
    private Path folder;

    private Path crds;

    @BeforeEach
    void makeFolder() throws IOException {
        crds = Files.createDirectory(folder.resolve("crds"));
    }

    private void generate() throws Exception {
        GenerateMojo mojo = new GenerateMojo();
        set(mojo, "crds", crds.toFile());
        set(mojo, "outputDirectory", folder.resolve("out").toFile());
        mojo.execute();
    }

    private static void set(GenerateMojo mojo, String name, Object value) throws ReflectiveOperationException {
        Class<?> type = name.equals("outputDirectory") ? GenerateMojo.class : CodegenMojo.class;
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        field.set(mojo, value);
    }

    private void writeCrd(String kind, String property) throws IOException {
        Files.writeString(crds.resolve(kind + ".yaml"), """
                kind: CustomResourceDefinition
                spec:
                  group: t.dev
                  names: {kind: %s, plural: %ss}
                  versions:
                  - name: v1
                    storage: true
                    schema:
                      openAPIV3Schema:
                        properties: {spec: {type: object, properties: {%s: {type: string}}}}
                """.formatted(kind, kind, property));
    }

    private String generated(String name) throws IOException {
        return Files.readString(folder.resolve("out/dev/t/v1/" + name + ".java"));
    }

    @Test
    void a_crd_that_changes_changes_its_classes() throws Exception {
        writeCrd("Thing", "size");
        generate();
        writeCrd("Thing", "colour");

        generate();

        assertThat(generated("ThingSpec")).contains("getColour").doesNotContain("getSize");
    }

    @Test
    void a_crd_that_is_gone_takes_its_classes_along() throws Exception {
        writeCrd("Thing", "size");
        writeCrd("Other", "size");
        generate();
        Files.delete(crds.resolve("Thing.yaml"));

        generate();

        assertThat(folder.resolve("out/dev/t/v1/Thing.java")).doesNotExist();
        assertThat(generated("Other")).contains("class Other");
    }

    @Test
    void kinds_of_kubernetes_need_no_crd_and_a_wrong_name_fails_the_goal() throws Exception {
        GenerateMojo mojo = new GenerateMojo();
        set(mojo, "outputDirectory", folder.resolve("out").toFile());
        set(mojo, "builtIns", List.of("Pod"));
        mojo.execute();
        assertThat(folder.resolve("out/io/k8s/api/core/v1/PodHandler.java")).isRegularFile();

        set(mojo, "builtIns", List.of("Podd"));
        assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);
        assertThat(folder.resolve("out/io/k8s/api/core/v1/PodHandler.java")).isRegularFile();
    }

    /** The goal in a project with these folders of resources; what it adds to them is lost. */
    private void generateIn(Path... resources) throws Exception {
        MavenProject project = new MavenProject();
        project.setFile(folder.resolve("pom.xml").toFile());
        project.getModel().setBuild(new Build());
        for (Path directory : resources) {
            Resource resource = new Resource();
            resource.setDirectory(directory.toString());
            project.addResource(resource);
        }
        GenerateMojo mojo = new GenerateMojo();
        set(mojo, "project", project);
        set(mojo, "buildDirectory", folder.resolve("target").toFile());
        set(mojo, "crds", crds.toFile());
        set(mojo, "outputDirectory", folder.resolve("out").toFile());
        mojo.execute();
    }

    @Test
    void a_crd_is_packed_as_soon_as_nobody_else_packs_it() throws Exception {
        writeCrd("Thing", "size");
        Path crd = crds.resolve("Thing.yaml");
        Files.setLastModifiedTime(crd, FileTime.from(Instant.now().minusSeconds(60)));
        Path packed = folder.resolve("target/kopf/default/resources/META-INF/kubernetes/crds/Thing.yaml");
        Path elsewhere = folder.resolve("resources");
        Path other = elsewhere.resolve("META-INF/kubernetes/crds/Thing.yaml");
        Files.createDirectories(other.getParent());
        Files.copy(crd, other);
        generateIn(elsewhere);
        assertThat(packed).doesNotExist();
        Files.delete(other);

        generateIn(elsewhere);

        assertThat(packed).hasSameBinaryContentAs(crd);
    }

    @Test
    void problems_are_told_on_standard_error_and_fail_the_goal() throws Exception {
        Files.writeString(crds.resolve("a.yaml"), "kind: ConfigMap");
        PrintStream before = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            assertThatThrownBy(this::generate)
                    .isInstanceOf(MojoFailureException.class)
                    .hasMessage("Nothing is generated: 1 problem, see above.");
        } finally {
            System.setErr(before);
        }
        assertThat(told.toString(StandardCharsets.UTF_8)).startsWith("[KopfNotACrd] ");
    }
}

package dev.kopf.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.codegen.model.CodegenException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JarCrdsTest {

    private static final String CRD = "kind: CustomResourceDefinition";

    @TempDir
    private Path folder;

    private Path jar(String text, String... names) throws IOException {
        Path jar = folder.resolve("crds.jar");
        try (JarOutputStream stream = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : names) {
                stream.putNextEntry(new JarEntry(name));
                stream.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private List<String> found(Path jar, String... includes) {
        Path work = folder.resolve("work");
        return new JarCrds(work, List.of(includes), List.of())
                .of(jar).stream()
                        .map(work::relativize)
                        .map(file ->
                                file.subpath(1, file.getNameCount()).toString().replace('\\', '/'))
                        .toList();
    }

    @Test
    void crds_are_found_where_jars_have_them() throws IOException {
        Path jar = jar(CRD, "META-INF/fabric8/a-v1.yml", "META-INF/kubernetes/crds/b.yaml", "c.json", "org/d.yaml");

        assertThat(found(jar))
                .containsExactly("META-INF/fabric8/a-v1.yml", "META-INF/kubernetes/crds/b.yaml", "c.json");
        assertThat(found(jar, "org/**")).containsExactly("org/d.yaml");
        try (Stream<Path> files = Files.walk(folder.resolve("work"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.toString().endsWith(".stamps")))
                    .hasSize(1);
        }
    }

    @Test
    void a_jar_is_unpacked_again_when_it_or_what_came_out_of_it_has_changed() throws IOException {
        Path unpacked = unpackedBy(jar(CRD + "# one", "crds/a.yaml"));

        unpackedBy(jar(CRD + "# other", "crds/a.yaml"));
        assertThat(unpacked).content().endsWith("# other");

        Files.writeString(unpacked, "broken");
        unpackedBy(folder.resolve("crds.jar"));
        assertThat(unpacked).content().endsWith("# other");
    }

    @Test
    void a_jar_that_nobody_touched_is_not_read_again() throws IOException {
        Path jar = jar(CRD, "crds/a.yaml");
        FileTime time = Files.getLastModifiedTime(jar);
        unpackedBy(jar);
        byte[] noise = new byte[(int) Files.size(jar)];
        Files.write(jar, noise);
        Files.setLastModifiedTime(jar, time);

        assertThat(unpackedBy(jar)).content().isEqualTo(CRD);
    }

    private Path unpackedBy(Path jar) {
        return new JarCrds(folder.resolve("work"), List.of(), List.of()).of(jar).get(0);
    }

    @Test
    void two_jars_of_one_name_are_two_jars() throws IOException {
        Path one = Files.createDirectory(folder.resolve("one")).resolve("crds.jar");
        Path other = Files.createDirectory(folder.resolve("other")).resolve("crds.jar");
        Files.move(jar(CRD + "# one", "crds/a.yaml"), one);
        Files.move(jar(CRD + "# other", "crds/a.yaml"), other);
        JarCrds crds = new JarCrds(folder.resolve("work"), List.of(), List.of());

        Path ofOne = crds.of(one).get(0);
        Path ofOther = crds.of(other).get(0);

        assertThat(ofOne).content().endsWith("# one");
        assertThat(ofOther).content().endsWith("# other");
    }

    @Test
    void a_jar_without_crds_is_a_problem() throws IOException {
        Path jar = jar("kind: ConfigMap", "META-INF/fabric8/kubernetes.yml");

        assertThatThrownBy(() -> found(jar))
                .isInstanceOf(CodegenException.class)
                .hasMessageContaining("[KopfNoCrd] ");
    }

    @Test
    void no_name_in_a_jar_leads_out_of_its_folder() throws IOException {
        Path jar = jar(CRD, "crds/../../../evil.yaml");

        assertThatThrownBy(() -> found(jar)).hasMessageContaining("[KopfFile] ");
        assertThat(folder.resolve("evil.yaml")).doesNotExist();
    }

    @Test
    void a_name_that_no_file_can_have_is_a_problem() throws IOException {
        Path jar = jar(CRD, "crds/a\0.yaml");

        assertThatThrownBy(() -> found(jar))
                .isInstanceOf(CodegenException.class)
                .hasMessageStartingWith("[KopfFile] ");
    }

    @Test
    void files_that_are_one_on_some_disks_are_a_problem_on_all() throws IOException {
        Path jar = jar(CRD, "crds/Claim.yaml", "crds/claim.yaml");

        assertThatThrownBy(() -> found(jar))
                .isInstanceOf(CodegenException.class)
                .hasMessageStartingWith("[KopfFile] ")
                .hasMessageEndingWith("crds/Claim.yaml, crds/claim.yaml");
    }

    @Test
    void a_file_may_be_as_large_as_the_generator_reads_it() throws IOException {
        Path jar = jar(CRD + " ".repeat(20 * 1024 * 1024), "crds/a.yaml");

        assertThat(found(jar)).containsExactly("crds/a.yaml");
    }

    @Test
    void what_comes_out_of_a_jar_is_bounded_by_file_and_in_total() throws IOException {
        Path jar = jar(CRD, "crds/a.yaml", "crds/b.yaml", "crds/c.yaml");
        int size = CRD.length();

        assertThat(found(jar, new JarCrds.Limits(size, 3 * size))).hasSize(3);
        assertThatThrownBy(() -> found(jar, new JarCrds.Limits(size - 1, 3 * size)))
                .hasMessageContaining("[KopfFile] ")
                .hasMessageContaining("more than " + (size - 1) + " bytes: crds/a.yaml");
        assertThatThrownBy(() -> found(jar, new JarCrds.Limits(size, 3 * size - 1)))
                .hasMessageContaining("[KopfFile] ")
                .hasMessageContaining("have more than " + (3 * size - 1) + " bytes");
    }

    private List<Path> found(Path jar, JarCrds.Limits limits) {
        return new JarCrds(folder.resolve("limits" + limits), List.of(), List.of(), limits).of(jar);
    }
}

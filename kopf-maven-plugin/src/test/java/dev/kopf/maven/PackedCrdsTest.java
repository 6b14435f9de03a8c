package dev.kopf.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackedCrdsTest {

    @TempDir
    private Path folder;

    @Test
    void files_of_one_name_have_their_folders_in_front() {
        Path crds = Path.of("crds");
        Map<Path, Path> files = new LinkedHashMap<>();
        for (String name : new String[] {"a/claim.yaml", "b/Claim.yaml", "b/other.yaml"}) {
            files.put(crds.resolve(name), crds);
        }
        files.put(Path.of("elsewhere/claim.yaml"), Path.of("elsewhere/claim.yaml"));

        assertThat(PackedCrds.of(files).keySet())
                .containsExactly(
                        "META-INF/kubernetes/crds/a-claim.yaml",
                        "META-INF/kubernetes/crds/b-Claim.yaml",
                        "META-INF/kubernetes/crds/other.yaml",
                        "META-INF/kubernetes/crds/claim.yaml");
    }

    @Test
    void no_file_takes_the_place_of_another() {
        Map<Path, Path> files = new LinkedHashMap<>();
        files.put(Path.of("x/claim.yaml"), Path.of("x/claim.yaml"));
        files.put(Path.of("y/claim.yaml"), Path.of("y/claim.yaml"));

        assertThat(PackedCrds.of(files).keySet())
                .containsExactly("META-INF/kubernetes/crds/claim.yaml", "META-INF/kubernetes/crds/2-claim.yaml");
    }

    @Test
    void a_file_that_is_alone_keeps_its_name_whatever_others_are_renamed_to() {
        Map<Path, Path> files = new LinkedHashMap<>();
        for (String name : new String[] {"a/claim.yaml", "b/claim.yaml", "a-claim.yaml", "c/2-a-claim.yaml"}) {
            files.put(Path.of("crds", name), Path.of("crds"));
        }

        assertThat(PackedCrds.of(files).keySet())
                .containsExactly(
                        "META-INF/kubernetes/crds/3-a-claim.yaml",
                        "META-INF/kubernetes/crds/b-claim.yaml",
                        "META-INF/kubernetes/crds/a-claim.yaml",
                        "META-INF/kubernetes/crds/2-a-claim.yaml");
    }

    @Test
    void what_the_jar_has_already_is_not_packed_twice_and_not_replaced() throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        Map<String, Path> others = new LinkedHashMap<>();
        for (String name : new String[] {"Same.yaml", "other.yaml", "more-other.yaml", "new.yaml"}) {
            files.put(PackedCrds.FOLDER + name, Files.writeString(folder.resolve(name), name));
        }
        others.put("meta-inf/kubernetes/crds/same.yaml", folder.resolve("Same.yaml"));
        others.put("meta-inf/kubernetes/crds/other.yaml", folder.resolve("new.yaml"));

        Map<String, byte[]> contents = PackedCrds.beside(files, others, "more");

        assertThat(contents.keySet())
                .containsExactly(
                        "META-INF/kubernetes/crds/2-more-other.yaml",
                        "META-INF/kubernetes/crds/more-other.yaml",
                        "META-INF/kubernetes/crds/new.yaml");
        assertThat(contents.get("META-INF/kubernetes/crds/2-more-other.yaml"))
                .asString()
                .isEqualTo("other.yaml");
    }

    @Test
    void the_author_s_own_resources_are_looked_at_as_they_go_into_the_jar() throws IOException {
        Path crds = Files.createDirectories(folder.resolve("resources/META-INF/kubernetes/crds"));
        Files.writeString(crds.resolve("Claim.yaml"), "");
        Files.writeString(crds.resolve("left-out.yaml"), "");
        Resource resource = new Resource();
        resource.setDirectory(folder.resolve("resources").toString());
        resource.addExclude("**/left-*");
        Resource elsewhere = new Resource();
        elsewhere.setDirectory(folder.resolve("resources").toString());
        elsewhere.setTargetPath("elsewhere");

        assertThat(OtherCrds.of(List.of(resource, elsewhere), folder.resolve("own")))
                .containsOnlyKeys("meta-inf/kubernetes/crds/claim.yaml");
        assertThat(OtherCrds.of(List.of(resource), folder.resolve("resources"))).isEmpty();
    }
}

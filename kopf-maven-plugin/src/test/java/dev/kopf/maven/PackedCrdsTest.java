package dev.kopf.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PackedCrdsTest {

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
}

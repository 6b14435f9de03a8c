package dev.kopf.codegen.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.kopf.codegen.model.CrdInput;
import dev.kopf.codegen.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS) // links need a privilege there
final class CrdFilesTest {

    @TempDir
    private Path folder;

    private Path elsewhere;
    private Path crds;

    @BeforeEach
    void makeFolders() throws IOException {
        elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("a.yaml"), "kind: CustomResourceDefinition\n");
        crds = Files.createDirectory(folder.resolve("crds"));
    }

    private static CrdInput read(Path place) {
        return CrdReader.read(List.of(place));
    }

    @Test
    void a_folder_that_is_a_link_is_read() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), elsewhere);

        assertThat(read(link).documents()).hasSize(1);
        assertThat(read(link).problems()).isEmpty();
    }

    @Test
    void links_in_a_folder_are_followed() throws IOException {
        Files.createSymbolicLink(crds.resolve("below"), elsewhere);

        assertThat(read(crds).documents()).hasSize(1);
        assertThat(read(crds).problems()).isEmpty();
    }

    @Test
    void a_file_that_several_links_lead_to_is_read_once() throws IOException {
        Files.createSymbolicLink(crds.resolve("below"), elsewhere);
        Files.createSymbolicLink(crds.resolve("b.yaml"), elsewhere.resolve("a.yaml"));

        assertThat(read(crds).documents()).hasSize(1);
    }

    @Test
    void links_that_lead_in_a_circle_are_told() throws IOException {
        Path loop = Files.createSymbolicLink(elsewhere.resolve("loop"), elsewhere);

        assertThat(read(elsewhere).documents()).hasSize(1);
        assertThat(read(elsewhere).problems())
                .singleElement()
                .hasToString("[KopfFile] " + loop + ": the link leads to a folder that it is in.");
    }

    @Test
    void a_link_that_leads_nowhere_is_told() throws IOException {
        Path link = Files.createSymbolicLink(crds.resolve("a.yaml"), folder.resolve("gone"));

        assertThat(read(crds).problems())
                .singleElement()
                .hasToString("[KopfFile] " + link + ": the link leads nowhere.");
    }

    @Test
    void a_folder_that_cannot_be_read_is_told_beside_the_rest() throws IOException {
        Path closed = Files.createDirectory(elsewhere.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            assumeThat(Files.isReadable(closed)).isFalse();

            assertThat(read(elsewhere).documents()).hasSize(1);
            assertThat(read(elsewhere).problems())
                    .extracting(Problem::id, Problem::source)
                    .containsExactly(tuple(Problem.Id.KopfFile, closed.toString()));
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }
}

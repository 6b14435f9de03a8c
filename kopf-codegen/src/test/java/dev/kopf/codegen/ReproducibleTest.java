package dev.kopf.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.codegen.model.CodegenOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same CRDs give the same bytes on every machine. */
final class ReproducibleTest {

    private static final Path CRDS = Path.of("src/test/resources/crds");

    @TempDir
    private Path folder;

    /** Generates from the first place to the second, in a JVM of its own. */
    static final class Main {

        private Main() {}

        public static void main(String[] args) {
            Codegen.run(CodegenOptions.of(List.of(Path.of(args[0])), Path.of(args[1])));
        }
    }

    private Map<String, String> generatedHere(Path crds) throws IOException {
        Path out = folder.resolve("here");
        Codegen.run(CodegenOptions.of(List.of(crds), out));
        return read(out);
    }

    private Map<String, String> generatedElsewhere(Path crds, String... settings) throws Exception {
        Path out = folder.resolve("elsewhere");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(settings));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(crds.toString(), out.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("log")))
                .isZero();
        return read(out);
    }

    private static Map<String, String> read(Path root) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    /** Turkish has a lower case of I that is not i, which is what most code forgets. */
    @Test
    void locale_time_zone_encoding_and_line_ends_of_a_machine_change_nothing() throws Exception {
        Map<String, String> elsewhere = generatedElsewhere(
                CRDS,
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Pacific/Chatham",
                "-Dfile.encoding=ISO-8859-9",
                "-Dline.separator=\r\n");

        assertThat(elsewhere).isEqualTo(generatedHere(CRDS)).hasSizeGreaterThan(10);
    }

    @Test
    void line_ends_of_a_crd_change_nothing() throws Exception {
        Path windows = Files.createDirectory(folder.resolve("windows"));
        try (Stream<Path> files = Files.list(CRDS)) {
            for (Path file : files.toList()) {
                Files.writeString(
                        windows.resolve(file.getFileName()),
                        Files.readString(file).replace("\n", "\r\n"));
            }
        }
        Path out = folder.resolve("elsewhere");
        Codegen.run(CodegenOptions.of(List.of(windows), out));

        assertThat(read(out)).isEqualTo(generatedHere(CRDS)).hasSizeGreaterThan(10);
    }
}

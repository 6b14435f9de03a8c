package dev.kopf.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages of the examples say that one sees is what one sees. As many are played at once as there are processors. */
@Execution(ExecutionMode.CONCURRENT)
class PagesTest {

    private static final Path EXAMPLES = Path.of("..");
    private static final Pattern DEMO =
            Pattern.compile("```console\n\\$ java (-jar \\S+ (?:\\w+-)?demo)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("demos")
    void a_demo_prints_what_its_page_says(Demo demo) throws Exception {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(Stream.concat(
                                Stream.of(System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1"),
                                Stream.of(demo.command().split(" ", -1)))
                        .toList())
                .directory(EXAMPLES.resolve("..").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();

        String printed = Files.readString(output);
        assertThat(ended).as("the demo ends within a minute: %s", printed).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        // The log comes from other threads, so that its lines may stand before or after what the demo says.
        assertThat(lines(printed)).containsExactlyInAnyOrderElementsOf(lines(demo.output()));
    }

    static List<Demo> demos() throws IOException {
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            List<Demo> demos = new ArrayList<>();
            for (Path folder : folders.sorted().toList()) {
                if (folder.getFileName().toString().matches("[0-9].*")) {
                    List<Demo> more = Demo.allOf(folder.resolve("README.md"));
                    assertThat(more).as("demos with their output in %s", folder).isNotEmpty();
                    demos.addAll(more);
                }
            }
            return demos;
        }
    }

    /**
     * What a page shows.
     *
     * @param command what is given to {@code java}
     * @param output what it prints
     */
    record Demo(String command, String output) {

        static List<Demo> allOf(Path page) throws IOException {
            return DEMO.matcher(Files.readString(page))
                    .results()
                    .map(demo -> new Demo(demo.group(1), demo.group(2)))
                    .toList();
        }

        @Override
        public String toString() {
            return command;
        }
    }

    /** Without what is another one each time. */
    private static List<String> lines(String text) {
        return text.replaceAll("(?m)^(\\S+ \\| )?\\[[-0-9]+ [:,0-9]+]", "$1[TIME]")
                .replaceAll("(?m)^[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}", "TIME")
                .replaceAll("-[0-9a-z]{5}]", "-GENERATED]")
                .replaceAll("127\\.0\\.0\\.1:[0-9]+", "127.0.0.1:PORT")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UID")
                .replaceAll("-[0-9a-f]{8}\\b", "-UID")
                // The rest of a Pod's time, which depends on when in a second it was made.
                .replaceAll("(Its time is yet to come\\. It is retried in) [0-9.]+ s", "$1 REST s")
                .lines()
                .filter(line -> !line.startsWith("\tat ")) // stack traces, which the pages leave out
                .toList();
    }
}

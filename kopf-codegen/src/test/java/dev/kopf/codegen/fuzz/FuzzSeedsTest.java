package dev.kopf.codegen.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a fuzzer starts from, and the same few changes of it in each build. A fuzzer makes up more: see CONTRIBUTING.md. */
final class FuzzSeedsTest {

    private static final Path SEEDS = Path.of("src/test/resources/fuzz");

    private static final int CHANGES = 6;

    private static final List<String> PIECES = List.of(
            "*/",
            "\\u002a/",
            "\\",
            "\"",
            "␤",
            "␍",
            "␀",
            "@",
            "{",
            "}",
            "$",
            "$T",
            "&",
            "<",
            "'",
            "\u2028",
            "\u202e",
            "😀",
            "\n",
            "/",
            "..",
            ":",
            "-",
            "#",
            "*",
            "%",
            "Deprecated:",
            "class X {}",
            "\t",
            "  ");

    @TestFactory
    Stream<DynamicTest> no_seed_makes_other_classes() throws IOException {
        return seeds().stream()
                .map(seed -> DynamicTest.dynamicTest(
                        seed.getFileName().toString(), () -> GeneratorFuzzer.fuzzAllPlaces(Files.readAllBytes(seed))));
    }

    @TestFactory
    Stream<DynamicTest> no_change_of_a_seed_makes_other_classes() throws IOException {
        return seeds().stream()
                .flatMap(seed -> IntStream.range(0, CHANGES)
                        .mapToObj(change -> DynamicTest.dynamicTest(
                                seed.getFileName() + " " + change,
                                () -> GeneratorFuzzer.fuzzAllPlaces(changed(seed, change)))));
    }

    private static List<Path> seeds() throws IOException {
        try (Stream<Path> files = Files.list(SEEDS)) {
            return files.sorted().toList();
        }
    }

    private static byte[] changed(Path seed, int change) throws IOException {
        Random random = new Random(change * 31L + seed.getFileName().toString().hashCode());
        byte[] bytes = Files.readAllBytes(seed);
        for (int i = 0; i <= random.nextInt(8); i++) {
            // The first byte says what kind of input it is.
            int at = Math.min(bytes.length, 1 + random.nextInt(Math.max(1, bytes.length)));
            bytes = random.nextInt(4) == 0 ? without(bytes, at, random) : with(bytes, at, random);
        }
        return bytes;
    }

    private static byte[] with(byte[] bytes, int at, Random random) {
        byte[] piece = PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + piece.length);
        System.arraycopy(piece, 0, longer, at, piece.length);
        System.arraycopy(bytes, at, longer, at + piece.length, bytes.length - at);
        return longer;
    }

    private static byte[] without(byte[] bytes, int at, Random random) {
        int end = Math.min(bytes.length, at + 1 + random.nextInt(8));
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - (end - at));
        System.arraycopy(bytes, end, shorter, at, bytes.length - end);
        return shorter;
    }
}

package dev.kopf.codegen.fuzz;

import dev.kopf.codegen.Codegen;
import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.Problem;
import dev.kopf.codegen.model.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Jazzer calls with inputs that it makes up. An input that starts with a hash sign is a file as it is; each other one is a list of
 * texts, which are put in all places of a CRD.
 */
public final class GeneratorFuzzer {

    private static final Pattern PATH = Pattern.compile("(?:[a-z0-9_]{1,260}/){1,300}[A-Za-z0-9_]{1,200}\\.java");

    private static @Nullable Path folder;

    private GeneratorFuzzer() {}

    /** Fails where an input does what none may do. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 0 && input[0] == '#') {
            generate(Arrays.copyOfRange(input, 1, input.length));
            return;
        }
        List<String> texts = HostileCrd.texts(new String(input, StandardCharsets.UTF_8));
        List<String> structures = generate(HostileCrd.hostile(texts).getBytes(StandardCharsets.UTF_8));
        if (structures.isEmpty()) {
            return;
        }
        List<String> expected = generate(HostileCrd.harmless(texts).getBytes(StandardCharsets.UTF_8));
        if (!structures.equals(expected)) {
            throw new AssertionError("other texts make other classes: " + texts + difference(structures, expected));
        }
    }

    /** Where the first ones that differ do so. */
    private static String difference(List<String> actual, List<String> expected) {
        List<String> more = new ArrayList<>(actual);
        expected.forEach(more::remove);
        List<String> less = new ArrayList<>(expected);
        actual.forEach(less::remove);
        String one = String.join("\n", more);
        String other = String.join("\n", less);
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        int start = Math.max(0, at - 200);
        return " with " + actual.size() + " files, not " + expected.size() + "; "
                + one.substring(start, Math.min(one.length(), at + 200)) + "; not "
                + other.substring(start, Math.min(other.length(), at + 200));
    }

    /** The structures of the sources; none where the generator has said what is wrong. */
    private static List<String> generate(byte[] crd) {
        List<SourceFile> files;
        try {
            Path folder = folder();
            Path file = Files.write(folder.resolve("crd.yaml"), crd);
            files = Codegen.generate(CodegenOptions.of(List.of(file), folder.resolve("out")));
        } catch (CodegenException e) {
            for (Problem problem : e.problems()) {
                if (problem.id() == Problem.Id.KopfInternal) {
                    throw new AssertionError(problem.toString(), e);
                }
            }
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (SourceFile file : files) {
            if (!PATH.matcher(file.path()).matches()) {
                throw new AssertionError("a path outside of the folder: " + file.path());
            }
        }
        return Structure.of(files);
    }

    private static synchronized Path folder() throws IOException {
        Path known = folder;
        if (known == null) {
            known = Files.createTempDirectory("kopf-fuzz");
            known.toFile().deleteOnExit();
            known.resolve("crd.yaml").toFile().deleteOnExit();
            folder = known;
        }
        return known;
    }
}

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
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Jazzer calls with inputs that it makes up. An input that starts with a hash sign is a file as it is; each other one is a list of
 * texts, which are put in all places of a CRD: a small one most of the time, which takes a tenth of the time.
 */
public final class GeneratorFuzzer {

    private static final Pattern PATH = Pattern.compile("(?:[a-z0-9_]{1,260}/){1,300}[A-Za-z0-9_]{1,200}\\.java");

    /** Texts that are no names are refused by what is wrong with them, and by nothing else. */
    private static final Set<Problem.Id> OF_TEXTS = EnumSet.of(Problem.Id.KopfIncompleteCrd);

    /** One in so many inputs is put in the whole CRD. */
    private static final int WHOLE = 16;

    /** What is made of harmless CRDs, since most inputs have the same one. */
    private static final Map<String, Outcome> EXPECTED = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Outcome> eldest) {
            return size() > 200;
        }
    };

    private static @Nullable Path folder;

    private GeneratorFuzzer() {}

    /**
     * What a CRD comes to.
     *
     * @param structures of the sources, none where the CRD is refused
     * @param refusals what is wrong with it
     */
    private record Outcome(List<String> structures, Set<Problem.Id> refusals) {}

    /** Fails where an input does what none may do. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 0 && input[0] == '#') {
            generate(Arrays.copyOfRange(input, 1, input.length));
        } else {
            check(HostileCrd.texts(new String(input, StandardCharsets.UTF_8)), input.length % WHOLE != 0);
        }
    }

    /** Fails where an input does what none may do, in the small CRD or in the whole one. */
    static void fuzzAllPlaces(byte[] input) {
        if (input.length > 0 && input[0] == '#') {
            generate(Arrays.copyOfRange(input, 1, input.length));
        } else {
            List<String> texts = HostileCrd.texts(new String(input, StandardCharsets.UTF_8));
            check(texts, true);
            check(texts, false);
        }
    }

    private static void check(List<String> texts, boolean small) {
        Outcome outcome = generate(HostileCrd.hostile(texts, small).getBytes(StandardCharsets.UTF_8));
        Outcome expected = EXPECTED.computeIfAbsent(
                HostileCrd.harmless(texts, small), crd -> generate(crd.getBytes(StandardCharsets.UTF_8)));
        if (!expected.refusals().isEmpty()) {
            throw new AssertionError("a harmless CRD is refused: " + expected.refusals() + " for " + texts);
        }
        if (!OF_TEXTS.containsAll(outcome.refusals())) {
            throw new AssertionError("texts are refused as what they are not: " + outcome.refusals() + ": " + texts);
        }
        if (outcome.refusals().isEmpty() && !outcome.structures().equals(expected.structures())) {
            throw new AssertionError("other texts make other classes: " + texts
                    + difference(outcome.structures(), expected.structures()));
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

    /** What is made of a file. Where the generator refuses it, it says why, and does not fail. */
    private static Outcome generate(byte[] crd) {
        List<SourceFile> files;
        try {
            Path folder = folder();
            Path file = Files.write(folder.resolve("crd.yaml"), crd);
            files = Codegen.generate(CodegenOptions.of(List.of(file), folder.resolve("out")));
        } catch (CodegenException e) {
            return new Outcome(List.of(), refusals(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (SourceFile file : files) {
            if (!PATH.matcher(file.path()).matches()) {
                throw new AssertionError("a path outside of the folder: " + file.path());
            }
        }
        return new Outcome(Structure.of(files), Set.of());
    }

    private static Set<Problem.Id> refusals(CodegenException e) {
        Set<Problem.Id> refusals = EnumSet.noneOf(Problem.Id.class);
        for (Problem problem : e.problems()) {
            if (problem.id() == Problem.Id.KopfInternal) {
                throw new AssertionError(problem.toString(), e);
            }
            if (problem.severity() == Problem.Severity.ERROR) {
                refusals.add(problem.id());
            }
        }
        if (refusals.isEmpty()) {
            throw new AssertionError("refused without a reason", e);
        }
        return refusals;
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

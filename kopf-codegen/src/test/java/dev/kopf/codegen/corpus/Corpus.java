package dev.kopf.codegen.corpus;

import dev.kopf.codegen.Codegen;
import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.SourceFile;
import io.fabric8.kubernetes.model.annotation.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Generates and compiles every CRD of a folder, and takes every object there is for it through a round trip. */
public final class Corpus {

    private final @Nullable Path objects;
    private final List<String> failures = new ArrayList<>();
    private int crds;
    private int generated;
    private int compiled;
    private int objectCount;
    private int lossless;
    private int classes;

    /** @param objects a folder with objects, in folders named as the CRDs; null for none */
    public Corpus(@Nullable Path objects) {
        this.objects = objects;
    }

    /** All CRD files of a folder, in order. */
    public static List<Path> crdsOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    /** Takes one CRD. */
    public void check(Path crd) throws IOException {
        crds++;
        List<SourceFile> sources;
        try {
            sources = Codegen.generate(CodegenOptions.of(List.of(crd), Path.of("unused")));
        } catch (CodegenException e) {
            failures.add(crd + ": " + e.getMessage());
            return;
        } catch (RuntimeException | StackOverflowError e) {
            failures.add(crd + ": not generated: " + e);
            return;
        }
        generated++;
        Compiled result = Compiled.of(sources);
        if (!result.errors().isEmpty()) {
            failures.add(crd + ": not compiled, " + result.errors().size() + " errors: "
                    + result.errors().get(0));
            return;
        }
        compiled++;
        classes += result.size();
        Class<?> resource = resourceOf(crd, result, sources);
        for (Path object : objectsOf(crd, resource)) {
            check(object, resource);
        }
    }

    private void check(Path object, Class<?> resource) throws IOException {
        objectCount++;
        Optional<String> loss = RoundTrip.loss(Files.readString(object), resource);
        if (loss.isPresent()) {
            failures.add(object + ": " + loss.get());
        } else {
            lossless++;
        }
    }

    private static Class<?> resourceOf(Path crd, Compiled result, List<SourceFile> sources) {
        try {
            // The resource class is the first file.
            String path = sources.get(0).path();
            Class<?> type = result.loadClass(
                    path.substring(0, path.length() - ".java".length()).replace('/', '.'));
            type.getDeclaredConstructor().newInstance();
            return type;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no resource class of " + crd, e);
        }
    }

    private List<Path> objectsOf(Path crd, Class<?> resource) throws IOException {
        String file = crd.getFileName().toString();
        String name = file.substring(0, file.length() - ".yaml".length());
        if (objects == null || resource.getAnnotation(Kind.class) == null) {
            return List.of();
        }
        Path beside = objects.resolve(crd.getParent().getFileName()).resolve(name);
        if (!Files.isDirectory(beside)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(beside)) {
            return files.filter(object -> object.toString().endsWith(".json"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    /** The number of objects so far. */
    public int objectCount() {
        return objectCount;
    }

    /** One line for each failure so far. */
    public List<String> failures() {
        return failures;
    }

    /** The figures in one line. */
    public String summary(long seconds) {
        return "corpus: " + crds + " CRDs, " + generated + " generated, " + compiled + " compiled, " + objectCount
                + " objects, " + lossless + " lossless, " + classes + " classes, " + seconds + " s";
    }

    /**
     * Runs over a folder and ends the program with 1 if anything failed.
     *
     * @param args the folder with CRDs, and the folder with objects or an empty text
     */
    public static void main(String[] args) throws IOException {
        long start = System.nanoTime();
        Path objects = args.length > 1 && !args[1].isBlank() ? Path.of(args[1]) : null;
        Corpus corpus = new Corpus(objects);
        for (Path crd : crdsOf(Path.of(args[0]))) {
            int before = corpus.failures.size();
            corpus.check(crd);
            corpus.failures.subList(before, corpus.failures.size()).forEach(System.out::println);
        }
        System.out.println(corpus.summary((System.nanoTime() - start) / 1_000_000_000));
        if (!corpus.failures.isEmpty()) {
            // The program ends with 1, and the figures stay its last line.
            Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> {});
            throw new IllegalStateException(corpus.failures.size() + " failures");
        }
    }
}

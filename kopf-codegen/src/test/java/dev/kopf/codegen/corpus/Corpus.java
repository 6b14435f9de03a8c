package dev.kopf.codegen.corpus;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kopf.codegen.Codegen;
import dev.kopf.codegen.analysis.CrdAnalyzer;
import dev.kopf.codegen.analysis.Problems;
import dev.kopf.codegen.io.CrdReader;
import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.CrdDocument;
import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Generates and compiles every CRD of a folder, and takes every object there is for it through a round trip. */
public final class Corpus {

    private static final Pattern CRD_FILE = Pattern.compile("\\.(yaml|yml|json)$", Pattern.CASE_INSENSITIVE);

    private static final CodegenOptions.Selection ALL_VERSIONS =
            new CodegenOptions.Selection(Set.of(), Set.of(), Set.of("*"), null);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final @Nullable Path objects;
    private final List<String> failures = new ArrayList<>();
    private final InstanceCheck instances = new InstanceCheck();
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
            return files.filter(file -> CRD_FILE.matcher(file.toString()).find() && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    /** Takes one CRD. Whatever goes wrong with it is a failure, and ends nothing. */
    public void check(Path crd) throws IOException {
        crds++;
        CodegenOptions options =
                CodegenOptions.of(List.of(crd), Path.of("unused")).with(ALL_VERSIONS);
        try {
            checkAll(crd, options);
        } catch (CodegenException e) {
            fail(crd, e.getMessage());
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            fail(crd, "fails: " + e);
        }
    }

    private void checkAll(Path crd, CodegenOptions options) throws IOException {
        List<SourceFile> sources = Codegen.generate(options);
        List<CrdDocument> documents = CrdReader.read(options.crds()).documents();
        List<ResourceModel> models = modelsOf(options, documents);
        generated++;
        Compiled result = Compiled.of(sources);
        if (!result.errors().isEmpty()) {
            fail(
                    crd,
                    "not compiled, " + result.errors().size() + " errors: "
                            + result.errors().get(0));
            return;
        }
        compiled++;
        classes += result.size();
        // Of one kind, the version of the handlers comes first; it takes what is of a version that is no more.
        Map<String, List<ResourceModel>> kinds = models.stream()
                .collect(Collectors.groupingBy(
                        model ->
                                model.kind().names().kind() + "." + model.kind().group(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        for (List<ResourceModel> versions : kinds.values()) {
            Map<JavaName, Class<?>> resources = new HashMap<>();
            for (ResourceModel model : versions) {
                Class<?> resource = resourceOf(crd, result, model);
                resources.put(model.name(), resource);
                instances.losses(documents, model, resource).forEach(loss -> fail(crd, loss));
            }
            for (Path object : objectsOf(crd, versions.get(0))) {
                ResourceModel model = versionOf(object, versions);
                check(object, Objects.requireNonNull(resources.get(model.name())), model);
            }
        }
    }

    private void fail(Path file, String message) {
        failures.add((file + ": " + message).replaceAll("\\s+", " "));
    }

    private void check(Path object, Class<?> resource, ResourceModel model) throws IOException {
        objectCount++;
        Optional<String> loss = RoundTrip.loss(Files.readString(object), resource, model);
        if (loss.isPresent()) {
            fail(object, loss.get());
        } else {
            lossless++;
        }
    }

    private static ResourceModel versionOf(Path object, List<ResourceModel> versions) throws IOException {
        String apiVersion = JSON.readTree(object.toFile()).path("apiVersion").asText();
        return versions.stream()
                .filter(model -> apiVersion.equals(
                        model.kind().group() + "/" + model.kind().version()))
                .findFirst()
                .orElse(versions.get(0));
    }

    /** What the classes are made of: it tells which getter is whose. */
    static List<ResourceModel> modelsOf(CodegenOptions options) {
        return modelsOf(options, CrdReader.read(options.crds()).documents());
    }

    private static List<ResourceModel> modelsOf(CodegenOptions options, List<CrdDocument> documents) {
        CrdAnalyzer analyzer = new CrdAnalyzer(options, new Problems(List.of()));
        return analyzer.select(documents).stream()
                .flatMap(document -> analyzer.analyze(document).stream())
                .toList();
    }

    private static Class<?> resourceOf(Path crd, Compiled result, ResourceModel model) {
        try {
            Class<?> type = result.loadClass(
                    model.name().packageName() + "." + model.name().simpleName());
            type.getDeclaredConstructor().newInstance();
            return type;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no resource class of " + crd, e);
        }
    }

    /** Objects stand in a folder of the project, in a folder named as the CRD. */
    private List<Path> objectsOf(Path crd, ResourceModel model) throws IOException {
        Path project = crd.toAbsolutePath().getParent();
        if (objects == null || project == null || project.getFileName() == null) {
            return List.of();
        }
        String name = model.kind().names().plural() + "." + model.kind().group();
        Path beside = objects.resolve(project.getFileName().toString()).resolve(name);
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

    /** The number of objects that were made from schemas, so far. */
    public int instanceCount() {
        return instances.made();
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
        if (corpus.crds == 0) {
            corpus.failures.add(args[0] + ": there is no *.yaml, *.yml or *.json file.");
            corpus.failures.forEach(System.out::println);
        }
        System.out.println(corpus.instances.summary());
        System.out.println(corpus.summary((System.nanoTime() - start) / 1_000_000_000));
        if (!corpus.failures.isEmpty()) {
            // The program ends with 1, and the figures stay its last line.
            Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> {});
            throw new IllegalStateException(corpus.failures.size() + " failures");
        }
    }
}

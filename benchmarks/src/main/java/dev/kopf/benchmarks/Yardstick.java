package dev.kopf.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Prints our generator's figures beside java-generator's, all of one run. */
public final class Yardstick {

    /** Ours first. */
    static final List<Generator> GENERATORS = List.of(new Kopf(), new JavaGenerator());

    private static final int ROUNDS = 3;

    private final List<String> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Yardstick() {}

    /**
     * Prints the table.
     *
     * @param args the folder with CRDs, and the folder with objects
     */
    public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
        Yardstick yardstick = new Yardstick();
        Path folder = Files.createTempDirectory("kopf-benchmarks");
        try {
            yardstick.measure(Folders.files(Path.of(args[0]), ".yaml"), Path.of(args[1]), folder);
        } finally {
            Folders.delete(folder);
        }
        yardstick.notes.forEach(System.out::println);
        System.out.printf("%n%-44s %14s %16s %26s%n", "", "Kopf", "java-generator", RealObjects.GENERIC);
        yardstick.rows.forEach(System.out::println);
    }

    private void measure(List<Path> crds, Path crs, Path folder)
            throws IOException, InterruptedException, RunnerException {
        Generation generation = Generation.over(crds, folder, GENERATORS, notes);
        List<Project> projects = generation.projects();
        notes.add("%d of %d CRDs are compared: those that both can generate and compile."
                .formatted(projects.size(), crds.size()));
        row("types: resources, objects, enums", types(projects));
        row("class files, with builders, diffs and handlers", perGenerator(projects, ".class", true));
        row("bytes of source, MB", perGenerator(projects, ".java", false));
        row("bytes of classes, MB", perGenerator(projects, ".class", false));
        List<Clock> generated = generation.generationTimes(ROUNDS);
        row("generation with writing, s", generated.stream().map(Clock::seconds).toList());
        row(
                "generation with writing, processor s",
                generated.stream().map(Clock::processorSeconds).toList());
        List<Clock> compiled = generation.compileTimes(ROUNDS);
        row("compilation, s", compiled.stream().map(Clock::seconds).toList());
        row(
                "compilation, processor s",
                compiled.stream().map(Clock::processorSeconds).toList());
        List<Path> crdsOfAll = projects.stream().map(Project::crd).toList();
        row(
                "nothing to do, one CRD, ms",
                List.of(Kopf.unchangedMillis(crdsOfAll.subList(0, 1), folder.resolve("one"))));
        row("nothing to do, all CRDs, ms", List.of(Kopf.unchangedMillis(crdsOfAll, folder.resolve("all"))));
        row("smallest heap for the largest CRD, MiB", smallestHeaps(projects, folder.resolve("heap")));
        objects(projects, crs, folder);
    }

    private static List<Double> types(List<Project> projects) throws IOException {
        double ours = 0;
        double theirs = 0;
        for (Project project : projects) {
            ours += TypeCounts.ours(project.crd());
            theirs +=
                    Folders.files(project.classes(GENERATORS.get(1)), ".class").size();
        }
        return List.of(ours, theirs);
    }

    private static List<Double> perGenerator(List<Project> projects, String ending, boolean count) throws IOException {
        List<Double> figures = new ArrayList<>();
        for (Generator generator : GENERATORS) {
            double sum = 0;
            for (Project project : projects) {
                Path place = ending.equals(".java") ? project.sources(generator) : project.classes(generator);
                sum += count ? Folders.files(place, ending).size() : Folders.bytes(place, ending) / 1e6;
            }
            figures.add(sum);
        }
        return figures;
    }

    private static List<Double> smallestHeaps(List<Project> projects, Path folder)
            throws IOException, InterruptedException {
        Path largest = projects.stream()
                .map(Project::crd)
                .max(Comparator.comparingLong(crd -> crd.toFile().length()))
                .orElseThrow();
        List<Double> heaps = new ArrayList<>();
        for (Generator generator : GENERATORS) {
            heaps.add((double) SmallestHeap.of(generator, largest, folder));
        }
        return heaps;
    }

    private void objects(List<Project> projects, Path crs, Path folder) throws IOException, RunnerException {
        List<RealObjects.Sample> samples = RealObjects.of(projects, crs, GENERATORS, notes);
        notes.add(samples.size() + " real objects are read and written.");
        List<String> titles = List.of("Kopf", "java-generator", RealObjects.GENERIC);
        List<Double> heaps = new ArrayList<>();
        for (String title : titles) {
            heaps.add(HeapUse.perObject(samples, title));
        }
        row("heap per object that was read, bytes", heaps);
        Files.write(
                folder.resolve("crds.txt"),
                projects.stream().map(project -> project.crd().toString()).toList());
        Runner runner = new Runner(new OptionsBuilder()
                .verbosity(VerboseMode.SILENT)
                .include(ObjectBenchmark.class.getName())
                .jvmArgsPrepend(
                        "-D" + ObjectBenchmark.FOLDER + "=" + folder, "-D" + ObjectBenchmark.OBJECTS + "=" + crs)
                .build());
        List<RunResult> results = new ArrayList<>(runner.run());
        for (String what : List.of("reading", "writing")) {
            List<Double> millis = new ArrayList<>();
            for (String title : titles) {
                results.stream()
                        .filter(result -> result.getParams().getBenchmark().endsWith("." + what)
                                && result.getParams().getParam("classes").equals(title))
                        .forEach(result -> millis.add(result.getPrimaryResult().getScore()));
            }
            row(what + " all objects, ms", millis);
        }
    }

    private void row(String title, List<Double> figures) {
        StringBuilder row = new StringBuilder("%-46s".formatted(title));
        int[] widths = {12, 16, 26};
        for (int i = 0; i < figures.size(); i++) {
            double figure = figures.get(i);
            String text = figure == Math.rint(figure) || figure >= 1000
                    ? "%,.0f".formatted(figure)
                    : String.format(Locale.ROOT, "%.1f", figure);
            row.append(" ").append(("%" + widths[i] + "s").formatted(text));
        }
        rows.add(row.toString());
    }
}

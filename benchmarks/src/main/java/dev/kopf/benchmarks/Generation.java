package dev.kopf.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Times the generators over the same CRDs: those that both can do. */
final class Generation {

    private final List<Generator> generators;
    private final List<Project> projects;

    private Generation(List<Generator> generators, List<Project> projects) {
        this.generators = generators;
        this.projects = projects;
    }

    /**
     * Generates and compiles each CRD once with each generator; what one of them fails at is told, and left out for all.
     *
     * @param lines takes what fails
     */
    static Generation over(List<Path> crds, Path folder, List<Generator> generators, List<String> lines)
            throws IOException {
        List<Project> projects = new ArrayList<>();
        for (Path crd : crds) {
            Project project = new Project(crd, folder.resolve(String.valueOf(projects.size())));
            boolean usable = true;
            for (Generator generator : generators) {
                String failure = tried(project, generator);
                if (!failure.isEmpty()) {
                    usable = false;
                    lines.add("%s %s: %s".formatted(generator.title(), failure, crd));
                }
            }
            if (usable) {
                projects.add(project);
            } else {
                Folders.delete(project.folder());
            }
        }
        return new Generation(generators, projects);
    }

    private static String tried(Project project, Generator generator) throws IOException {
        try {
            generator.generate(project.crd(), project.sources(generator));
        } catch (RuntimeException | StackOverflowError e) {
            return "does not generate";
        }
        return Compilation.succeeds(project.sources(generator), project.classes(generator)) ? "" : "does not compile";
    }

    /** What can be done by both. */
    List<Project> projects() {
        return projects;
    }

    /** The time for all CRDs; each generator writes to empty folders. */
    List<Clock> generationTimes(int rounds) throws IOException {
        return best(
                rounds,
                (generator, project) -> Folders.delete(project.sources(generator)),
                (generator, project) -> generator.generate(project.crd(), project.sources(generator)));
    }

    /** The time for all CRDs, with one pass of the compiler for each. */
    List<Clock> compileTimes(int rounds) throws IOException {
        return best(
                rounds, (generator, project) -> Folders.delete(project.classes(generator)), (generator, project) -> {
                    if (!Compilation.succeeds(project.sources(generator), project.classes(generator))) {
                        throw new IllegalStateException("compiled before, and does not now: " + project.crd());
                    }
                });
    }

    /** What is done with one CRD. */
    @FunctionalInterface
    private interface Step {
        void run(Generator generator, Project project) throws IOException;
    }

    /** The best of some rounds, in which the generators take turns. */
    private List<Clock> best(int rounds, Step before, Step timed) throws IOException {
        List<Clock> best = new ArrayList<>();
        generators.forEach(generator -> best.add(Clock.NEVER));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < generators.size(); i++) {
                for (Project project : projects) {
                    before.run(generators.get(i), project);
                }
                Clock start = Clock.read();
                for (Project project : projects) {
                    timed.run(generators.get(i), project);
                }
                best.set(i, best.get(i).best(start.elapsed()));
            }
        }
        return best;
    }
}

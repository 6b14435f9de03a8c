package dev.kopf.maven;

import dev.kopf.codegen.Codegen;
import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.FileNames;
import dev.kopf.codegen.model.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.jspecify.annotations.Nullable;

/**
 * What all goals over CRDs have in common: where the CRDs are, which of them are meant, and what things are called. Problems are told on
 * standard error, and fail the goal.
 */
abstract class CodegenMojo extends AbstractMojo {

    private static final String DEFAULT_CRDS = "src/main/crds";

    /**
     * A folder with CRDs, or a file: {@code *.yaml}, {@code *.yml} or {@code *.json}, each with one CRD or more. With {@code sources},
     * the folder that is the default one need not be there.
     */
    @Parameter(property = "kopf.crds", defaultValue = "${basedir}/" + DEFAULT_CRDS)
    private @Nullable File crds;

    /**
     * More places with CRDs: files and folders; jars, also by their coordinates as {@code jar:groupId:artifactId} where they are dependencies
     * of the project, and {@code jar:groupId:artifactId:version}; URLs with a checksum, as {@code https://…/crds.yaml#sha256=…}.
     */
    @Parameter(property = "kopf.sources")
    private @Nullable List<String> sources;

    /**
     * Which files of folders and jars are read, such as {@code prod/**}. By default all {@code *.yaml}, {@code *.yml} and {@code *.json}, in
     * jars those of them that are where CRDs usually are.
     */
    @Parameter(property = "kopf.includes")
    private @Nullable List<String> includes;

    /** Which files of folders and jars are not read, such as {@code **}{@code /*-test.yaml}. */
    @Parameter(property = "kopf.excludes")
    private @Nullable List<String> excludes;

    /** The groups of the CRDs that are meant, such as {@code zalando.org}. By default all. */
    @Parameter(property = "kopf.groups")
    private @Nullable List<String> groups;

    /** The kinds that are meant, such as {@code EphemeralVolumeClaim}. By default all. */
    @Parameter(property = "kopf.kinds")
    private @Nullable List<String> kinds;

    /**
     * Kubernetes' own kinds that get handlers, beside those of the CRDs, or without any: {@code Pod}, or with the version that is meant,
     * {@code apps/v1/Deployment}. By default none.
     */
    @Parameter(property = "kopf.builtIns")
    private @Nullable List<String> builtIns;

    /** Versions that get resource classes beside the one that handlers are for; {@code *} for all. By default none. */
    @Parameter(property = "kopf.versions")
    private @Nullable List<String> versions;

    /** The version of the CRDs that handlers are for, such as {@code v1}. By default it is the one that is stored. */
    @Parameter(property = "kopf.crdVersion")
    private @Nullable String crdVersion;

    /** The package of all generated classes. By default there is one for each group and version, such as {@code org.zalando.v1}. */
    @Parameter(property = "kopf.packageName")
    private @Nullable String packageName;

    /** Packages by group, or by group and version: {@code zalando.org=my.claims}, {@code zalando.org/v2=my.claims.v2}. */
    @Parameter(property = "kopf.packages")
    private @Nullable List<String> packages;

    /** Names of classes by the place of their schema: {@code EphemeralVolumeClaim:spec.template=ClaimTemplate}. */
    @Parameter(property = "kopf.classNames")
    private @Nullable List<String> classNames;

    /** Names of properties by their place: {@code EphemeralVolumeClaim:spec.foo-bar=foo}. */
    @Parameter(property = "kopf.propertyNames")
    private @Nullable List<String> propertyNames;

    /** Fields below the direct children of stanzas that get handler methods too, such as {@code spec.template.replicas}. */
    @Parameter(property = "kopf.fields")
    private @Nullable List<String> fields;

    /** Whether fabric8's classes, such as {@code PodSpec}, are used where a schema is that of a core type. */
    @Parameter(property = "kopf.coreTypes", defaultValue = "true")
    private boolean coreTypes = true;

    /** Does nothing. */
    @Parameter(property = "kopf.skip", defaultValue = "false")
    private boolean skip;

    /** Where the build writes to. */
    @Parameter(defaultValue = "${project.build.directory}", readonly = true)
    private @Nullable File buildDirectory;

    @Inject
    private @Nullable RepositorySystem repositories;

    @Inject
    private @Nullable BuildContext buildContext;

    /** What runs Maven in Eclipse sets it. */
    @Parameter(defaultValue = "${m2e.version}", readonly = true)
    private @Nullable String eclipse;

    @Parameter(defaultValue = "${project}", readonly = true)
    private @Nullable MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true)
    private @Nullable MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    private @Nullable MojoExecution execution;

    @Override
    public final void execute() throws MojoFailureException {
        if (skip) {
            getLog().info("Skipped: kopf.skip is set.");
            return;
        }
        MavenProject current = project();
        if (needsSources() && current != null && "pom".equals(current.getPackaging())) {
            getLog().info("Nothing is generated: a project of packaging pom has no sources.");
            return;
        }
        CodegenOptions options = null;
        try {
            failOn(UnknownOptions.in(session, execution));
            options = options();
            run(options);
            remember();
        } catch (CodegenException e) {
            forget();
            editor().show(options, e.problems());
            throw failure(e);
        }
    }

    /** Whether the goal is of no use to a project without sources. */
    boolean needsSources() {
        return true;
    }

    /** The editor that the goal runs in. */
    final Editor editor() {
        MavenProject current = project();
        return new Editor(buildContext, eclipse, current == null ? null : current.getFile());
    }

    /** Where the goal writes to. */
    abstract Path outputFolder();

    /**
     * Does the goal's work.
     *
     * @throws CodegenException with what the user is to be told
     */
    abstract void run(CodegenOptions options);

    final void tell(Codegen.Result result) {
        int changed = result.changed();
        getLog().info(
                        changed == 0
                                ? "Nothing has changed."
                                : changed + " files are written to " + outputFolder() + ".");
        if (result.effort() == Codegen.Effort.UNTOUCHED) {
            getLog().debug("No file was touched since the last build, and none was read.");
        }
    }

    /** The project that the goal runs in; null without one. */
    final @Nullable MavenProject project() {
        return project != null && project.getFile() != null ? project : null;
    }

    /**
     * The files and folders of places that are written as in {@code sources}, all files of each.
     *
     * @param name of the folder for what comes out of jars
     */
    final List<Path> places(List<String> written, String name) {
        return new Sources(basedir(), new Sources.Patterns(List.of(), List.of()), work(name), this::fetch)
                .places(written);
    }

    private CodegenOptions options() {
        Sources.Patterns patterns = new Sources.Patterns(listOf(includes), listOf(excludes));
        Sources finder = new Sources(basedir(), patterns, work("jars"), this::fetch);
        return CodegenOptions.of(finder.places(allPlaces()), outputFolder())
                .withExecution(execution == null ? null : execution.getExecutionId())
                .withStamps(project() == null ? null : work("stamps"))
                .after(earlier())
                .with(new CodegenOptions.Selection(
                        Set.copyOf(listOf(groups)),
                        Set.copyOf(listOf(kinds)),
                        Set.copyOf(listOf(versions)),
                        crdVersion,
                        Set.copyOf(listOf(builtIns))))
                .with(new CodegenOptions.Naming(
                        packageName,
                        Assignments.of("packages", listOf(packages)),
                        Assignments.of("classNames", listOf(classNames)),
                        Assignments.of("propertyNames", listOf(propertyNames))))
                .with(new CodegenOptions.Content(listOf(fields), coreTypes));
    }

    /** The executions that have written to the same folder in this build. */
    private Set<String> earlier() {
        Object known = session == null
                ? null
                : session.getRepositorySession().getData().get(folderKey());
        return known instanceof Set<?> names
                ? names.stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.of();
    }

    private void remember() {
        if (session != null && execution != null) {
            Set<String> names = new HashSet<>(earlier());
            names.add(execution.getExecutionId());
            session.getRepositorySession().getData().set(folderKey(), names);
        }
    }

    /** Has the next run look at all files, or it would not take back what an editor shows of this one. */
    private void forget() {
        try {
            Files.deleteIfExists(work("stamps"));
        } catch (IOException e) {
            getLog().debug(e);
        }
    }

    private String folderKey() {
        return CodegenMojo.class.getName() + " "
                + outputFolder().toAbsolutePath().normalize();
    }

    /** A place below the build's folder for this goal, and this execution of it, alone. */
    final Path work(String name) {
        Path build = buildDirectory == null ? basedir().resolve("target") : buildDirectory.toPath();
        String id = execution == null ? "default" : execution.getGoal() + "-" + execution.getExecutionId();
        return build.resolve("kopf").resolve(FileNames.of(id)).resolve(name);
    }

    /** The name of this execution of the goal, in letters that a name of a file may have. */
    final String executionName() {
        return execution == null ? "default" : execution.getExecutionId().replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private Path fetch(String source) {
        if (repositories == null || session == null) {
            throw new IllegalStateException("not run by Maven");
        }
        if (source.startsWith(Dependencies.PREFIX)) {
            return new Dependencies(repositories, session, project()).of(source);
        }
        RepositorySystemSession maven = session.getRepositorySession();
        MavenProxies proxies = new MavenProxies(maven);
        Network network = new Network(proxies, proxies.passwords(), Network.Limits.DEFAULT);
        // Beside what else Maven keeps for all builds.
        Path cache = maven.getLocalRepository().getBasedir().toPath().resolve(".cache/kopf");
        return new Downloads(cache, network, session.isOffline()).of(source);
    }

    private List<String> allPlaces() {
        List<String> named = listOf(sources);
        if (crds == null
                || (isMissingDefault(crds)
                        && !(named.isEmpty() && listOf(builtIns).isEmpty()))) {
            return named;
        }
        List<String> all = new ArrayList<>(List.of(crds.toString()));
        all.addAll(named);
        return all;
    }

    private boolean isMissingDefault(File folder) {
        return !folder.exists() && folder.equals(basedir().resolve(DEFAULT_CRDS).toFile());
    }

    final Path basedir() {
        File basedir = project == null ? null : project.getBasedir();
        return (basedir == null ? new File("") : basedir).toPath().toAbsolutePath();
    }

    static List<String> listOf(@Nullable List<String> values) {
        List<String> texts = new ArrayList<>();
        if (values != null) {
            for (String value : values) {
                if (!value.isBlank()) {
                    texts.add(value.strip());
                }
            }
        }
        return texts;
    }

    private static void failOn(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new CodegenException(problems);
        }
    }

    /** Maven writes its log to standard output; problems belong to standard error, where scripts look for them. */
    private MojoFailureException failure(CodegenException e) {
        getLog().debug(e);
        Stream<String> lines = e.problems().stream().map(Problem::toString);
        lines.forEach(System.err::println);
        int count = e.problems().size();
        return new MojoFailureException(
                failed() + ": " + (count == 1 ? "1 problem" : count + " problems") + ", see above.");
    }

    /** What it means that the goal has failed. */
    String failed() {
        return "Nothing is generated";
    }
}

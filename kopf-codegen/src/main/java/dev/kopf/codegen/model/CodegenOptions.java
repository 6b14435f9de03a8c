package dev.kopf.codegen.model;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is generated, and where to.
 *
 * @param crds files with CRDs, and folders that are searched for them: {@code *.yaml}, {@code *.yml} and {@code *.json}
 * @param output where the sources go
 * @param selection which of the CRDs that are found, and which of their versions
 * @param naming names that are not the default ones
 * @param content what the classes are like
 */
public record CodegenOptions(List<Path> crds, Output output, Selection selection, Naming naming, Content content) {

    public CodegenOptions {
        crds = List.copyOf(crds);
    }

    /**
     * Where the sources go.
     *
     * @param directory the root folder of the sources; files that were not written by the generator are never touched
     * @param execution which of several runs that write to one folder this is; null for the only one
     * @param stamps a file of its own that keeps the times of all files, so that the next run need not read them where nothing has
     *     changed; null for none
     * @param earlier those of several runs that have written to the folder in this build already, and whose files are as they are to be
     */
    public record Output(
            Path directory,
            @Nullable String execution,
            @Nullable Path stamps,
            Set<String> earlier) {

        public Output {
            earlier = sorted(earlier);
        }
    }

    /**
     * Which CRDs, and which of their versions.
     *
     * @param groups the groups; empty for all
     * @param kinds the kinds; empty for all
     * @param versions versions that have resource classes beside the one of the handlers; {@code *} for all
     * @param handlerVersion the version that handlers are generated for; null for the one that is stored
     * @param builtIns Kubernetes' own kinds that handlers are generated for: {@code Pod}, {@code apps/v1/Deployment}
     */
    public record Selection(
            Set<String> groups,
            Set<String> kinds,
            Set<String> versions,
            @Nullable String handlerVersion,
            Set<String> builtIns) {

        /** All CRDs, each in the version that is stored. */
        public static final Selection ALL = new Selection(Set.of(), Set.of(), Set.of(), null);

        public Selection {
            groups = sorted(groups);
            kinds = sorted(kinds);
            versions = sorted(versions);
            builtIns = sorted(builtIns);
        }

        /** Without kinds of Kubernetes' own. */
        public Selection(Set<String> groups, Set<String> kinds, Set<String> versions, @Nullable String handlerVersion) {
            this(groups, kinds, versions, handlerVersion, Set.of());
        }

        /** This selection, and these kinds of Kubernetes' own. */
        public Selection withBuiltIns(Set<String> names) {
            return new Selection(groups, kinds, versions, handlerVersion, names);
        }
    }

    /**
     * Names that are not the default ones.
     *
     * @param packageName the package of all generated classes; null for one per group and version, such as {@code org.zalando.v1}
     * @param packages packages by {@code group/version} or by {@code group}
     * @param classes simple names of classes by the place of their schema, such as {@code Kind:spec.template}
     * @param properties names of properties by their place, such as {@code Kind:spec.template.foo-bar}
     */
    public record Naming(
            @Nullable String packageName,
            Map<String, String> packages,
            Map<String, String> classes,
            Map<String, String> properties) {

        /** The default names. */
        public static final Naming DEFAULT = new Naming(null, Map.of(), Map.of(), Map.of());

        public Naming {
            packages = sorted(packages);
            classes = sorted(classes);
            properties = sorted(properties);
        }
    }

    /**
     * What the classes are like.
     *
     * @param fields fields below the direct children of stanzas that have a handler method too, such as {@code spec.template.replicas}
     * @param coreTypes whether fabric8's classes are used where a schema is that of a core type
     */
    public record Content(List<String> fields, boolean coreTypes) {

        /** No further fields, and fabric8's classes where they fit. */
        public static final Content DEFAULT = new Content(List.of(), true);

        public Content {
            fields = List.copyOf(fields);
        }
    }

    // In order, so that the options are the same text whenever they are the same.
    private static Set<String> sorted(Set<String> texts) {
        return Collections.unmodifiableSet(new TreeSet<>(texts));
    }

    private static Map<String, String> sorted(Map<String, String> texts) {
        return Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    /** All defaults, for these CRDs. */
    public static CodegenOptions of(List<Path> crds, Path outputDirectory) {
        return new CodegenOptions(
                crds,
                new Output(outputDirectory, null, null, Set.of()),
                Selection.ALL,
                Naming.DEFAULT,
                Content.DEFAULT);
    }

    /** These options, for one of several runs that write to one folder; null for the only one. */
    public CodegenOptions withExecution(@Nullable String name) {
        return new CodegenOptions(
                crds,
                new Output(output.directory(), name, output.stamps(), output.earlier()),
                selection,
                naming,
                content);
    }

    /** These options, with the times of all files kept in this file; null for not at all. */
    public CodegenOptions withStamps(@Nullable Path file) {
        return new CodegenOptions(
                crds,
                new Output(output.directory(), output.execution(), file, output.earlier()),
                selection,
                naming,
                content);
    }

    /** These options, after these of several runs that write to one folder. */
    public CodegenOptions after(Set<String> earlier) {
        return new CodegenOptions(
                crds,
                new Output(output.directory(), output.execution(), output.stamps(), earlier),
                selection,
                naming,
                content);
    }

    /** These options, for these CRDs and versions only. */
    public CodegenOptions with(Selection other) {
        return new CodegenOptions(crds, output, other, naming, content);
    }

    /** These options, with these names. */
    public CodegenOptions with(Naming other) {
        return new CodegenOptions(crds, output, selection, other, content);
    }

    /** These options, with these contents. */
    public CodegenOptions with(Content other) {
        return new CodegenOptions(crds, output, selection, naming, other);
    }

    /** These options, with all classes in one package; null for the default. */
    public CodegenOptions withPackageName(@Nullable String name) {
        return with(new Naming(name, naming.packages(), naming.classes(), naming.properties()));
    }

    /** These options, with handlers for this version of the CRDs; null for the default. */
    public CodegenOptions withVersion(@Nullable String name) {
        return with(new Selection(selection.groups(), selection.kinds(), selection.versions(), name)
                .withBuiltIns(selection.builtIns()));
    }
}

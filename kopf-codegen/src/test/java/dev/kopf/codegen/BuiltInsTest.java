package dev.kopf.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kopf.codegen.corpus.Compiled;
import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.Problem;
import dev.kopf.codegen.model.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handlers for Kubernetes' own kinds are generated from their names alone. */
final class BuiltInsTest {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Path TABLE = Path.of("src/main/resources/dev/kopf/codegen/analysis/built-in-kinds.txt");
    private static final Pattern KIND = Pattern.compile("^(\\S+) \\w+ (?:Namespaced|Cluster) \\S+\\.(\\w+)$");

    @TempDir
    private Path folder;

    private static CodegenOptions options(String... names) {
        return CodegenOptions.of(List.of(), Path.of("unused"))
                .with(CodegenOptions.Selection.ALL.withBuiltIns(Set.of(names)));
    }

    private static Map<String, String> generated(CodegenOptions options) {
        return Codegen.generate(options).stream()
                .collect(Collectors.toMap(SourceFile::path, SourceFile::text, (a, b) -> a, TreeMap::new));
    }

    private static List<String> problems(String... names) {
        CodegenException e = catchThrowableOfType(CodegenException.class, () -> Codegen.generate(options(names)));
        return e.problems().stream().map(Problem::toString).toList();
    }

    private static List<String> warnings(String... names) {
        List<String> warnings = new ArrayList<>();
        Codegen.generate(options(names), warning -> warnings.add(warning.toString()));
        return warnings;
    }

    @Test
    void the_sources_for_config_maps_are_as_written_down() throws IOException {
        Map<String, String> generated = generated(options("ConfigMap"));
        Path golden = RESOURCES.resolve("built-ins");
        if (Boolean.getBoolean("golden.update")) {
            for (Map.Entry<String, String> file : generated.entrySet()) {
                Path path = golden.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
        Map<String, String> written = new TreeMap<>();
        try (Stream<Path> files = Files.walk(golden)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                written.put(golden.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        assertThat(generated).containsExactlyEntriesOf(written);
    }

    @Test
    void an_author_can_use_what_is_generated() throws Exception {
        List<SourceFile> sources = new ArrayList<>(Codegen.generate(options("Pod", "Secret", "apps/v1/Deployment")));
        for (String name : List.of("BuiltInsUse", "Call")) {
            Path folder = RESOURCES.resolve(name.equals("Call") ? "use/evc" : "use-built-ins");
            String file = "use/" + name + ".java";
            sources.add(new SourceFile(file, Files.readString(folder.resolve(file))));
        }
        Compiled compiled = Compiled.of(sources);

        assertThat(compiled.errors()).isEmpty();
        compiled.loadClass("use.BuiltInsUse").getMethod("run").invoke(null);
    }

    @Test
    void every_kind_of_every_group_is_generated_and_compiles() throws Exception {
        List<String> names = Files.readAllLines(TABLE).stream()
                .map(KIND::matcher)
                .filter(line -> line.matches())
                .map(line -> line.group(1) + "/" + line.group(2))
                .toList();
        assertThat(names).hasSizeGreaterThan(80);

        assertThat(Compiled.of(Codegen.generate(options(names.toArray(String[]::new))))
                        .errors())
                .isEmpty();
    }

    @Test
    void the_packages_are_those_of_kubernetes_or_the_authors() {
        assertThat(generated(options("Pod", "Deployment", "ClusterRole")))
                .containsKeys(
                        "io/k8s/api/core/v1/PodHandler.java",
                        "io/k8s/api/core/v1/PodSpecDiff.java",
                        "io/k8s/api/apps/v1/DeploymentDispatch.java",
                        "io/k8s/api/rbac/v1/ClusterRoleDiff.java");
        UnaryOperator<CodegenOptions> named =
                options -> options.with(new CodegenOptions.Naming(null, Map.of("apps", "my.apps"), Map.of(), Map.of()));
        assertThat(generated(named.apply(options("Deployment")))).containsKey("my/apps/DeploymentHandler.java");
        assertThat(generated(options("Pod").withPackageName("my.all"))).containsKey("my/all/PodHandler.java");
    }

    @Test
    void a_kind_alone_means_its_most_stable_version_and_the_core_group_before_others() {
        assertThat(generated(options("Event"))).containsKey("io/k8s/api/core/v1/EventHandler.java");
        assertThat(generated(options("HorizontalPodAutoscaler")))
                .containsKey("io/k8s/api/autoscaling/v2/HorizontalPodAutoscalerHandler.java");
        assertThat(generated(options("autoscaling/v1/HorizontalPodAutoscaler")))
                .containsKey("io/k8s/api/autoscaling/v1/HorizontalPodAutoscalerHandler.java");
    }

    @Test
    void a_name_that_no_kind_has_is_a_problem_that_tells_the_nearest() {
        assertThat(problems("Pods", "Deplyoment"))
                .containsExactly(
                        "[KopfNothingSelected] builtIns: Kubernetes has no kind of this name, but Deployment. It is written"
                                + " as objects have it, with apiVersion and a slash before it where that matters: Deplyoment",
                        "[KopfNothingSelected] builtIns: Kubernetes has no kind of this name, but Pod, Node. It is written as"
                                + " objects have it, with apiVersion and a slash before it where that matters: Pods");
        assertThat(problems("apps/v7/Deployment"))
                .singleElement()
                .asString()
                .contains(", but ", "apps/v1/Deployment", ": apps/v7/Deployment");
    }

    @Test
    void a_kind_that_cannot_be_watched_is_a_problem_of_its_own() {
        assertThat(problems("TokenReview", "policy/v1/Eviction"))
                .containsExactly(
                        "[KopfInvalidOption] builtIns: objects of this kind are only created, or read one by one, and cannot"
                                + " be watched, so there is nothing to handle: TokenReview",
                        "[KopfInvalidOption] builtIns: objects of this kind are only created, or read one by one, and cannot"
                                + " be watched, so there is nothing to handle: policy/v1/Eviction");
    }

    @Test
    void kinds_of_one_name_in_two_groups_are_two_and_in_one_package_a_problem() {
        assertThat(generated(options("Event", "events.k8s.io/v1/Event")))
                .containsKeys("io/k8s/api/core/v1/EventHandler.java", "io/k8s/api/events/v1/EventHandler.java");
        assertThatThrownBy(() ->
                        generated(options("Event", "events.k8s.io/v1/Event").withPackageName("my.all")))
                .hasMessageContaining("[KopfDuplicateClass]")
                .hasMessageContaining("my.all.Event");
    }

    @Test
    void a_kind_that_a_crd_is_of_too_is_a_problem_whatever_the_version() throws IOException {
        Path crd = Files.writeString(
                folder.resolve("gateway.yaml"),
                Sources.crd("Gateway", "{type: object}")
                        .replace("t.dev", "gateway.networking.k8s.io")
                        .replace("thing", "gateway"));
        CodegenOptions options = CodegenOptions.of(List.of(crd), Path.of("unused"))
                .with(CodegenOptions.Selection.ALL.withBuiltIns(
                        Set.of("gateway.networking.k8s.io/v1beta1/Gateway", "Pod")));

        assertThatThrownBy(() -> generated(options))
                .hasMessageEndingWith(
                        "[KopfDuplicateKind] builtIns: a CRD is of this kind too, so that it would have two interfaces"
                                + " for handlers; it is in " + crd + ". Keep the CRD, or the name here:"
                                + " gateway.networking.k8s.io/v1beta1/Gateway");
    }

    @Test
    void a_kind_that_is_named_twice_is_generated_once_with_a_warning() {
        assertThat(warnings("Deployment", "apps/v1/Deployment"))
                .containsExactly(
                        "[KopfDuplicateKind] builtIns: two names mean one kind, the other is Deployment. Keep one"
                                + " of them: apps/v1/Deployment");
        assertThat(warnings("Deployment", "Pod")).isEmpty();
    }

    @Test
    void several_versions_of_one_kind_are_generated_with_a_warning() {
        assertThat(warnings("HorizontalPodAutoscaler", "autoscaling/v1/HorizontalPodAutoscaler"))
                .containsExactly("[KopfDuplicateKind] builtIns: two names mean the same objects, the other is"
                        + " HorizontalPodAutoscaler. An operator can have handlers for one of them only, as both would be"
                        + " called. Keep the one that it is to have: autoscaling/v1/HorizontalPodAutoscaler");
        assertThat(warnings("Event", "events.k8s.io/v1/Event"))
                .singleElement()
                .asString()
                .contains("the same objects");
    }

    @Test
    void no_crd_is_needed_and_one_beside_them_is_generated_too() {
        CodegenOptions both = CodegenOptions.of(List.of(RESOURCES.resolve("crds/evc.yaml")), Path.of("unused"))
                .with(CodegenOptions.Selection.ALL.withBuiltIns(Set.of("Pod")));
        assertThat(generated(both))
                .containsKeys("org/zalando/v1/EphemeralVolumeClaimHandler.java", "io/k8s/api/core/v1/PodHandler.java")
                .doesNotContainKey("io/k8s/api/core/v1/Pod.java");
    }
}

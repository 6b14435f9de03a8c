package dev.kopf.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.kopf.codegen.model.ResourceModel;
import io.fabric8.java.generator.WritableCRCompilationUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever uses fabric8's java-generator can switch: getters have the same names over all real CRDs, and there are far fewer types. */
final class JavaGeneratorTest {

    private static final Path CRDS = Path.of(System.getProperty("shared", "../../shared"), "crds");

    private static final List<Accessors.Pair> PAIRS = new ArrayList<>();
    private static int ours;
    private static int theirs;

    @BeforeAll
    static void generate() throws IOException {
        requireShared(CRDS);
        for (Path crd : Folders.files(CRDS, ".yaml")) {
            Optional<List<WritableCRCompilationUnit>> versions = JavaGenerator.classesOf(crd);
            if (versions.isPresent()) {
                ours += TypeCounts.ours(crd);
                // What is inside of core types has getters of ours only where they are not used.
                add(versions.get(), TypeCounts.modelsOf(crd, false));
            }
        }
    }

    private static void add(List<WritableCRCompilationUnit> versions, List<ResourceModel> models) {
        theirs += TypeCounts.theirs(versions);
        for (ResourceModel model : models) {
            versions.stream()
                    .filter(version -> JavaGenerator.isOf(version, model.kind().version()))
                    .forEach(version -> PAIRS.addAll(Accessors.of(version, model)));
        }
    }

    private static List<Accessors.Pair> different() {
        return PAIRS.stream().filter(pair -> !pair.theirs().equals(pair.ours())).toList();
    }

    private static boolean isIntended(Accessors.Pair pair) {
        return Arrays.stream(IntendedDifference.values()).anyMatch(difference -> difference.explains(pair));
    }

    @Test
    void getters_have_the_same_names() {
        assertThat(PAIRS).hasSizeGreaterThan(70_000);
        assertThat(different().stream().filter(pair -> !isIntended(pair))).isEmpty();
    }

    @Test
    void few_differ_at_all() {
        assertThat(different().size() * 100L).isLessThan(PAIRS.size());
    }

    @ParameterizedTest
    @EnumSource
    void each_intended_difference_is_there(IntendedDifference difference) {
        assertThat(different()).anyMatch(difference::explains);
    }

    @Test
    void a_difference_that_nobody_intended_is_not_explained() {
        for (Accessors.Pair pair : List.of(
                new Accessors.Pair("A.spec.fooBar", "fooBar", "getFooBar", "getFoobar"),
                new Accessors.Pair("A.spec.fooBar", "fooBar", "getFooBar", "getFooBarField"),
                new Accessors.Pair("A.spec.default", "default", "get_default", "getDefault_"),
                new Accessors.Pair("A.spec.a_b", "a_b", "getA_b", "getA"))) {
            assertThat(isIntended(pair)).as(pair.toString()).isFalse();
        }
    }

    @Test
    void there_are_at_most_a_third_of_its_types() {
        assertThat(ours * 3L).as("%s types, java-generator's %s", ours, theirs).isLessThanOrEqualTo(theirs);
    }

    private static void requireShared(Path folder) {
        if (!Files.exists(folder)) {
            String message = "There is no such folder; real CRDs are beside the clone: " + folder;
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            abort(message);
        }
    }
}

package dev.kopf.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.codehaus.plexus.build.BuildContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor is told by the goal. */
final class EditorTest {

    private static final String GOOD = """
            kind: CustomResourceDefinition
            spec:
              group: t.dev
              names: {kind: Thing, plural: things}
              versions:
              - name: v1
                storage: true
                schema:
                  openAPIV3Schema:
                    properties:
                      spec: {type: object, properties: {size: {type: string}}}
                      status: {type: object, x-kubernetes-preserve-unknown-fields: true}
            """;

    private static final String WARNED = GOOD.replace("x-kubernetes-preserve-unknown-fields: true", "properties: {}");

    @TempDir
    private Path folder;

    private Path crd;
    private boolean isIncremental = true;
    private String eclipse;
    private final List<String> calls = new ArrayList<>();

    @BeforeEach
    void writeCrd() throws IOException {
        crd = Files.writeString(Files.createDirectory(folder.resolve("crds")).resolve("thing.yaml"), GOOD);
    }

    /** The calls by which an editor is told anything. */
    private BuildContext context() {
        return (BuildContext) Proxy.newProxyInstance(
                EditorTest.class.getClassLoader(), new Class<?>[] {BuildContext.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("isIncremental")) {
                        return isIncremental;
                    }
                    calls.add(method.getName() + Arrays.toString(arguments).replace(folder + File.separator, ""));
                    return null;
                });
    }

    private GenerateMojo goal() throws ReflectiveOperationException {
        GenerateMojo mojo = new GenerateMojo();
        set(CodegenMojo.class, mojo, "buildContext", context());
        set(CodegenMojo.class, mojo, "crds", folder.resolve("crds").toFile());
        set(CodegenMojo.class, mojo, "buildDirectory", folder.resolve("target").toFile());
        set(GenerateMojo.class, mojo, "outputDirectory", folder.resolve("out").toFile());
        set(CodegenMojo.class, mojo, "eclipse", eclipse);
        return mojo;
    }

    private static void set(Class<?> type, GenerateMojo mojo, String name, Object value)
            throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        field.set(mojo, value);
    }

    @Test
    void a_problem_is_shown_at_its_line_until_it_is_mended() throws Exception {
        Files.writeString(crd, GOOD.replace("kind: Thing, ", ""));
        assertThatThrownBy(goal()::execute).isInstanceOf(MojoFailureException.class);
        assertThat(calls).hasSize(2).first().isEqualTo("removeMessages[crds/thing.yaml]");
        assertThat(calls.get(1))
                .startsWith("addMessage[crds/thing.yaml, 2, 0, [KopfIncompleteCrd] crds/thing.yaml:2: spec: ")
                .endsWith(", " + BuildContext.SEVERITY_ERROR + ", null]");

        calls.clear();
        Files.writeString(crd, GOOD);
        goal().execute();

        assertThat(calls)
                .containsExactly(
                        "removeMessages[crds/thing.yaml]", "refresh[out]", "refresh[target/kopf/default/resources]");
    }

    @Test
    void a_problem_goes_when_the_crd_is_again_what_it_was() throws Exception {
        Files.writeString(crd, WARNED);
        goal().execute();
        List<String> told = calls.subList(0, 2).stream().toList();
        Files.writeString(crd, "kind: [");
        assertThatThrownBy(goal()::execute).isInstanceOf(MojoFailureException.class);
        calls.clear();
        Files.writeString(crd, WARNED);

        goal().execute();

        assertThat(calls).isEqualTo(told);
    }

    @Test
    void a_warning_is_shown_as_one() throws Exception {
        Files.writeString(crd, WARNED);

        goal().execute();

        assertThat(calls.get(1))
                .startsWith("addMessage[crds/thing.yaml, 12, 0, [KopfResultPruned] crds/thing.yaml:12: ")
                .endsWith(", " + BuildContext.SEVERITY_WARNING + ", null]");
    }

    @Test
    void a_whole_build_in_eclipse_is_told_all_again() throws Exception {
        Files.writeString(crd, WARNED);
        goal().execute();
        List<String> told = List.copyOf(calls);
        calls.clear();
        isIncremental = false;
        eclipse = "2.0";

        goal().execute();

        assertThat(calls).hasSize(4).isEqualTo(told);
    }

    @Test
    void a_build_on_the_command_line_tells_nothing_twice() throws Exception {
        isIncremental = false;
        goal().execute();
        Files.writeString(crd, "kind: [");

        assertThatThrownBy(goal()::execute).isInstanceOf(MojoFailureException.class);
        assertThat(calls).isEmpty();
    }
}

package dev.kopf.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.codegen.model.Place;
import dev.kopf.codegen.model.Problem;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.codehaus.plexus.build.BuildContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor is told. */
final class EditorTest {

    @TempDir
    private Path folder;

    private final List<String> calls = new ArrayList<>();

    private BuildContext context(boolean incremental) {
        return (BuildContext) Proxy.newProxyInstance(
                EditorTest.class.getClassLoader(), new Class<?>[] {BuildContext.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("isIncremental")) {
                        return incremental;
                    }
                    calls.add(method.getName() + Arrays.toString(arguments));
                    return null;
                });
    }

    private void tell(Editor editor, Path file) {
        editor.forget(List.of(file));
        editor.show(List.of(
                new Problem(
                        Problem.Id.KopfNoSchema, Problem.Severity.ERROR, new Place(file.toString(), 7, "spec"), "none"),
                new Problem(Problem.Id.KopfInvalidOption, "packageName", "not a name")));
        editor.refresh(folder);
    }

    @Test
    void it_shows_problems_at_their_lines_and_sees_what_was_written() throws IOException {
        Path file = Files.writeString(folder.resolve("claim.yaml"), "");

        tell(new Editor(context(true)), file);

        assertThat(calls)
                .containsExactly(
                        "removeMessages[" + file + "]",
                        "addMessage[" + file + ", 7, 0, [KopfNoSchema] " + file + ":7: spec: none, "
                                + BuildContext.SEVERITY_ERROR + ", null]",
                        "refresh[" + folder + "]");
    }

    @Test
    void a_build_on_the_command_line_tells_nothing_twice() throws IOException {
        Path file = Files.writeString(folder.resolve("claim.yaml"), "");

        tell(new Editor(context(false)), file);
        tell(new Editor(null), file);

        assertThat(calls).isEmpty();
    }
}

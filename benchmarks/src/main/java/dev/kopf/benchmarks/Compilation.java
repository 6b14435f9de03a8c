package dev.kopf.benchmarks;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** One pass of the compiler over what was generated for one CRD, the same for both generators. */
final class Compilation {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private Compilation() {}

    /** Whether all of a folder's sources compile; the classes are written. */
    static boolean succeeds(Path sources, Path classes) throws IOException {
        Files.createDirectories(classes);
        List<String> options =
                List.of("-proc:none", "-nowarn", "-implicit:none", "--release", "17", "-d", classes.toString());
        try (StandardJavaFileManager files =
                COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            Iterable<? extends JavaFileObject> units =
                    files.getJavaFileObjectsFromPaths(Folders.files(sources, ".java"));
            return COMPILER.getTask(new StringWriter(), files, diagnostic -> {}, options, null, units)
                    .call();
        }
    }
}

package dev.kopf.codegen.corpus;

import dev.kopf.codegen.model.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Source files, compiled in memory with every warning an error. */
public final class Compiled extends ClassLoader {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager FILES =
            COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    private final Map<String, ByteArrayOutputStream> classes;
    private final List<String> errors;

    private Compiled(Map<String, ByteArrayOutputStream> classes, List<String> errors) {
        super(Compiled.class.getClassLoader());
        this.classes = classes;
        this.errors = errors;
    }

    /** Compiles. */
    public static Compiled of(List<SourceFile> sources) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        List<String> options = List.of("-Xlint:all", "-Werror", "--release", "17");
        List<Source> units = sources.stream().map(Source::new).toList();
        boolean compiled = COMPILER.getTask(null, new Memory(classes), diagnostics, options, null, units)
                .call();
        List<String> errors = new ArrayList<>();
        if (!compiled) {
            for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
                String file = diagnostic.getSource() == null
                        ? ""
                        : diagnostic.getSource().getName();
                errors.add(file + ":" + diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT));
            }
        }
        return new Compiled(classes, errors);
    }

    /** What the compiler had to say; empty where all is well. */
    public List<String> errors() {
        return errors;
    }

    /** The names of the classes. */
    public Set<String> names() {
        return classes.keySet();
    }

    /** The number of classes. */
    public int size() {
        return classes.size();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ByteArrayOutputStream bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes.toByteArray(), 0, bytes.size());
    }

    private static final class Source extends SimpleJavaFileObject {
        private final SourceFile file;

        Source(SourceFile file) {
            super(URI.create("memory:///" + file.path()), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes;

        Memory(Map<String, ByteArrayOutputStream> classes) {
            super(FILES);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    classes.put(className, bytes);
                    return bytes;
                }
            };
        }

        @Override
        public void close() {
            try {
                super.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

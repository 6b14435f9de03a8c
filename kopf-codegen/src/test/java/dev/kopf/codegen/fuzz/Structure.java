package dev.kopf.codegen.fuzz;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import dev.kopf.codegen.model.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What a source file is made of as a compiler sees it: each declaration, statement and expression, but no name and no text. */
final class Structure extends TreeScanner<@Nullable Void, @Nullable Void> {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** Nothing is looked up by what only parses; a new one each time takes longer than all else. */
    private static final JavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private final StringBuilder text = new StringBuilder();

    private Structure() {}

    /**
     * The structures of files, in a fixed order.
     *
     * @throws AssertionError if one cannot be parsed
     */
    static List<String> of(List<SourceFile> files) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<Source> sources = files.stream().map(Source::new).toList();
        JavacTask task = (JavacTask)
                COMPILER.getTask(null, FILES, diagnostics, List.of("-proc:none", "-source", "17"), null, sources);
        List<String> structures = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                Structure structure = new Structure();
                structure.scan(unit, null);
                structures.add(structure.text.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                throw new AssertionError("not Java: " + diagnostic.getMessage(Locale.ROOT) + " at line "
                        + diagnostic.getLineNumber() + " of " + diagnostic.getSource());
            }
        }
        structures.sort(null);
        return structures;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
        if (tree == null || tree instanceof PackageTree || tree instanceof ImportTree || isNotCompared(tree)) {
            return null;
        }
        if (isName(tree) || tree instanceof ParameterizedTypeTree || tree instanceof AnnotatedTypeTree) {
            // Whether a name is qualified depends on what others there are.
            text.append("N ");
            return null;
        }
        text.append(tree.getKind());
        if (tree instanceof ModifiersTree modifiers) {
            text.append(modifiers.getFlags());
        }
        text.append('(');
        super.scan(tree, null);
        text.append(") ");
        return null;
    }

    /** Where a type is qualified, its annotation is a part of it. */
    private static boolean isNotCompared(Tree tree) {
        return tree instanceof AnnotationTree annotation
                && annotation.getAnnotationType().toString().equals("Nullable");
    }

    private static boolean isName(Tree tree) {
        ExpressionTree part = tree instanceof ExpressionTree expression ? expression : null;
        while (part instanceof MemberSelectTree select) {
            part = select.getExpression();
        }
        return part instanceof IdentifierTree;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(SourceFile file) {
            super(URI.create("string:///" + file.path()), Kind.SOURCE);
            this.text = file.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}

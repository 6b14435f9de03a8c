package dev.kopf.maven;

import dev.kopf.codegen.Codegen;
import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/**
 * The editor that the goal runs in, such as Eclipse: it shows problems beside the lines that have them, and looks again at folders that
 * were written to. In a build on the command line there is none, and nothing happens.
 *
 * <p>It is not asked what has changed since it last ran the goal: the generator sees that by itself, and also what was changed elsewhere.
 */
final class Editor {

    private final @Nullable BuildContext context;
    private final @Nullable File pom;

    /**
     * @param context null without Maven
     * @param eclipse the version of what runs Maven in Eclipse, which it says also where it builds a whole project; null outside of it
     * @param pom where problems are shown that are in no other file; null for nowhere
     */
    Editor(@Nullable BuildContext context, @Nullable String eclipse, @Nullable File pom) {
        // Without an editor the context would print what Maven's log has already.
        this.context = context != null && (context.isIncremental() || eclipse != null) ? context : null;
        this.pom = pom;
    }

    /** Whether it has forgotten what it was told before, and which files there are. */
    boolean startsAnew() {
        return context != null && !context.isIncremental();
    }

    /**
     * Whether it may show what does not hold any more.
     *
     * @param effort of a run that has told no warnings: where it read the CRDs, a run between may have shown what was wrong with them
     */
    boolean isBehind(Codegen.Effort effort) {
        return startsAnew() || (context != null && effort == Codegen.Effort.SAME);
    }

    /**
     * Shows these problems, and no others that it was told about the CRDs, or about options.
     *
     * @param options which CRDs there are; null if that is not known
     */
    void show(@Nullable CodegenOptions options, List<Problem> problems) {
        if (context == null) {
            return;
        }
        filesOf(options).forEach(file -> context.removeMessages(file.toFile()));
        if (pom != null) {
            context.removeMessages(pom);
        }
        for (Problem problem : problems) {
            File source = new File(problem.source());
            File file = source.isFile() ? source : pom;
            if (file != null) {
                boolean isError = problem.severity() == Problem.Severity.ERROR;
                int severity = isError ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING;
                context.addMessage(file, problem.place().line(), 0, problem.toString(), severity, null);
            }
        }
    }

    private static Set<Path> filesOf(@Nullable CodegenOptions options) {
        try {
            return options == null ? Set.of() : Codegen.files(options).keySet();
        } catch (IOException e) {
            return Set.of(); // The generator lists them too, and says what is wrong.
        }
    }

    /** Says that files were written or deleted there. */
    void refresh(Path folder) {
        if (context != null) {
            context.refresh(folder.toFile());
        }
    }
}

package dev.kopf.maven;

import dev.kopf.codegen.model.Problem;
import java.io.File;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/**
 * The editor that the goal runs in, such as Eclipse: it shows problems beside the lines that have them, and looks again at files that
 * were written. In a build on the command line there is none, and nothing happens.
 *
 * <p>It is not asked what has changed since it last ran the goal: the generator sees that by itself, and also what was changed elsewhere.
 */
@SuppressWarnings("deprecation") // what replaces the methods for messages only writes to the log, in editors too
final class Editor {

    private final @Nullable BuildContext context;

    /** @param context null without an editor */
    Editor(@Nullable BuildContext context) {
        // Outside of an editor the context would print what Maven's log has already.
        this.context = context != null && context.isIncremental() ? context : null;
    }

    /** Whether there is one. */
    boolean isThere() {
        return context != null;
    }

    /** Takes away what was told about these files before. */
    void forget(Collection<Path> files) {
        if (context != null) {
            files.forEach(file -> context.removeMessages(file.toFile()));
        }
    }

    /** Shows problems where they are; those of options have no file, and stay in the log. */
    void show(List<Problem> problems) {
        if (context == null) {
            return;
        }
        for (Problem problem : problems) {
            File file = new File(problem.source());
            if (file.isFile()) {
                boolean error = problem.severity() == Problem.Severity.ERROR;
                int severity = error ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING;
                context.addMessage(file, problem.place().line(), 0, problem.toString(), severity, null);
            }
        }
    }

    /** Tells that files were written there. */
    void refresh(Path folder) {
        if (context != null) {
            context.refresh(folder.toFile());
        }
    }
}

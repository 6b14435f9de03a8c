package dev.kopf.maven;

import dev.kopf.codegen.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Finds options that the goal does not have. Maven would pass over them, and what was meant would not happen. */
final class UnknownOptions {

    private static final String PREFIX = "kopf.";
    private static final Set<String> KNOWN =
            new TreeSet<>(Set.of("crds", "outputDirectory", "packageName", "crdVersion", "skip"));

    /** What projects call the version of Kopf for Java itself. */
    private static final String OWN_VERSION = "kopf.version";

    private UnknownOptions() {}

    /** One problem for each unknown option of the command line, of the project's properties, and of the goal's configuration. */
    static List<Problem> in(@Nullable MavenSession session, @Nullable MojoExecution execution) {
        List<Problem> problems = new ArrayList<>();
        if (session != null) {
            addUnknown("-D", session.getUserProperties(), problems);
            MavenProject project = session.getCurrentProject();
            if (project != null) {
                addUnknown("<properties> ", project.getProperties(), problems);
            }
        }
        // The configuration as it was written; the one in force holds only what the goal knows, and every default.
        if (execution != null && execution.getPlugin() != null) {
            addUnknown(execution.getPlugin().getConfiguration(), problems);
            execution.getPlugin().getExecutions().stream()
                    .filter(written -> written.getId().equals(execution.getExecutionId()))
                    .filter(written ->
                            written.getConfiguration() != execution.getPlugin().getConfiguration())
                    .forEach(written -> addUnknown(written.getConfiguration(), problems));
        }
        return problems.stream().distinct().toList();
    }

    private static void addUnknown(String source, Properties properties, List<Problem> problems) {
        properties.stringPropertyNames().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(PREFIX)
                        && !name.equals(OWN_VERSION)
                        && !(name.startsWith(PREFIX) && KNOWN.contains(name.substring(PREFIX.length()))))
                .sorted()
                .forEach(name -> problems.add(unknown(source + name, PREFIX, name)));
    }

    private static void addUnknown(@Nullable Object configuration, List<Problem> problems) {
        if (configuration instanceof Xpp3Dom dom) {
            for (Xpp3Dom child : dom.getChildren()) {
                if (!KNOWN.contains(child.getName())) {
                    problems.add(unknown("<configuration>", "", child.getName()));
                }
            }
        }
    }

    private static Problem unknown(String source, String prefix, String name) {
        String known = KNOWN.stream().map(option -> prefix + option).collect(Collectors.joining(", "));
        return new Problem(
                Problem.Id.KopfUnknownOption, source, "there is no such option. Use one of " + known + ": " + name);
    }
}

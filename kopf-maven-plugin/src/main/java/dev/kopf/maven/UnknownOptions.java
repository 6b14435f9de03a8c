package dev.kopf.maven;

import dev.kopf.codegen.model.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Finds options that the goals do not have. Maven would pass over them, and what was meant would not happen. Which options there are is
 * read from the plugin's descriptor, so that it is always what the goals have.
 */
final class UnknownOptions {

    private static final String PREFIX = "kopf.";

    /** What projects call the version of Kopf for Java itself. */
    private static final String OWN_VERSION = "kopf.version";

    private final List<MojoDescriptor> goals;
    private final List<Problem> problems = new ArrayList<>();

    private UnknownOptions(List<MojoDescriptor> goals) {
        this.goals = goals;
    }

    /** One problem for each unknown option of the command line, of the project's properties, and of the goal's configuration. */
    static List<Problem> in(@Nullable MavenSession session, @Nullable MojoExecution execution) {
        if (execution == null || execution.getMojoDescriptor() == null) {
            return List.of(); // Not run by Maven, so nobody has written options.
        }
        UnknownOptions unknown = new UnknownOptions(
                execution.getMojoDescriptor().getPluginDescriptor().getMojos());
        unknown.lookAtProperties(session);
        unknown.lookAtConfiguration(execution);
        return List.copyOf(new LinkedHashSet<>(unknown.problems));
    }

    private void lookAtProperties(@Nullable MavenSession session) {
        if (session != null) {
            lookAt("-D", session.getUserProperties());
            MavenProject project = session.getCurrentProject();
            if (project != null) {
                lookAt("<properties> ", project.getProperties());
            }
        }
    }

    /** The configuration as it was written; the one in force holds only what the goal knows, and every default. */
    private void lookAtConfiguration(MojoExecution execution) {
        if (execution.getPlugin() == null) {
            return;
        }
        lookAt(execution.getPlugin().getConfiguration());
        // Maven has merged what all executions share into what each has of its own, so that other goals' options are
        // here too.
        for (PluginExecution written : execution.getPlugin().getExecutions()) {
            if (written.getId().equals(execution.getExecutionId())) {
                lookAt(written.getConfiguration());
            }
        }
    }

    private void lookAt(String source, Properties properties) {
        Set<String> written = new TreeSet<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) && !name.equals(OWN_VERSION)) {
                written.add(name);
            }
        }
        if (!written.isEmpty()) {
            Set<String> known = options(goals, UnknownOptions::property);
            written.removeAll(known);
            written.forEach(name -> report(source + name, known, name));
        }
    }

    private void lookAt(@Nullable Object configuration) {
        if (configuration instanceof Xpp3Dom dom && dom.getChildCount() > 0) {
            Set<String> known = options(goals, (goal, parameter) -> parameter.getName());
            for (Xpp3Dom child : dom.getChildren()) {
                if (!known.contains(child.getName())) {
                    report("<configuration>", known, child.getName());
                }
            }
        }
    }

    /** All that users can set. */
    private static Set<String> options(
            Collection<MojoDescriptor> goals, BiFunction<MojoDescriptor, Parameter, String> name) {
        Set<String> options = new TreeSet<>();
        for (MojoDescriptor goal : goals) {
            if (goal.getParameters() != null) {
                goal.getParameters().stream()
                        .filter(Parameter::isEditable)
                        .map(parameter -> name.apply(goal, parameter))
                        .filter(text -> !text.isEmpty())
                        .forEach(options::add);
            }
        }
        return options;
    }

    /** {@code kopf.crds} for the expression <code>${kopf.crds}</code>. */
    private static String property(MojoDescriptor goal, Parameter parameter) {
        PlexusConfiguration configuration = goal.getMojoConfiguration();
        String expression = configuration.getChild(parameter.getName()).getValue("");
        return expression.startsWith("${" + PREFIX) && expression.endsWith("}")
                ? expression.substring(2, expression.length() - 1)
                : "";
    }

    private void report(String source, Set<String> known, String name) {
        problems.add(new Problem(
                Problem.Id.KopfUnknownOption,
                source,
                "there is no such option. Use one of " + String.join(", ", known) + ": " + name));
    }
}

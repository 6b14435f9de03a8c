package dev.kopf.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.codegen.model.Problem;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

final class UnknownOptionsTest {

    @Test
    void an_option_of_another_execution_is_not_ours_to_judge() {
        Plugin plugin = new Plugin();
        plugin.addExecution(execution("mine", "crds", "package"));
        plugin.addExecution(execution("other", "colour"));

        assertThat(problems(plugin)).singleElement().satisfies(problem -> {
            assertThat(problem.id()).isEqualTo(Problem.Id.KopfUnknownOption);
            assertThat(problem.message()).contains("packageName").endsWith(": package");
        });
    }

    @Test
    void all_options_that_there_are_are_known() {
        Plugin plugin = new Plugin();
        plugin.setConfiguration(configuration("crds", "outputDirectory", "packageName", "crdVersion", "skip"));

        assertThat(problems(plugin)).isEmpty();
    }

    private static List<Problem> problems(Plugin plugin) {
        return UnknownOptions.in(null, new MojoExecution(plugin, "generate", "mine"));
    }

    private static PluginExecution execution(String id, String... options) {
        PluginExecution execution = new PluginExecution();
        execution.setId(id);
        execution.setConfiguration(configuration(options));
        return execution;
    }

    private static Xpp3Dom configuration(String... options) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Arrays.stream(options).map(Xpp3Dom::new).forEach(configuration::addChild);
        return configuration;
    }
}

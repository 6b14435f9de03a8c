package dev.kopf.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.codegen.model.Problem;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

final class UnknownOptionsTest {

    @Test
    void an_option_of_another_execution_is_not_ours_to_judge() throws Exception {
        Plugin plugin = new Plugin();
        plugin.addExecution(execution("mine", "crds", "package"));
        plugin.addExecution(execution("other", "colour"));

        assertThat(problems(plugin)).singleElement().satisfies(problem -> {
            assertThat(problem.id()).isEqualTo(Problem.Id.KopfUnknownOption);
            assertThat(problem.message()).contains("packageName").endsWith(": package");
        });
    }

    @Test
    void all_options_that_there_are_are_known() throws Exception {
        Plugin plugin = new Plugin();
        plugin.setConfiguration(configuration("crds", "outputDirectory", "packageName", "crdVersion", "skip"));

        assertThat(problems(plugin)).isEmpty();
    }

    @Test
    void what_the_goal_is_given_by_maven_is_no_option() throws Exception {
        Plugin plugin = new Plugin();
        plugin.setConfiguration(configuration("project"));

        assertThat(problems(plugin)).hasSize(1);
    }

    private static List<Problem> problems(Plugin plugin) throws Exception {
        MojoExecution execution = new MojoExecution(plugin, "generate", "mine");
        PluginDescriptor descriptor = descriptor();
        descriptor.setPlugin(plugin);
        execution.setMojoDescriptor(descriptor.getMojo("generate"));
        return UnknownOptions.in(null, execution);
    }

    /** The plugin's own, as Maven reads it. */
    private static PluginDescriptor descriptor() throws Exception {
        try (InputStream stream = GenerateMojo.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            return new PluginDescriptorBuilder().build(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
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

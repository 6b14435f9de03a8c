package dev.kopf.runtime.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is inside of fabric8's classes is labelled as what is inside of maps is (H-3). */
final class HierarchiesTest {

    private static final Map<String, String> LABELS = Map.of("app", "demo");

    private static Deployment deployment() {
        return new DeploymentBuilder()
                .withNewSpec()
                .withNewTemplate()
                .endTemplate()
                .endSpec()
                .build();
    }

    private static void label(Object objects, String path) {
        Hierarchies.label(objects, LABELS, Hierarchies.Options.DEFAULTS.withNested(path));
    }

    @Test
    void the_template_of_pods_is_labelled_with_its_deployment() {
        Deployment deployment = deployment();
        label(List.of(List.of(deployment)), "spec.template");

        assertThat(deployment.getMetadata().getLabels()).isEqualTo(LABELS);
        assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels()).isEqualTo(LABELS);
    }

    @Test
    void where_nothing_is_inside_the_object_alone_is_labelled() {
        Deployment bare = new DeploymentBuilder().build();
        label(bare, "spec.template");

        assertThat(bare.getMetadata().getLabels()).isEqualTo(LABELS);
        assertThat(bare.getSpec()).isNull();
    }

    @Test
    void a_path_that_leads_to_nothing_that_has_labels_is_named_and_nothing_is_labelled_before() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>(Map.of("kind", "Pod"));

        assertThatThrownBy(() -> label(List.of(map, deployment()), "spec.nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no object at spec.nothing, nor can there be one: on the way is"
                        + " io.fabric8.kubernetes.api.model.apps.DeploymentSpec");
        assertThatThrownBy(() -> label(deployment(), "apiVersion"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "What is at apiVersion is no object with metadata that could be labelled: java.lang.String");
        assertThat(map).containsOnlyKeys("kind");
    }
}

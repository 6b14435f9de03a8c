package dev.kopf.runtime.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which kinds there are handlers for, as far as that is known before the cluster was asked. */
final class RegistryTest {

    private static final class Typed
            extends HandlerRegistration<GenericKubernetesResource, FieldChange<GenericKubernetesResource>, Typed> {

        private Typed(String group, String version, String kind, String plural) {
            super(
                    ResourceKind.namespaced(group, version, kind, plural),
                    GenericKubernetesResource.class,
                    FieldChange::new);
        }

        @Override
        protected Typed self() {
            return this;
        }
    }

    @Test
    void F20_a_selector_may_mean_a_kind_of_the_core_group_that_has_a_class() {
        Registry registry = Registry.of(List.of(
                new Typed("", "v1", "ConfigMap", "configmaps").create("typed", (map, ctx) -> null),
                GenericHandlers.on("configmaps").create("selected", (map, ctx) -> null)));

        assertThat(registry.kinds())
                .singleElement()
                .satisfies(kind -> assertThat(kind.changing())
                        .extracting(handler -> handler.id().value())
                        .containsExactly("typed", "selected"));
    }

    @Test
    void P2_the_events_of_both_groups_are_the_same_objects() {
        Typed core = new Typed("", "v1", "Event", "events").event("core", (event, ctx) -> {});
        Typed other = new Typed("events.k8s.io", "v1", "Event", "events").event("other", (event, ctx) -> {});

        assertThatThrownBy(() -> Registry.of(List.of(core, other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("events.v1, ")
                .hasMessageContaining("events.v1.events.k8s.io, ")
                .hasMessageContaining("They would be called for the same objects");
    }
}

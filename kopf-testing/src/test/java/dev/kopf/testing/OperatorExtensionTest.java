package dev.kopf.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.handler.HandlerRegistration;
import dev.kopf.runtime.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OperatorExtensionTest {

    private final List<String> created = new CopyOnWriteArrayList<>();

    @RegisterExtension
    final OperatorExtension operator = OperatorExtension.of(new ConfigMaps().create("made", (map, ctx) -> {
                created.add(map.getMetadata().getName());
                return null;
            }))
            .notStarted();

    @Test
    void a_test_is_given_a_server_a_client_and_the_operator_when_it_wants_it() {
        operator.client().resource(map("before")).create();
        assertThat(created).isEmpty();

        operator.startOperator();
        operator.client().resource(map("after")).create();
        operator.await("both", () -> created.size() == 2);

        assertThat(created).containsExactlyInAnyOrder("before", "after");
        assertThat(operator.server().requests()).isNotEmpty();
    }

    @Test
    void each_test_has_a_server_of_its_own() {
        operator.startOperator();
        operator.client().resource(map("only")).create();
        operator.await("it", () -> !created.isEmpty());

        assertThat(created).containsExactly("only");
    }

    @Test
    void an_operator_that_is_stopped_can_be_started_again_and_handles_nothing_twice() {
        operator.startOperator();
        operator.awaitHandled(operator.client().resource(map("first")).create());
        operator.stopOperator();

        operator.startOperator();
        operator.client().resource(map("second")).create();
        operator.await("the second", () -> created.contains("second"));

        assertThat(created).containsExactly("first", "second"); // the first was handled before the second was made
    }

    @Test
    void a_test_sees_what_the_operator_tells_of_itself_while_it_runs() {
        assertThatThrownBy(operator::operator)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The operator does not run.");

        operator.startOperator();

        assertThat(operator.operator().health().waiting()).isEmpty();
    }

    @Test
    void an_operator_cannot_be_started_twice() {
        operator.startOperator();

        assertThatThrownBy(operator::startOperator).hasMessage("The operator runs already.");
    }

    private static ConfigMap map(String name) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build();
    }

    /** Handlers of a built-in kind, by lambda. */
    private static final class ConfigMaps extends HandlerRegistration<ConfigMap, FieldChange<ConfigMap>, ConfigMaps> {
        ConfigMaps() {
            super(ResourceKind.namespaced("", "v1", "ConfigMap", "configmaps"), ConfigMap.class, FieldChange::new);
        }

        @Override
        protected ConfigMaps self() {
            return this;
        }
    }
}

package dev.kopf.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.handler.StopReason;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestContextTest {

    private final ConfigMap owner = new ConfigMapBuilder()
            .withNewMetadata()
            .withName("owner")
            .withNamespace("ns")
            .withUid("u-1")
            .addToLabels("app", "demo")
            .endMetadata()
            .build();

    @Test
    void a_child_that_is_adopted_gets_owner_namespace_name_and_labels() {
        ConfigMap child = TestContext.of(owner).adopt(new ConfigMap());

        assertThat(child.getMetadata().getNamespace()).isEqualTo("ns");
        assertThat(child.getMetadata().getGenerateName()).isEqualTo("owner-");
        assertThat(child.getMetadata().getLabels()).isEqualTo(Map.of("app", "demo"));
        assertThat(child.getMetadata().getOwnerReferences())
                .singleElement()
                .satisfies(reference -> assertThat(reference.getUid()).isEqualTo("u-1"));
    }

    @Test
    void what_a_handler_sets_on_its_object_can_be_seen() {
        TestContext context = TestContext.of(owner);

        context.patch().setStatus("phase", "Bound").setLabel("app", null);

        assertThat(context.patch().asMap().get("status")).isEqualTo(Map.of("phase", "Bound"));
        assertThat(context.patch().asMap()).containsKey("metadata");
    }

    @Test
    void a_client_that_is_not_there_is_asked_for_in_vain_with_a_hint() {
        assertThatThrownBy(() -> TestContext.of(owner).client()).hasMessageContaining("withClient");
    }

    @Test
    void a_later_attempt_knows_the_earlier_ones() {
        assertThat(TestContext.of(owner).withRetry(2).retry()).isEqualTo(2);
    }

    @Test
    void a_daemon_is_to_stop_when_it_has_looked_so_often() throws Exception {
        TestContext context = TestContext.of(owner).withLooks(3);
        int rounds = 0;
        while (!context.stopped().await(Duration.ofDays(1))) {
            assertThat(context.stopped().reasons()).isEmpty();
            rounds++;
        }
        assertThat(rounds).isEqualTo(3);
        assertThat(context.stopped().reasons()).containsExactly(StopReason.OPERATOR_EXITING);
        assertThat(context.latest(ConfigMap.class)).isSameAs(owner);
        assertThat(TestContext.of(owner).stopped().isSet()).isTrue();
    }

    @Test
    void sub_handlers_are_called_when_the_test_says_so() {
        List<String> done = new ArrayList<>();
        TestContext context = TestContext.of(owner);

        context.subHandlers(List.of("a", "b"), item -> item, (item, sub) -> done.add(item));
        assertThat(context.registeredSubHandlers()).containsExactly(new HandlerId("a"), new HandlerId("b"));
        assertThat(done).isEmpty();
        context.runSubHandlers();

        assertThat(done).containsExactly("a", "b");
        assertThat(context.registeredSubHandlers()).isEmpty();
    }
}

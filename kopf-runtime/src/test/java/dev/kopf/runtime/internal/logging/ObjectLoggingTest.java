package dev.kopf.runtime.internal.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.ResourceKind;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

final class ObjectLoggingTest {

    private static final ObjectRef CLAIM = new ObjectRef(
            ResourceKind.namespaced("zalando.org", "v1", "EphemeralVolumeClaim", "ephemeralvolumeclaims"),
            "default",
            "my-claim",
            "u-1");
    private static final ObjectRef NODE =
            new ObjectRef(ResourceKind.clusterScoped("", "v1", "Node", "nodes"), null, "node-7", "u-2");

    @AfterEach
    void forget() {
        MDC.clear();
    }

    @Test
    void the_mdc_names_the_object_under_keys_that_are_known() {
        ObjectLogging.with(CLAIM);

        assertThat(MDC.getCopyOfContextMap())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "kopf.apiVersion", "zalando.org/v1",
                        "kopf.kind", "EphemeralVolumeClaim",
                        "kopf.namespace", "default",
                        "kopf.name", "my-claim",
                        "kopf.uid", "u-1"));
    }

    @Test
    void a_closed_scope_brings_back_what_was_there() {
        MDC.put("request", "r-1");
        ObjectLogging.Scope outer = ObjectLogging.with(CLAIM);
        Map<String, String> before = MDC.getCopyOfContextMap();

        ObjectLogging.Scope inner = ObjectLogging.with(NODE);
        assertThat(MDC.getCopyOfContextMap())
                .containsEntry("kopf.name", "node-7")
                .doesNotContainKey("kopf.namespace");
        inner.close();
        assertThat(MDC.getCopyOfContextMap()).isEqualTo(before);

        outer.close();
        assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("request", "r-1"));
    }

    @Test
    void a_logger_leaves_the_mdc_as_it_was() {
        ObjectLogging.logger(CLAIM).debug("Nothing to see");

        assertThat(MDC.get("kopf.name")).isNull();
        assertThat(ObjectLogging.isNamed(CLAIM)).isFalse();
    }
}

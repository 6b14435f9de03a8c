package dev.kopf.example.evc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One scenario, which must come to the same on the API server in the process and on a real one. */
class EndToEndTest {

    enum Server {
        IN_PROCESS,
        KUBE_APISERVER
    }

    @ParameterizedTest
    @EnumSource
    void the_whole_way_of_a_claim_is_the_same_on_both_servers(Server server) throws Exception {
        try (Cluster cluster = server == Server.IN_PROCESS ? Cluster.inProcess() : Cluster.real()) {
            List<String> outcome = new Scenario(cluster).play();

            assertThat(outcome)
                    .containsExactly(
                            "before the start: created my-claim",
                            "status: {onCreate={pvc-name=my-claim}}",
                            "volume: 1Gi, owned by EphemeralVolumeClaim my-claim",
                            "last handled: {\"spec\":{\"size\":\"1Gi\"}}",
                            "without a size: no volume, last handled: {\"spec\":{}}",
                            "refused: PVC child cannot be resized yet: PersistentVolumeClaim \"my-claim\" is invalid: spec:"
                                    + " Forbidden: spec is immutable after creation except resources.requests and"
                                    + " volumeAttributesClassName for bound claims",
                            "once bound: 2Gi",
                            "last handled: {\"spec\":{\"size\":\"2Gi\"}}",
                            "annotations: [kopf.zalando.org/last-handled-configuration]",
                            "after a restart: not handled again",
                            "after the deletion: no claim, no volume");
        }
    }
}

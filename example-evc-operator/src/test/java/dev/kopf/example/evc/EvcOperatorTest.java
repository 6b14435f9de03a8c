package dev.kopf.example.evc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.testing.TestContext;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import org.junit.jupiter.api.Test;
import org.zalando.v1.EphemeralVolumeClaim;
import org.zalando.v1.EphemeralVolumeClaimSpec;

/** The handlers by themselves, without any server. */
class EvcOperatorTest {

    private final EvcOperator operator = new EvcOperator();

    @Test
    void a_claim_without_a_size_is_refused_for_good() {
        EphemeralVolumeClaim claim = claim(null);

        assertThatThrownBy(() -> operator.onCreate(claim, TestContext.of(claim)))
                .isInstanceOf(PermanentException.class)
                .hasMessage("Size must be set.");
    }

    @Test
    void a_claim_without_a_spec_is_refused_for_good() {
        EphemeralVolumeClaim claim = claim(null);
        claim.setSpec(null);

        assertThatThrownBy(() -> operator.onCreate(claim, TestContext.of(claim)))
                .isInstanceOf(PermanentException.class)
                .hasMessage("Size must be set.");
    }

    @Test
    void the_template_gives_a_volume_of_the_name_and_the_size() {
        PersistentVolumeClaim volume = VolumeTemplate.volume("my-claim", "1Gi");

        assertThat(volume.getMetadata().getName()).isEqualTo("my-claim");
        assertThat(volume.getSpec().getResources().getRequests().get("storage")).hasToString("1Gi");
    }

    private static EphemeralVolumeClaim claim(String size) {
        EphemeralVolumeClaim claim = new EphemeralVolumeClaim();
        claim.setMetadata(new ObjectMetaBuilder()
                .withName("my-claim")
                .withNamespace("default")
                .build());
        claim.setSpec(EphemeralVolumeClaimSpec.builder().size(size).build());
        return claim;
    }
}

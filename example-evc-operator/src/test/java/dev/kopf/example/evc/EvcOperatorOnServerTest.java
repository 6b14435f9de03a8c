package dev.kopf.example.evc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.testing.OperatorExtension;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zalando.v1.EphemeralVolumeClaim;
import org.zalando.v1.EphemeralVolumeClaimSpec;

/** The running operator, on an API server in the process. */
class EvcOperatorOnServerTest {

    @RegisterExtension
    final OperatorExtension operator = OperatorExtension.of(new EvcOperator()).crds(Path.of("src/main/crds"));

    @Test
    void a_claim_gets_a_volume_and_loses_it_with_its_own_end() {
        create("1Gi");
        operator.await("the volume", () -> volume().get() != null);
        operator.await("the status", () -> claim().get().getStatus().asMap().containsKey("onCreate"));

        PersistentVolumeClaim volume = volume().get();
        assertThat(volume.getSpec().getResources().getRequests().get("storage")).hasToString("1Gi");
        assertThat(volume.getMetadata().getOwnerReferences())
                .singleElement()
                .satisfies(owner -> assertThat(owner.getUid())
                        .isEqualTo(claim().get().getMetadata().getUid()));

        claim().delete();
        operator.await("the end of the volume", () -> volume().get() == null);
    }

    @Test
    void a_claim_without_a_size_gets_no_volume() {
        create(null);
        operator.await(
                "the end of the handling",
                () -> claim().get()
                        .getMetadata()
                        .getAnnotations()
                        .containsKey("kopf.zalando.org/last-handled-configuration"));

        assertThat(volume().get()).isNull();
    }

    @Test
    void a_volume_of_the_same_name_that_belongs_to_nobody_is_not_taken_for_the_claims_own() {
        operator.client().resource(VolumeTemplate.volume("my-claim", "5Gi")).create();
        create("1Gi");
        operator.await(
                "the refusal",
                () -> claim().get()
                        .getMetadata()
                        .getAnnotations()
                        .getOrDefault("kopf.zalando.org/onCreate", "")
                        .contains("Another PVC"));

        volume().delete();
        operator.await(
                "the claim's own volume",
                () -> volume().get() != null
                        && !volume().get().getMetadata().getOwnerReferences().isEmpty());
    }

    private void create(String size) {
        EphemeralVolumeClaim claim = new EphemeralVolumeClaim();
        claim.setMetadata(new ObjectMetaBuilder().withName("my-claim").build());
        claim.setSpec(EphemeralVolumeClaimSpec.builder().size(size).build());
        operator.client().resource(claim).create();
    }

    private Resource<EphemeralVolumeClaim> claim() {
        return operator.client().resources(EphemeralVolumeClaim.class).withName("my-claim");
    }

    private Resource<PersistentVolumeClaim> volume() {
        return operator.client().persistentVolumeClaims().withName("my-claim");
    }
}

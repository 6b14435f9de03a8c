package dev.kopf.example.evc;

import dev.kopf.runtime.Operator;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.zalando.v1.EphemeralVolumeClaim;
import org.zalando.v1.EphemeralVolumeClaimSpec;

/** Plays the whole way of a claim, and tells what came of it. */
final class Scenario {

    private static final String PREFIX = "kopf.zalando.org/";
    private static final Path CRD = Path.of("src/main/crds/ephemeralvolumeclaims.zalando.org.yaml");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Cluster cluster;
    private final List<String> outcome = new ArrayList<>();

    Scenario(Cluster cluster) {
        this.cluster = cluster;
    }

    List<String> play() throws Exception {
        try (KubernetesClient client = cluster.client()) {
            install(client);
            create(client, "my-claim", "1Gi");
            outcome.add("before the start: created my-claim");
            try (Operator operator = started()) {
                creation(client);
                refusal(client);
                growth(client);
            }
            String version = claim(client, "my-claim").get().getMetadata().getResourceVersion();
            try (Operator operator = started()) {
                create(client, "later", "1Gi");
                await("the later claim", () -> lastHandled(client, "later").contains("1Gi"));
                boolean same = version.equals(
                        claim(client, "my-claim").get().getMetadata().getResourceVersion());
                outcome.add("after a restart: " + (same ? "not handled again" : "handled again"));
                claim(client, "my-claim").delete();
                await("the end of the claim", () -> claim(client, "my-claim").get() == null);
                await("the end of the volume", () -> isGone(client));
                outcome.add("after the deletion: no claim, no volume");
            }
        }
        return outcome;
    }

    private void creation(KubernetesClient client) {
        await("the first handling", () -> lastHandled(client, "my-claim").contains("1Gi"));
        EphemeralVolumeClaim claim = claim(client, "my-claim").get();
        outcome.add("status: " + claim.getStatus().asMap());
        PersistentVolumeClaim volume = volume(client).get();
        outcome.add("volume: " + sizeOf(volume) + ", owned by "
                + volume.getMetadata().getOwnerReferences().get(0).getKind() + " "
                + volume.getMetadata().getOwnerReferences().get(0).getName());
        outcome.add("last handled: " + lastHandled(client, "my-claim"));
    }

    private void refusal(KubernetesClient client) {
        create(client, "sizeless", null);
        await("the refusal", () -> !lastHandled(client, "sizeless").isEmpty());
        boolean none = client.persistentVolumeClaims()
                        .inNamespace("default")
                        .withName("sizeless")
                        .get()
                == null;
        outcome.add("without a size: " + (none ? "no volume" : "a volume") + ", last handled: "
                + lastHandled(client, "sizeless"));
    }

    /** A volume may grow once it is bound and its class allows it; nothing here runs volumes, so the test plays the provider. */
    private void growth(KubernetesClient client) {
        resize(client, "2Gi");
        String key = PREFIX + "onSpecSizeChange";
        await("the refusal", () -> annotations(client, "my-claim").containsKey(key));
        Map<?, ?> record =
                Serialization.unmarshal(annotations(client, "my-claim").get(key), Map.class);
        outcome.add("refused: "
                + record.get("message").toString().lines().findFirst().orElseThrow());
        client.resource(new StorageClassBuilder()
                        .withMetadata(
                                new ObjectMetaBuilder().withName("standard").build())
                        .withProvisioner("example.org/none")
                        .withAllowVolumeExpansion(true)
                        .build())
                .create();
        volume(client).editStatus(volume -> {
            volume.getStatus().setPhase("Bound");
            volume.getStatus().setCapacity(Map.of("storage", new Quantity("1Gi")));
            return volume;
        });
        await("the growth", () -> sizeOf(volume(client).get()).equals("2Gi"));
        outcome.add("once bound: " + sizeOf(volume(client).get()));
        await("the end of the handling", () -> lastHandled(client, "my-claim").contains("2Gi"));
        outcome.add("last handled: " + lastHandled(client, "my-claim"));
        outcome.add("annotations: " + annotations(client, "my-claim").keySet());
    }

    private static void install(KubernetesClient client) throws Exception {
        try (var crd = Files.newInputStream(CRD)) {
            client.load(crd).create();
        }
        await(
                "the kind",
                () -> client.resources(EphemeralVolumeClaim.class)
                                .inAnyNamespace()
                                .list()
                        != null);
    }

    private Operator started() throws Exception {
        cluster.crdsInstalled();
        Operator operator = Operator.builder()
                .handlers(new EvcOperator())
                .namespaces(List.of("default"))
                .kubeconfig(cluster.kubeconfig())
                .build();
        operator.start();
        if (!operator.awaitReady(PATIENCE)) {
            throw new IllegalStateException("The operator did not get ready.");
        }
        return operator;
    }

    private static void create(KubernetesClient client, String name, String size) {
        EphemeralVolumeClaim claim = new EphemeralVolumeClaim();
        claim.setMetadata(
                new ObjectMetaBuilder().withName(name).withNamespace("default").build());
        claim.setSpec(EphemeralVolumeClaimSpec.builder().size(size).build());
        client.resource(claim).create();
    }

    private static void resize(KubernetesClient client, String size) {
        claim(client, "my-claim").edit(claim -> {
            claim.setSpec(claim.getSpec().toBuilder().size(size).build());
            return claim;
        });
    }

    /** The real server protects volumes by a finalizer that a controller takes away; it is not among those that run here. */
    private static boolean isGone(KubernetesClient client) {
        PersistentVolumeClaim volume = volume(client).get();
        if (volume != null && volume.getMetadata().getDeletionTimestamp() != null) {
            volume(client).edit(protectedVolume -> {
                protectedVolume.getMetadata().setFinalizers(List.of());
                return protectedVolume;
            });
        }
        return volume == null;
    }

    private static Resource<EphemeralVolumeClaim> claim(KubernetesClient client, String name) {
        return client.resources(EphemeralVolumeClaim.class)
                .inNamespace("default")
                .withName(name);
    }

    private static Resource<PersistentVolumeClaim> volume(KubernetesClient client) {
        return client.persistentVolumeClaims().inNamespace("default").withName("my-claim");
    }

    private static String sizeOf(PersistentVolumeClaim volume) {
        return volume.getSpec().getResources().getRequests().get("storage").toString();
    }

    private static String lastHandled(KubernetesClient client, String name) {
        return annotations(client, name)
                .getOrDefault(PREFIX + "last-handled-configuration", "")
                .strip();
    }

    private static Map<String, String> annotations(KubernetesClient client, String name) {
        Map<String, String> annotations =
                claim(client, name).get().getMetadata().getAnnotations();
        return annotations == null ? Map.of() : annotations;
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(condition);
    }
}

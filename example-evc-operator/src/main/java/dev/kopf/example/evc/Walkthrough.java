package dev.kopf.example.evc;

import dev.kopf.runtime.Operator;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.zalando.v1.EphemeralVolumeClaim;
import org.zalando.v1.EphemeralVolumeClaimSpec;

/** Plays the walkthrough, and shows at each step the command that a person would type, the operator's log, and the objects. */
final class Walkthrough {

    private static final String CRD = "/META-INF/kubernetes/crds/ephemeralvolumeclaims.zalando.org.yaml";
    private static final String NAME = "my-claim";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KubernetesClient client;
    private final PrintWriter out;

    Walkthrough(KubernetesClient client, PrintWriter out) {
        this.client = client;
        this.out = out;
    }

    void play(Operator operator) throws InterruptedException {
        step("The cluster learns the kind, and the operator starts.");
        command("kubectl apply -f src/main/crds/ephemeralvolumeclaims.zalando.org.yaml");
        install();
        command("java -jar target/evc-operator.jar run -n default");
        operator.start();
        if (!operator.awaitReady(PATIENCE)) {
            throw new IllegalStateException("The operator did not get ready within " + PATIENCE.toSeconds() + " s.");
        }

        step(
                "A claim is created: the operator makes a volume, which belongs to the claim, and puts its name into the status.");
        command("kubectl apply -f my-claim.yaml");
        show(client.resource(claim()).create());
        until("the claim's status", () -> {
            EphemeralVolumeClaim claim = claims().get();
            return claim != null && claim.getStatus().asMap().containsKey("onCreate");
        });
        command("kubectl get evc my-claim -o yaml");
        show(claims().get());
        command("kubectl get pvc my-claim -o yaml");
        show(volume().get());

        step(
                "The claim grows, and its volume with it. (A storage provider would have bound the volume by now; the demo does it.)");
        bind();
        command("kubectl patch evc my-claim --type merge -p '{\"spec\": {\"size\": \"2Gi\"}}'");
        claims().edit(claim -> {
            claim.setSpec(claim.getSpec().toBuilder().size("2Gi").build());
            return claim;
        });
        until("the volume's growth", () -> "2Gi".equals(sizeOf(volume().get())));
        command("kubectl get pvc my-claim -o jsonpath='{.spec.resources.requests.storage}'");
        out.println(sizeOf(volume().get()));

        step("The claim is deleted, and its volume goes with it.");
        command("kubectl delete evc my-claim");
        claims().delete();
        until("the end of the volume", () -> volume().get() == null);
        command("kubectl get evc,pvc");
        out.println("No resources found in default namespace.");
        out.flush();
    }

    private void install() {
        InputStream crd = Walkthrough.class.getResourceAsStream(CRD);
        client.load(Objects.requireNonNull(crd, "The CRD is missing in the jar."))
                .create();
        out.println("customresourcedefinition.apiextensions.k8s.io/ephemeralvolumeclaims.zalando.org created");
    }

    private static EphemeralVolumeClaim claim() {
        EphemeralVolumeClaim claim = new EphemeralVolumeClaim();
        claim.setMetadata(
                new ObjectMetaBuilder().withName(NAME).withNamespace("default").build());
        claim.setSpec(EphemeralVolumeClaimSpec.builder().size("1Gi").build());
        return claim;
    }

    private Resource<EphemeralVolumeClaim> claims() {
        return client.resources(EphemeralVolumeClaim.class)
                .inNamespace("default")
                .withName(NAME);
    }

    private Resource<PersistentVolumeClaim> volume() {
        return client.persistentVolumeClaims().inNamespace("default").withName(NAME);
    }

    /** What a storage provider does: a class whose volumes may grow, and a volume that is bound. */
    private void bind() {
        client.resource(new StorageClassBuilder()
                        .withNewMetadata()
                        .withName("standard")
                        .endMetadata()
                        .withProvisioner("example.org/demo")
                        .withAllowVolumeExpansion(true)
                        .build())
                .create();
        volume().editStatus(volume -> {
            volume.getStatus().setPhase("Bound");
            volume.getStatus().setCapacity(Map.of("storage", new Quantity("1Gi")));
            return volume;
        });
    }

    private static String sizeOf(@Nullable PersistentVolumeClaim volume) {
        return volume == null
                ? ""
                : String.valueOf(volume.getSpec().getResources().getRequests().get("storage"));
    }

    private void step(String text) {
        out.printf("%n# %s%n", text);
        out.flush();
    }

    private void command(String text) {
        out.printf("%n$ %s%n", text);
        out.flush();
    }

    private void show(HasMetadata object) {
        out.print(Serialization.asYaml(object));
        out.flush();
    }

    private static void until(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("Waited " + PATIENCE.toSeconds() + " s in vain for " + what + ".");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}

package dev.kopf.example.evc;

import dev.kopf.runtime.Kopf;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.handler.UpdateContext;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zalando.v1.EphemeralVolumeClaim;
import org.zalando.v1.EphemeralVolumeClaimHandler;

/** Gives each EphemeralVolumeClaim a PersistentVolumeClaim, which grows with it and goes with it. */
public final class EvcOperator implements EphemeralVolumeClaimHandler {

    private static final int ALREADY_EXISTS = 409;

    /** Runs the operator, or its demo. */
    public static void main(String[] args) {
        Kopf.application(new EvcOperator())
                .name("evc-operator")
                .command(new DemoCommand())
                .main(args);
    }

    @Override
    public Object onCreate(EphemeralVolumeClaim claim, CreateContext ctx) {
        PersistentVolumeClaim volume =
                ctx.adopt(VolumeTemplate.volume(claim.getMetadata().getName(), sizeOf(claim)));
        try {
            ctx.client().resource(volume).create();
            ctx.logger().info("PVC child is created: {}", volume.getMetadata().getName());
        } catch (KubernetesClientException e) {
            if (e.getCode() != ALREADY_EXISTS) {
                throw e; // retried, with growing pauses
            }
            requireOurs(claim, ctx.client().resource(volume).get());
            ctx.logger()
                    .info("PVC child exists already: {}", volume.getMetadata().getName());
        }
        return Map.of("pvc-name", volume.getMetadata().getName());
    }

    /**
     * A handler may be called again after a crash: what it made then is still there. But a volume of that name can also belong to an
     * earlier claim, and be on its way out.
     */
    private static void requireOurs(EphemeralVolumeClaim claim, @Nullable PersistentVolumeClaim volume) {
        boolean ours = volume != null
                && volume.getMetadata().getDeletionTimestamp() == null
                && volume.getMetadata().getOwnerReferences().stream()
                        .anyMatch(owner ->
                                owner.getUid().equals(claim.getMetadata().getUid()));
        if (!ours) {
            throw new TemporaryException(
                    "Another PVC has the name " + claim.getMetadata().getName() + ".");
        }
    }

    @Override
    public @Nullable Object onSpecSizeChange(EphemeralVolumeClaim claim, FieldChange<String> size, UpdateContext ctx) {
        Quantity wanted = new Quantity(sizeOf(claim));
        try {
            ctx.client()
                    .persistentVolumeClaims()
                    .inNamespace(claim.getMetadata().getNamespace())
                    .withName(claim.getMetadata().getName())
                    .edit(volume -> {
                        volume.getSpec().getResources().getRequests().put("storage", wanted);
                        return volume;
                    });
        } catch (KubernetesClientException e) {
            // Retried with growing pauses: once the volume is bound, it may grow.
            throw new TemporaryException("PVC child cannot be resized yet: " + reason(e), null, e);
        }
        ctx.logger().info("PVC child is resized: {} -> {}", size.oldValue(), size.newValue());
        return null;
    }

    private static String sizeOf(EphemeralVolumeClaim claim) {
        String size = claim.getSpec().getSize();
        if (size == null) {
            throw new PermanentException("Size must be set.");
        }
        return size;
    }

    private static @Nullable String reason(KubernetesClientException refusal) {
        return refusal.getStatus() == null
                ? refusal.getMessage()
                : refusal.getStatus().getMessage();
    }
}

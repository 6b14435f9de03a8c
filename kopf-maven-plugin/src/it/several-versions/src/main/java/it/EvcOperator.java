package it;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.handler.UpdateContext;
import org.zalando.v1beta1.EphemeralVolumeClaim;
import org.zalando.v1beta1.EphemeralVolumeClaimHandler;

final class EvcOperator implements EphemeralVolumeClaimHandler {

    @Override
    public void onSpecCapacityChange(EphemeralVolumeClaim claim, FieldChange<String> capacity, UpdateContext ctx) {
        org.zalando.v1.EphemeralVolumeClaim stored = new org.zalando.v1.EphemeralVolumeClaim();
        stored.setSpec(org.zalando.v1.EphemeralVolumeClaimSpec.builder().size(claim.getSpec().getCapacity()).build());
    }
}

package it;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.UpdateContext;
import org.zalando.v1.EphemeralVolumeClaim;
import org.zalando.v1.EphemeralVolumeClaimHandler;

public final class EvcOperator implements EphemeralVolumeClaimHandler {
    @Override
    public Object onCreate(EphemeralVolumeClaim claim, CreateContext context) {
        return String.valueOf(claim.getSpec().getSize());
    }

    @Override
    public void onSpecSizeChange(EphemeralVolumeClaim claim, FieldChange<String> size, UpdateContext context) {}
}

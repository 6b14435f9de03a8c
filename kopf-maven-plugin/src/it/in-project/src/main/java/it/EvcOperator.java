package it;

import dev.kopf.runtime.handler.CreateContext;
import java.util.Map;
import org.zalando.v1.EphemeralVolumeClaim;
import org.zalando.v1.EphemeralVolumeClaimHandler;

public final class EvcOperator implements EphemeralVolumeClaimHandler {
    @Override
    public Object onCreate(EphemeralVolumeClaim claim, CreateContext context) {
        return Map.of("size", String.valueOf(claim.getSpec().getSize()));
    }
}

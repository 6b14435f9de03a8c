package it;

import my.claims.EphemeralVolumeClaim;
import my.claims.OtherClaim;

public final class Uses {
    public EphemeralVolumeClaim claim;
    public OtherClaim other;
}

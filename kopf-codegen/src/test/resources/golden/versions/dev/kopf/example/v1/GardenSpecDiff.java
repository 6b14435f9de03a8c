// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.garden.FenceDiff;
import dev.kopf.example.v1.garden.SoilDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link GardenSpec}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class GardenSpecDiff extends ObjectDiff<GardenSpec> {
    /** Of two states, of which each may be absent. */
    public GardenSpecDiff(@Nullable GardenSpec oldValue, @Nullable GardenSpec newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>size</code>. */
    public FieldChange<String> size() {
        return field(GardenSpec::getSize);
    }

    /** What changed in <code>soil</code>. */
    public SoilDiff soil() {
        return new SoilDiff(ofOld(GardenSpec::getSoil), ofNew(GardenSpec::getSoil));
    }

    /** What changed in <code>fence</code>. */
    public FenceDiff fence() {
        return new FenceDiff(ofOld(GardenSpec::getFence), ofNew(GardenSpec::getFence));
    }
}

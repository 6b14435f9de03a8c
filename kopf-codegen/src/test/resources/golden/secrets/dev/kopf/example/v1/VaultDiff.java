// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.runtime.essence.MetadataDiff;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Vault}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class VaultDiff extends ObjectDiff<Vault> {
    private VaultDiff(@Nullable Vault oldValue, @Nullable Vault newValue) {
        super(oldValue, newValue);
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static VaultDiff between(@Nullable Vault oldValue, @Nullable Vault newValue) {
        return new VaultDiff(oldValue, newValue);
    }

    /** What changed in the metadata. */
    public MetadataDiff metadata() {
        return new MetadataDiff(states("metadata"), true);
    }

    /** What changed in <code>spec</code>. */
    public VaultSpecDiff spec() {
        return new VaultSpecDiff(states("spec"));
    }
}

// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.gateway.Pool;
import dev.kopf.example.v1.gateway.PoolDiff;
import dev.kopf.runtime.essence.KeyedListChange;
import dev.kopf.runtime.essence.MetadataDiff;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Gateway}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class GatewayDiff extends ObjectDiff<Gateway> {
    private GatewayDiff(@Nullable Gateway oldValue, @Nullable Gateway newValue) {
        super(oldValue, newValue);
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static GatewayDiff between(@Nullable Gateway oldValue, @Nullable Gateway newValue) {
        return new GatewayDiff(oldValue, newValue);
    }

    /** What changed in the metadata. */
    public MetadataDiff metadata() {
        return new MetadataDiff(states("metadata"), false);
    }

    /** What changed in <code>spec</code>. */
    public GatewaySpecDiff spec() {
        return new GatewaySpecDiff(states("spec"));
    }

    /** What changed in <code>pools</code>. */
    public KeyedListChange<String, Pool, PoolDiff> pools() {
        return keyed("pools", Types.object(Pool::new), Pool::getName, PoolDiff::new);
    }
}

// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.shape;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Port}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class PortDiff extends ObjectDiff<Port> {
    /** Of two states, of which each may be absent. */
    public PortDiff(@Nullable Port oldValue, @Nullable Port newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>port</code>. */
    public FieldChange<Long> port() {
        return field(Port::getPort);
    }

    /** What changed in <code>protocol</code>. */
    public FieldChange<String> protocol() {
        return field(Port::getProtocol);
    }
}

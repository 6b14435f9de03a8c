// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.gateway;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Port}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class PortDiff extends ObjectDiff<Port> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public PortDiff(JsonStates states) {
        super(states, Types.object(Port::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static PortDiff between(@Nullable Port oldValue, @Nullable Port newValue) {
        return new PortDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>port</code>. */
    public FieldChange<Integer> port() {
        return field("port", Types.INTEGER);
    }

    /** What changed in <code>protocol</code>. */
    public FieldChange<Protocol> protocol() {
        return field("protocol", Types.text(Protocol::of));
    }

    /** What changed in <code>appName</code>. */
    public FieldChange<String> appName() {
        return field("appName", Types.TEXT);
    }
}

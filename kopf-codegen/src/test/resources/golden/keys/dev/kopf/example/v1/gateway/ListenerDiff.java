// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.gateway;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.KeyedListChange;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Listener}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class ListenerDiff extends ObjectDiff<Listener> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public ListenerDiff(JsonStates states) {
        super(states, Types.object(Listener::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static ListenerDiff between(@Nullable Listener oldValue, @Nullable Listener newValue) {
        return new ListenerDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>name</code>. */
    public FieldChange<String> name() {
        return field("name", Types.TEXT);
    }

    /** What changed in <code>ports</code>. */
    public KeyedListChange<Listener.PortKey, Port, PortDiff> ports() {
        return keyed("ports", Types.object(Port::new), Listener.PortKey::of, PortDiff::new);
    }
}

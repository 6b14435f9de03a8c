// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.gateway;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.KeyedListChange;
import dev.kopf.runtime.essence.ObjectDiff;
import java.util.Arrays;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Listener}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class ListenerDiff extends ObjectDiff<Listener> {
    /** Of two states, of which each may be absent. */
    public ListenerDiff(@Nullable Listener oldValue, @Nullable Listener newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>name</code>. */
    public FieldChange<String> name() {
        return field(Listener::getName);
    }

    /** What changed in <code>ports</code>. */
    public KeyedListChange<List<@Nullable Object>, Port, PortDiff> ports() {
        return keyed(Listener::getPorts, item -> Arrays.<@Nullable Object>asList(item.getPort(), item.getProtocol()), PortDiff::new);
    }
}

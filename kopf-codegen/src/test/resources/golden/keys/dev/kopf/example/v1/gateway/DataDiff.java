// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.gateway;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import java.math.BigDecimal;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Data}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class DataDiff extends ObjectDiff<Data> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public DataDiff(JsonStates states) {
        super(states, Types.object(Data::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static DataDiff between(@Nullable Data oldValue, @Nullable Data newValue) {
        return new DataDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>id</code>. */
    public FieldChange<BigDecimal> id() {
        return field("id", Types.DECIMAL);
    }
}

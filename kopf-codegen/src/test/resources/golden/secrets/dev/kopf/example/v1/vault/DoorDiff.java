// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.vault;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Password;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Door}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class DoorDiff extends ObjectDiff<Door> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public DoorDiff(JsonStates states) {
        super(states, Types.object(Door::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static DoorDiff between(@Nullable Door oldValue, @Nullable Door newValue) {
        return new DoorDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>name</code>. */
    public FieldChange<String> name() {
        return field("name", Types.TEXT);
    }

    /** What changed in <code>floor</code>. */
    public FieldChange<Password> floor() {
        return field("floor", Types.PASSWORD);
    }

    /** What changed in <code>pin</code>. */
    public FieldChange<Long> pin() {
        return field("pin", Types.secret(Types.LONG));
    }
}

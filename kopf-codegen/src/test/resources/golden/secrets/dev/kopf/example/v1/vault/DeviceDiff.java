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

/** What changed between two states of {@link Device}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class DeviceDiff extends ObjectDiff<Device> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public DeviceDiff(JsonStates states) {
        super(states, Types.object(Device::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static DeviceDiff between(@Nullable Device oldValue, @Nullable Device newValue) {
        return new DeviceDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>devicePath</code>. */
    public FieldChange<String> devicePath() {
        return field("devicePath", Types.TEXT);
    }

    /** What changed in <code>name</code>. */
    public FieldChange<Password> name() {
        return field("name", Types.PASSWORD);
    }
}

// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.vault.DeviceDiff;
import dev.kopf.example.v1.vault.Door;
import dev.kopf.example.v1.vault.DoorDiff;
import dev.kopf.example.v1.vault.Floor;
import dev.kopf.example.v1.vault.Item;
import dev.kopf.example.v1.vault.WholeDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.KeyedListChange;
import dev.kopf.runtime.essence.MapChange;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.essence.SetChange;
import dev.kopf.runtime.typed.IntOrString;
import dev.kopf.runtime.typed.Password;
import dev.kopf.runtime.typed.Types;
import java.math.BigDecimal;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link VaultSpec}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class VaultSpecDiff extends ObjectDiff<VaultSpec> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public VaultSpecDiff(JsonStates states) {
        super(states, Types.object(VaultSpec::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static VaultSpecDiff between(@Nullable VaultSpec oldValue,
            @Nullable VaultSpec newValue) {
        return new VaultSpecDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>name</code>. */
    public FieldChange<String> name() {
        return field("name", Types.TEXT);
    }

    /** What changed in <code>pin</code>. */
    public FieldChange<Long> pin() {
        return field("pin", Types.secret(Types.LONG));
    }

    /** What changed in <code>code</code>. */
    public FieldChange<BigDecimal> code() {
        return field("code", Types.secret(Types.DECIMAL));
    }

    /** What changed in <code>choice</code>. */
    public FieldChange<Password> choice() {
        return field("choice", Types.PASSWORD);
    }

    /** What changed in <code>either</code>. */
    public FieldChange<IntOrString> either() {
        return field("either", Types.secret(Types.INT_OR_STRING));
    }

    /** What changed in <code>eitherOf</code>. */
    public FieldChange<IntOrString> eitherOf() {
        return field("eitherOf", Types.secret(Types.INT_OR_STRING));
    }

    /** What changed in <code>untyped</code>. */
    public FieldChange<Object> untyped() {
        return field("untyped", Types.secret(Types.ANY));
    }

    /** What changed in <code>open</code>. */
    public MapChange<@Nullable Object> open() {
        return map("open", Types.secret(Types.ANY));
    }

    /** What changed in <code>inAllOf</code>. */
    public FieldChange<Password> inAllOf() {
        return field("inAllOf", Types.PASSWORD);
    }

    /** What changed in <code>above</code>. */
    public FieldChange<Long> above() {
        return field("above", Types.secret(Types.LONG));
    }

    /** What changed in <code>items</code>. */
    public FieldChange<List<Item>> items() {
        return field("items", Types.list(Types.object(Item::new)));
    }

    /** What changed in <code>pins</code>. */
    public FieldChange<List<Long>> pins() {
        return field("pins", Types.list(Types.secret(Types.LONG)));
    }

    /** What changed in <code>members</code>. */
    public SetChange<Long> members() {
        return set("members", Types.secret(Types.LONG));
    }

    /** What changed in <code>pinsByName</code>. */
    public MapChange<Long> pinsByName() {
        return map("pinsByName", Types.secret(Types.LONG));
    }

    /** What changed in <code>doors</code>. */
    public KeyedListChange<VaultSpec.DoorKey, Door, DoorDiff> doors() {
        return keyed("doors", Types.object(Door::new), VaultSpec.DoorKey::of, DoorDiff::new);
    }

    /** What changed in <code>floors</code>. */
    public FieldChange<List<Floor>> floors() {
        return field("floors", Types.list(Types.object(Floor::new)));
    }

    /** What changed in <code>device</code>. */
    public DeviceDiff device() {
        return new DeviceDiff(states("device"));
    }

    /** What changed in <code>whole</code>. */
    public WholeDiff whole() {
        return new WholeDiff(states("whole"));
    }
}

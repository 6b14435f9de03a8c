// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.vault.DeviceDiff;
import dev.kopf.example.v1.vault.Door;
import dev.kopf.example.v1.vault.DoorDiff;
import dev.kopf.example.v1.vault.Floor;
import dev.kopf.example.v1.vault.Item;
import dev.kopf.example.v1.vault.WholeDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.KeyedListChange;
import dev.kopf.runtime.essence.MapChange;
import dev.kopf.runtime.essence.SetChange;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.DeleteContext;
import dev.kopf.runtime.handler.DispatchedBy;
import dev.kopf.runtime.handler.EventContext;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.handler.ResumeContext;
import dev.kopf.runtime.handler.UpdateContext;
import dev.kopf.runtime.typed.IntOrString;
import dev.kopf.runtime.typed.Password;
import java.math.BigDecimal;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Handles objects of the kind <code>Vault</code>. All methods are optional; one that is not implemented costs nothing.
 *
 * @see VaultDispatch#on()
 */
@DispatchedBy(VaultDispatch.class)
@NullMarked
@Generated("dev.kopf.codegen")
public interface VaultHandler extends HandlerSource {
    /**
     * Called for an object that was never handled before, until it succeeds.
     *
     * @return the result, which is stored in {@code status.onCreate}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onCreate(Vault vault, CreateContext context) throws Exception {
        return null;
    }

    /**
     * Called when an object that was handled before has changed, in whatever is no status.
     *
     * @return the result, which is stored in {@code status.onUpdate}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onUpdate(Vault vault, VaultDiff diff, UpdateContext context) throws Exception {
        return null;
    }

    /**
     * Called once after the operator has started, for an object that was handled before.
     *
     * @return the result, which is stored in {@code status.onResume}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onResume(Vault vault, ResumeContext context) throws Exception {
        return null;
    }

    /**
     * Called when the object is being deleted; the object is kept until this succeeds.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onDelete(Vault vault, DeleteContext context) throws Exception {}

    /**
     * Called for every event of the object as it comes. Nothing about it is stored, and it is not repeated.
     *
     * @throws Exception what is thrown is logged and ignored
     */
    default void onEvent(Vault vault, EventContext context) throws Exception {}

    /**
     * Called when <code>spec.name</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecNameChange(Vault vault, FieldChange<String> name, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.pin</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecPinChange(Vault vault, FieldChange<Long> pin, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.code</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecCodeChange(Vault vault, FieldChange<BigDecimal> code, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.choice</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecChoiceChange(Vault vault, FieldChange<Password> choice,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.either</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecEitherChange(Vault vault, FieldChange<IntOrString> either,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.eitherOf</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecEitherOfChange(Vault vault, FieldChange<IntOrString> eitherOf,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.untyped</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecUntypedChange(Vault vault, FieldChange<Object> untyped,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.open</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecOpenChange(Vault vault, MapChange<@Nullable Object> open,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.inAllOf</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecInAllOfChange(Vault vault, FieldChange<Password> inAllOf,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.above</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecAboveChange(Vault vault, FieldChange<Long> above, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.items</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecItemsChange(Vault vault, FieldChange<List<Item>> items,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.pins</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecPinsChange(Vault vault, FieldChange<List<Long>> pins, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.members</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecMembersChange(Vault vault, SetChange<Long> members, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.pinsByName</code> of an object that was handled before changes, appears or goes. Not
     * called at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecPinsByNameChange(Vault vault, MapChange<Long> pinsByName,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.doors</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecDoorsChange(Vault vault,
            KeyedListChange<VaultSpec.DoorKey, Door, DoorDiff> doors, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.floors</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecFloorsChange(Vault vault, FieldChange<List<Floor>> floors,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.device</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecDeviceChange(Vault vault, DeviceDiff device, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.whole</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecWholeChange(Vault vault, WholeDiff whole, UpdateContext context) throws Exception {}
}

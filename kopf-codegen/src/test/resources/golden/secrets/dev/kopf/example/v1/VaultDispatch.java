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
import dev.kopf.runtime.handler.ChangeFunction;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.DeleteContext;
import dev.kopf.runtime.handler.Dispatch;
import dev.kopf.runtime.handler.EventContext;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerMethods;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.HandlerRegistration;
import dev.kopf.runtime.handler.ResumeContext;
import dev.kopf.runtime.handler.UpdateContext;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.ResourceKind;
import dev.kopf.runtime.typed.IntOrString;
import dev.kopf.runtime.typed.Password;
import java.math.BigDecimal;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Hands objects of the kind <code>Vault</code> to handlers: to those of {@link VaultHandler}, and to lambdas that are
 * registered with {@link #on()}.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class VaultDispatch implements Dispatch<VaultHandler> {
    /** The kind. */
    public static final ResourceKind KIND = ResourceKind.namespaced("example.kopf.dev", "v1", "Vault", "vaults")
    .withSecrets(
        FieldPath.of("spec", "pin"),
        FieldPath.of("spec", "code"),
        FieldPath.of("spec", "choice"),
        FieldPath.of("spec", "either"),
        FieldPath.of("spec", "eitherOf"),
        FieldPath.of("spec", "untyped"),
        FieldPath.of("spec", "open", "*"),
        FieldPath.of("spec", "inAllOf"),
        FieldPath.of("spec", "above"),
        FieldPath.of("spec", "items", "*", "hidden"),
        FieldPath.of("spec", "pins", "*"),
        FieldPath.of("spec", "members", "*"),
        FieldPath.of("spec", "pinsByName", "*"),
        FieldPath.of("spec", "doors", "*", "floor"),
        FieldPath.of("spec", "doors", "*", "pin"),
        FieldPath.of("spec", "floors", "*", "pin"),
        FieldPath.of("spec", "device", "name"),
        FieldPath.of("spec", "whole"));

    /** Starts a registration of lambdas. */
    public static Registration on() {
        return new Registration();
    }

    @Override
    public List<Handler> handlersOf(VaultHandler source) {
        HandlerMethods<VaultHandler> methods = HandlerMethods.of(VaultHandler.class, source);
        Registration on = on();
        methods.options("onCreate", Vault.class, CreateContext.class)
                .ifPresent(options -> on.create(options, source::onCreate));
        methods.options("onUpdate", Vault.class, VaultDiff.class, UpdateContext.class)
                .ifPresent(options -> on.update(options, source::onUpdate));
        methods.options("onResume", Vault.class, ResumeContext.class)
                .ifPresent(options -> on.resume(options, source::onResume));
        methods.options("onDelete", Vault.class, DeleteContext.class)
                .ifPresent(options -> on.delete(options, source::onDelete));
        methods.eventOptions("onEvent", Vault.class, EventContext.class)
                .ifPresent(options -> on.event(options, source::onEvent));
        addFields(methods, source, on);
        on.annotated(source);
        return on.handlers();
    }

    private static void addFields(HandlerMethods<VaultHandler> methods, VaultHandler source,
            Registration on) {
        methods.options("onSpecNameChange", Vault.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specNameChange(options,
                        ChangeFunction.withoutResult(source::onSpecNameChange)));
        methods.options("onSpecPinChange", Vault.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specPinChange(options,
                        ChangeFunction.withoutResult(source::onSpecPinChange)));
        methods.options("onSpecCodeChange", Vault.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specCodeChange(options,
                        ChangeFunction.withoutResult(source::onSpecCodeChange)));
        methods.options("onSpecChoiceChange", Vault.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specChoiceChange(options,
                        ChangeFunction.withoutResult(source::onSpecChoiceChange)));
        methods.options("onSpecEitherChange", Vault.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specEitherChange(options,
                        ChangeFunction.withoutResult(source::onSpecEitherChange)));
        methods.options("onSpecEitherOfChange", Vault.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specEitherOfChange(options,
                        ChangeFunction.withoutResult(source::onSpecEitherOfChange)));
        methods.options("onSpecUntypedChange", Vault.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specUntypedChange(options,
                        ChangeFunction.withoutResult(source::onSpecUntypedChange)));
        methods.options("onSpecOpenChange", Vault.class, MapChange.class, UpdateContext.class)
                .ifPresent(options -> on.specOpenChange(options,
                        ChangeFunction.withoutResult(source::onSpecOpenChange)));
        methods.options("onSpecInAllOfChange", Vault.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specInAllOfChange(options,
                        ChangeFunction.withoutResult(source::onSpecInAllOfChange)));
        methods.options("onSpecAboveChange", Vault.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specAboveChange(options,
                        ChangeFunction.withoutResult(source::onSpecAboveChange)));
        methods.options("onSpecItemsChange", Vault.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specItemsChange(options,
                        ChangeFunction.withoutResult(source::onSpecItemsChange)));
        methods.options("onSpecPinsChange", Vault.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specPinsChange(options,
                        ChangeFunction.withoutResult(source::onSpecPinsChange)));
        methods.options("onSpecMembersChange", Vault.class, SetChange.class, UpdateContext.class)
                .ifPresent(options -> on.specMembersChange(options,
                        ChangeFunction.withoutResult(source::onSpecMembersChange)));
        methods.options("onSpecPinsByNameChange", Vault.class, MapChange.class, UpdateContext.class)
                .ifPresent(options -> on.specPinsByNameChange(options,
                        ChangeFunction.withoutResult(source::onSpecPinsByNameChange)));
        methods.options("onSpecDoorsChange", Vault.class, KeyedListChange.class, UpdateContext.class)
                .ifPresent(options -> on.specDoorsChange(options,
                        ChangeFunction.withoutResult(source::onSpecDoorsChange)));
        methods.options("onSpecFloorsChange", Vault.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specFloorsChange(options,
                        ChangeFunction.withoutResult(source::onSpecFloorsChange)));
        methods.options("onSpecDeviceChange", Vault.class, DeviceDiff.class, UpdateContext.class)
                .ifPresent(options -> on.specDeviceChange(options,
                        ChangeFunction.withoutResult(source::onSpecDeviceChange)));
        methods.options("onSpecWholeChange", Vault.class, WholeDiff.class, UpdateContext.class)
                .ifPresent(options -> on.specWholeChange(options,
                        ChangeFunction.withoutResult(source::onSpecWholeChange)));
    }

    /**
     * Handlers as lambdas, in the order of their registration. Not safe for use by several threads while it is filled.
     */
    public static final class Registration extends HandlerRegistration<Vault, VaultDiff, Registration> {
        private Registration() {
            super(KIND, Vault.class, VaultDiff::between);
        }

        /** Registers a handler for changes of <code>spec.name</code> of objects that were handled before. */
        public Registration specNameChange(String id,
                ChangeFunction<Vault, FieldChange<String>> function) {
            return specNameChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.name</code> of objects that were handled before. */
        public Registration specNameChange(HandlerOptions options,
                ChangeFunction<Vault, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "name"), diff -> diff.spec().name(), function);
        }

        /** Registers a handler for changes of <code>spec.pin</code> of objects that were handled before. */
        public Registration specPinChange(String id,
                ChangeFunction<Vault, FieldChange<Long>> function) {
            return specPinChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.pin</code> of objects that were handled before. */
        public Registration specPinChange(HandlerOptions options,
                ChangeFunction<Vault, FieldChange<Long>> function) {
            return field(options, FieldPath.of("spec", "pin"), diff -> diff.spec().pin(), function);
        }

        /** Registers a handler for changes of <code>spec.code</code> of objects that were handled before. */
        public Registration specCodeChange(String id,
                ChangeFunction<Vault, FieldChange<BigDecimal>> function) {
            return specCodeChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.code</code> of objects that were handled before. */
        public Registration specCodeChange(HandlerOptions options,
                ChangeFunction<Vault, FieldChange<BigDecimal>> function) {
            return field(options, FieldPath.of("spec", "code"), diff -> diff.spec().code(), function);
        }

        /** Registers a handler for changes of <code>spec.choice</code> of objects that were handled before. */
        public Registration specChoiceChange(String id,
                ChangeFunction<Vault, FieldChange<Password>> function) {
            return specChoiceChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.choice</code> of objects that were handled before. */
        public Registration specChoiceChange(HandlerOptions options,
                ChangeFunction<Vault, FieldChange<Password>> function) {
            return field(options, FieldPath.of("spec", "choice"), diff -> diff.spec().choice(), function);
        }

        /** Registers a handler for changes of <code>spec.either</code> of objects that were handled before. */
        public Registration specEitherChange(String id,
                ChangeFunction<Vault, FieldChange<IntOrString>> function) {
            return specEitherChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.either</code> of objects that were handled before. */
        public Registration specEitherChange(HandlerOptions options,
                ChangeFunction<Vault, FieldChange<IntOrString>> function) {
            return field(options, FieldPath.of("spec", "either"), diff -> diff.spec().either(), function);
        }

        /** Registers a handler for changes of <code>spec.eitherOf</code> of objects that were handled before. */
        public Registration specEitherOfChange(String id,
                ChangeFunction<Vault, FieldChange<IntOrString>> function) {
            return specEitherOfChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.eitherOf</code> of objects that were handled before. */
        public Registration specEitherOfChange(HandlerOptions options,
                ChangeFunction<Vault, FieldChange<IntOrString>> function) {
            return field(options, FieldPath.of("spec", "eitherOf"), diff -> diff.spec().eitherOf(), function);
        }

        /** Registers a handler for changes of <code>spec.untyped</code> of objects that were handled before. */
        public Registration specUntypedChange(String id,
                ChangeFunction<Vault, FieldChange<Object>> function) {
            return specUntypedChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.untyped</code> of objects that were handled before. */
        public Registration specUntypedChange(HandlerOptions options,
                ChangeFunction<Vault, FieldChange<Object>> function) {
            return field(options, FieldPath.of("spec", "untyped"), diff -> diff.spec().untyped(), function);
        }

        /** Registers a handler for changes of <code>spec.open</code> of objects that were handled before. */
        public Registration specOpenChange(String id,
                ChangeFunction<Vault, MapChange<@Nullable Object>> function) {
            return specOpenChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.open</code> of objects that were handled before. */
        public Registration specOpenChange(HandlerOptions options,
                ChangeFunction<Vault, MapChange<@Nullable Object>> function) {
            return field(options, FieldPath.of("spec", "open"), diff -> diff.spec().open(), function);
        }

        /** Registers a handler for changes of <code>spec.inAllOf</code> of objects that were handled before. */
        public Registration specInAllOfChange(String id,
                ChangeFunction<Vault, FieldChange<Password>> function) {
            return specInAllOfChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.inAllOf</code> of objects that were handled before. */
        public Registration specInAllOfChange(HandlerOptions options,
                ChangeFunction<Vault, FieldChange<Password>> function) {
            return field(options, FieldPath.of("spec", "inAllOf"), diff -> diff.spec().inAllOf(), function);
        }

        /** Registers a handler for changes of <code>spec.above</code> of objects that were handled before. */
        public Registration specAboveChange(String id,
                ChangeFunction<Vault, FieldChange<Long>> function) {
            return specAboveChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.above</code> of objects that were handled before. */
        public Registration specAboveChange(HandlerOptions options,
                ChangeFunction<Vault, FieldChange<Long>> function) {
            return field(options, FieldPath.of("spec", "above"), diff -> diff.spec().above(), function);
        }

        /** Registers a handler for changes of <code>spec.items</code> of objects that were handled before. */
        public Registration specItemsChange(String id,
                ChangeFunction<Vault, FieldChange<List<Item>>> function) {
            return specItemsChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.items</code> of objects that were handled before. */
        public Registration specItemsChange(HandlerOptions options,
                ChangeFunction<Vault, FieldChange<List<Item>>> function) {
            return field(options, FieldPath.of("spec", "items"), diff -> diff.spec().items(), function);
        }

        /** Registers a handler for changes of <code>spec.pins</code> of objects that were handled before. */
        public Registration specPinsChange(String id,
                ChangeFunction<Vault, FieldChange<List<Long>>> function) {
            return specPinsChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.pins</code> of objects that were handled before. */
        public Registration specPinsChange(HandlerOptions options,
                ChangeFunction<Vault, FieldChange<List<Long>>> function) {
            return field(options, FieldPath.of("spec", "pins"), diff -> diff.spec().pins(), function);
        }

        /** Registers a handler for changes of <code>spec.members</code> of objects that were handled before. */
        public Registration specMembersChange(String id,
                ChangeFunction<Vault, SetChange<Long>> function) {
            return specMembersChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.members</code> of objects that were handled before. */
        public Registration specMembersChange(HandlerOptions options,
                ChangeFunction<Vault, SetChange<Long>> function) {
            return field(options, FieldPath.of("spec", "members"), diff -> diff.spec().members(), function);
        }

        /** Registers a handler for changes of <code>spec.pinsByName</code> of objects that were handled before. */
        public Registration specPinsByNameChange(String id,
                ChangeFunction<Vault, MapChange<Long>> function) {
            return specPinsByNameChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.pinsByName</code> of objects that were handled before. */
        public Registration specPinsByNameChange(HandlerOptions options,
                ChangeFunction<Vault, MapChange<Long>> function) {
            return field(options, FieldPath.of("spec", "pinsByName"), diff -> diff.spec().pinsByName(), function);
        }

        /** Registers a handler for changes of <code>spec.doors</code> of objects that were handled before. */
        public Registration specDoorsChange(String id,
                ChangeFunction<Vault, KeyedListChange<VaultSpec.DoorKey, Door, DoorDiff>> function) {
            return specDoorsChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.doors</code> of objects that were handled before. */
        public Registration specDoorsChange(HandlerOptions options,
                ChangeFunction<Vault, KeyedListChange<VaultSpec.DoorKey, Door, DoorDiff>> function) {
            return field(options, FieldPath.of("spec", "doors"), diff -> diff.spec().doors(), function);
        }

        /** Registers a handler for changes of <code>spec.floors</code> of objects that were handled before. */
        public Registration specFloorsChange(String id,
                ChangeFunction<Vault, FieldChange<List<Floor>>> function) {
            return specFloorsChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.floors</code> of objects that were handled before. */
        public Registration specFloorsChange(HandlerOptions options,
                ChangeFunction<Vault, FieldChange<List<Floor>>> function) {
            return field(options, FieldPath.of("spec", "floors"), diff -> diff.spec().floors(), function);
        }

        /** Registers a handler for changes of <code>spec.device</code> of objects that were handled before. */
        public Registration specDeviceChange(String id,
                ChangeFunction<Vault, DeviceDiff> function) {
            return specDeviceChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.device</code> of objects that were handled before. */
        public Registration specDeviceChange(HandlerOptions options,
                ChangeFunction<Vault, DeviceDiff> function) {
            return field(options, FieldPath.of("spec", "device"), diff -> diff.spec().device(), function);
        }

        /** Registers a handler for changes of <code>spec.whole</code> of objects that were handled before. */
        public Registration specWholeChange(String id, ChangeFunction<Vault, WholeDiff> function) {
            return specWholeChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.whole</code> of objects that were handled before. */
        public Registration specWholeChange(HandlerOptions options,
                ChangeFunction<Vault, WholeDiff> function) {
            return field(options, FieldPath.of("spec", "whole"), diff -> diff.spec().whole(), function);
        }

        @Override
        protected Registration self() {
            return this;
        }
    }
}

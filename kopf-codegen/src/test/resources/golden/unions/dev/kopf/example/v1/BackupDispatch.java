// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.backup.Loose;
import dev.kopf.example.v1.backup.Schedule;
import dev.kopf.example.v1.backup.Target;
import dev.kopf.runtime.essence.FieldChange;
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
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Hands objects of the kind <code>Backup</code> to handlers: to those of {@link BackupHandler}, and to lambdas that are
 * registered with {@link #on()}.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class BackupDispatch implements Dispatch<BackupHandler> {
    /** The kind. */
    public static final ResourceKind KIND = ResourceKind.namespaced("example.kopf.dev", "v1", "Backup", "backups");

    /** Starts a registration of lambdas. */
    public static Registration on() {
        return new Registration();
    }

    @Override
    public List<Handler> handlersOf(BackupHandler source) {
        HandlerMethods<BackupHandler> methods = HandlerMethods.of(BackupHandler.class, source);
        Registration on = on();
        methods.options("onCreate", Backup.class, CreateContext.class)
                .ifPresent(options -> on.create(options, source::onCreate));
        methods.options("onUpdate", Backup.class, BackupDiff.class, UpdateContext.class)
                .ifPresent(options -> on.update(options, source::onUpdate));
        methods.options("onResume", Backup.class, ResumeContext.class)
                .ifPresent(options -> on.resume(options, source::onResume));
        methods.options("onDelete", Backup.class, DeleteContext.class)
                .ifPresent(options -> on.delete(options, source::onDelete));
        methods.eventOptions("onEvent", Backup.class, EventContext.class)
                .ifPresent(options -> on.event(options, source::onEvent));
        addFields(methods, source, on);
        return on.handlers();
    }

    private static void addFields(HandlerMethods<BackupHandler> methods, BackupHandler source,
            Registration on) {
        methods.options("onSpecFullChange", Backup.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specFullChange(options, (resource, change, context) -> {
                    source.onSpecFullChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecFromSnapshotChange", Backup.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specFromSnapshotChange(options, (resource, change, context) -> {
                    source.onSpecFromSnapshotChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecTargetChange", Backup.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specTargetChange(options, (resource, change, context) -> {
                    source.onSpecTargetChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecScheduleChange", Backup.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specScheduleChange(options, (resource, change, context) -> {
                    source.onSpecScheduleChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecLooseChange", Backup.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specLooseChange(options, (resource, change, context) -> {
                    source.onSpecLooseChange(resource, change, context);
                    return null;
                }));
    }

    static @Nullable Boolean readSpecFull(Backup resource) {
        return resource.getSpec().getFull();
    }

    static @Nullable String readSpecFromSnapshot(Backup resource) {
        return resource.getSpec().getFromSnapshot();
    }

    static @Nullable Target readSpecTarget(Backup resource) {
        return resource.getSpec().getTarget();
    }

    static @Nullable Schedule readSpecSchedule(Backup resource) {
        return resource.getSpec().getSchedule();
    }

    static @Nullable Loose readSpecLoose(Backup resource) {
        return resource.getSpec().getLoose();
    }

    /**
     * Handlers as lambdas, in the order of their registration. Not safe for use by several threads while it is filled.
     */
    public static final class Registration extends HandlerRegistration<Backup, Registration> {
        private Registration() {
            super(KIND, Backup.class);
        }

        /** Registers a handler for objects that were handled before and have changed. */
        public Registration update(String id, ChangeFunction<Backup, BackupDiff> function) {
            return update(HandlerOptions.of(id), function);
        }

        /** Registers a handler for objects that were handled before and have changed. */
        public Registration update(HandlerOptions options,
                ChangeFunction<Backup, BackupDiff> function) {
            return update(options, BackupDiff::between, function);
        }

        /** Registers a handler for changes of <code>spec.full</code> of objects that were handled before. */
        public Registration specFullChange(String id,
                ChangeFunction<Backup, FieldChange<Boolean>> function) {
            return specFullChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.full</code> of objects that were handled before. */
        public Registration specFullChange(HandlerOptions options,
                ChangeFunction<Backup, FieldChange<Boolean>> function) {
            return field(options, FieldPath.of("spec", "full"), BackupDispatch::readSpecFull, function);
        }

        /** Registers a handler for changes of <code>spec.from-snapshot</code> of objects that were handled before. */
        public Registration specFromSnapshotChange(String id,
                ChangeFunction<Backup, FieldChange<String>> function) {
            return specFromSnapshotChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.from-snapshot</code> of objects that were handled before. */
        public Registration specFromSnapshotChange(HandlerOptions options,
                ChangeFunction<Backup, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "from-snapshot"), BackupDispatch::readSpecFromSnapshot, function);
        }

        /** Registers a handler for changes of <code>spec.target</code> of objects that were handled before. */
        public Registration specTargetChange(String id,
                ChangeFunction<Backup, FieldChange<Target>> function) {
            return specTargetChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.target</code> of objects that were handled before. */
        public Registration specTargetChange(HandlerOptions options,
                ChangeFunction<Backup, FieldChange<Target>> function) {
            return field(options, FieldPath.of("spec", "target"), BackupDispatch::readSpecTarget, function);
        }

        /** Registers a handler for changes of <code>spec.schedule</code> of objects that were handled before. */
        public Registration specScheduleChange(String id,
                ChangeFunction<Backup, FieldChange<Schedule>> function) {
            return specScheduleChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.schedule</code> of objects that were handled before. */
        public Registration specScheduleChange(HandlerOptions options,
                ChangeFunction<Backup, FieldChange<Schedule>> function) {
            return field(options, FieldPath.of("spec", "schedule"), BackupDispatch::readSpecSchedule, function);
        }

        /** Registers a handler for changes of <code>spec.loose</code> of objects that were handled before. */
        public Registration specLooseChange(String id,
                ChangeFunction<Backup, FieldChange<Loose>> function) {
            return specLooseChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.loose</code> of objects that were handled before. */
        public Registration specLooseChange(HandlerOptions options,
                ChangeFunction<Backup, FieldChange<Loose>> function) {
            return field(options, FieldPath.of("spec", "loose"), BackupDispatch::readSpecLoose, function);
        }

        @Override
        protected Registration self() {
            return this;
        }
    }
}

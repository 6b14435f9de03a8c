// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.backup.LooseDiff;
import dev.kopf.example.v1.backup.ScheduleDiff;
import dev.kopf.example.v1.backup.TargetDiff;
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
        on.annotated(source);
        return on.handlers();
    }

    private static void addFields(HandlerMethods<BackupHandler> methods, BackupHandler source,
            Registration on) {
        methods.options("onSpecFullChange", Backup.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specFullChange(options,
                        ChangeFunction.withoutResult(source::onSpecFullChange)));
        methods.options("onSpecFromSnapshotChange", Backup.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specFromSnapshotChange(options,
                        ChangeFunction.withoutResult(source::onSpecFromSnapshotChange)));
        methods.options("onSpecTargetChange", Backup.class, TargetDiff.class, UpdateContext.class)
                .ifPresent(options -> on.specTargetChange(options,
                        ChangeFunction.withoutResult(source::onSpecTargetChange)));
        methods.options("onSpecScheduleChange", Backup.class, ScheduleDiff.class, UpdateContext.class)
                .ifPresent(options -> on.specScheduleChange(options,
                        ChangeFunction.withoutResult(source::onSpecScheduleChange)));
        methods.options("onSpecLooseChange", Backup.class, LooseDiff.class, UpdateContext.class)
                .ifPresent(options -> on.specLooseChange(options,
                        ChangeFunction.withoutResult(source::onSpecLooseChange)));
    }

    /**
     * Handlers as lambdas, in the order of their registration. Not safe for use by several threads while it is filled.
     */
    public static final class Registration extends HandlerRegistration<Backup, BackupDiff, Registration> {
        private Registration() {
            super(KIND, Backup.class, BackupDiff::between);
        }

        /** Registers a handler for changes of <code>spec.full</code> of objects that were handled before. */
        public Registration specFullChange(String id,
                ChangeFunction<Backup, FieldChange<Boolean>> function) {
            return specFullChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.full</code> of objects that were handled before. */
        public Registration specFullChange(HandlerOptions options,
                ChangeFunction<Backup, FieldChange<Boolean>> function) {
            return field(options, FieldPath.of("spec", "full"), diff -> diff.spec().full(), function);
        }

        /** Registers a handler for changes of <code>spec.from-snapshot</code> of objects that were handled before. */
        public Registration specFromSnapshotChange(String id,
                ChangeFunction<Backup, FieldChange<String>> function) {
            return specFromSnapshotChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.from-snapshot</code> of objects that were handled before. */
        public Registration specFromSnapshotChange(HandlerOptions options,
                ChangeFunction<Backup, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "from-snapshot"), diff -> diff.spec().fromSnapshot(), function);
        }

        /** Registers a handler for changes of <code>spec.target</code> of objects that were handled before. */
        public Registration specTargetChange(String id,
                ChangeFunction<Backup, TargetDiff> function) {
            return specTargetChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.target</code> of objects that were handled before. */
        public Registration specTargetChange(HandlerOptions options,
                ChangeFunction<Backup, TargetDiff> function) {
            return field(options, FieldPath.of("spec", "target"), diff -> diff.spec().target(), function);
        }

        /** Registers a handler for changes of <code>spec.schedule</code> of objects that were handled before. */
        public Registration specScheduleChange(String id,
                ChangeFunction<Backup, ScheduleDiff> function) {
            return specScheduleChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.schedule</code> of objects that were handled before. */
        public Registration specScheduleChange(HandlerOptions options,
                ChangeFunction<Backup, ScheduleDiff> function) {
            return field(options, FieldPath.of("spec", "schedule"), diff -> diff.spec().schedule(), function);
        }

        /** Registers a handler for changes of <code>spec.loose</code> of objects that were handled before. */
        public Registration specLooseChange(String id, ChangeFunction<Backup, LooseDiff> function) {
            return specLooseChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.loose</code> of objects that were handled before. */
        public Registration specLooseChange(HandlerOptions options,
                ChangeFunction<Backup, LooseDiff> function) {
            return field(options, FieldPath.of("spec", "loose"), diff -> diff.spec().loose(), function);
        }

        @Override
        protected Registration self() {
            return this;
        }
    }
}

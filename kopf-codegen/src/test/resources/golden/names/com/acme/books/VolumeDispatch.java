// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package com.acme.books;

import com.acme.books.volume.Part;
import com.acme.books.volume.SettingsPartDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.MapChange;
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
 * Hands objects of the kind <code>Book</code> to handlers: to those of {@link VolumeHandler}, and to lambdas that are
 * registered with {@link #on()}.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class VolumeDispatch implements Dispatch<VolumeHandler> {
    /** The kind. */
    public static final ResourceKind KIND = ResourceKind.namespaced("example.kopf.dev", "v1", "Book", "books");

    /** Starts a registration of lambdas. */
    public static Registration on() {
        return new Registration();
    }

    @Override
    public List<Handler> handlersOf(VolumeHandler source) {
        HandlerMethods<VolumeHandler> methods = HandlerMethods.of(VolumeHandler.class, source);
        Registration on = on();
        methods.options("onCreate", Volume.class, CreateContext.class)
                .ifPresent(options -> on.create(options, source::onCreate));
        methods.options("onUpdate", Volume.class, VolumeDiff.class, UpdateContext.class)
                .ifPresent(options -> on.update(options, source::onUpdate));
        methods.options("onResume", Volume.class, ResumeContext.class)
                .ifPresent(options -> on.resume(options, source::onResume));
        methods.options("onDelete", Volume.class, DeleteContext.class)
                .ifPresent(options -> on.delete(options, source::onDelete));
        methods.eventOptions("onEvent", Volume.class, EventContext.class)
                .ifPresent(options -> on.event(options, source::onEvent));
        addFields(methods, source, on);
        on.annotated(source);
        return on.handlers();
    }

    private static void addFields(HandlerMethods<VolumeHandler> methods, VolumeHandler source,
            Registration on) {
        methods.options("onSpecTitleChange", Volume.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specTitleChange(options,
                        ChangeFunction.withoutResult(source::onSpecTitleChange)));
        methods.options("onSpecChaptersChange", Volume.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specChaptersChange(options,
                        ChangeFunction.withoutResult(source::onSpecChaptersChange)));
        methods.options("onSpecPartChange", Volume.class, SettingsPartDiff.class, UpdateContext.class)
                .ifPresent(options -> on.specPartChange(options,
                        ChangeFunction.withoutResult(source::onSpecPartChange)));
        methods.options("onNotesChange", Volume.class, MapChange.class, UpdateContext.class)
                .ifPresent(options -> on.notesChange(options,
                        ChangeFunction.withoutResult(source::onNotesChange)));
    }

    /**
     * Handlers as lambdas, in the order of their registration. Not safe for use by several threads while it is filled.
     */
    public static final class Registration extends HandlerRegistration<Volume, VolumeDiff, Registration> {
        private Registration() {
            super(KIND, Volume.class, VolumeDiff::between);
        }

        /** Registers a handler for changes of <code>spec.foo-bar</code> of objects that were handled before. */
        public Registration specTitleChange(String id,
                ChangeFunction<Volume, FieldChange<String>> function) {
            return specTitleChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.foo-bar</code> of objects that were handled before. */
        public Registration specTitleChange(HandlerOptions options,
                ChangeFunction<Volume, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "foo-bar"), diff -> diff.spec().title(), function);
        }

        /** Registers a handler for changes of <code>spec.chapters</code> of objects that were handled before. */
        public Registration specChaptersChange(String id,
                ChangeFunction<Volume, FieldChange<List<Part>>> function) {
            return specChaptersChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.chapters</code> of objects that were handled before. */
        public Registration specChaptersChange(HandlerOptions options,
                ChangeFunction<Volume, FieldChange<List<Part>>> function) {
            return field(options, FieldPath.of("spec", "chapters"), diff -> diff.spec().chapters(), function);
        }

        /** Registers a handler for changes of <code>spec.part</code> of objects that were handled before. */
        public Registration specPartChange(String id,
                ChangeFunction<Volume, SettingsPartDiff> function) {
            return specPartChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.part</code> of objects that were handled before. */
        public Registration specPartChange(HandlerOptions options,
                ChangeFunction<Volume, SettingsPartDiff> function) {
            return field(options, FieldPath.of("spec", "part"), diff -> diff.spec().part(), function);
        }

        /** Registers a handler for changes of <code>x-data</code> of objects that were handled before. */
        public Registration notesChange(String id,
                ChangeFunction<Volume, MapChange<String>> function) {
            return notesChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>x-data</code> of objects that were handled before. */
        public Registration notesChange(HandlerOptions options,
                ChangeFunction<Volume, MapChange<String>> function) {
            return field(options, FieldPath.of("x-data"), diff -> diff.notes(), function);
        }

        @Override
        protected Registration self() {
            return this;
        }
    }
}

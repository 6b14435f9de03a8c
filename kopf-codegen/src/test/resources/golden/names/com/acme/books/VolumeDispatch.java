// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package com.acme.books;

import com.acme.books.volume.Part;
import com.acme.books.volume.SettingsPart;
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
import java.util.Map;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

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
        return on.handlers();
    }

    private static void addFields(HandlerMethods<VolumeHandler> methods, VolumeHandler source,
            Registration on) {
        methods.options("onSpecTitleChange", Volume.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specTitleChange(options, (resource, change, context) -> {
                    source.onSpecTitleChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecChaptersChange", Volume.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specChaptersChange(options, (resource, change, context) -> {
                    source.onSpecChaptersChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecPartChange", Volume.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specPartChange(options, (resource, change, context) -> {
                    source.onSpecPartChange(resource, change, context);
                    return null;
                }));
        methods.options("onNotesChange", Volume.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.notesChange(options, (resource, change, context) -> {
                    source.onNotesChange(resource, change, context);
                    return null;
                }));
    }

    static @Nullable String readSpecTitle(Volume resource) {
        return resource.getSpec().getTitle();
    }

    static @Nullable List<Part> readSpecChapters(Volume resource) {
        return resource.getSpec().getChapters();
    }

    static @Nullable SettingsPart readSpecPart(Volume resource) {
        return resource.getSpec().getPart();
    }

    static @Nullable Map<String, String> readNotes(Volume resource) {
        return resource.getNotes();
    }

    /**
     * Handlers as lambdas, in the order of their registration. Not safe for use by several threads while it is filled.
     */
    public static final class Registration extends HandlerRegistration<Volume, Registration> {
        private Registration() {
            super(KIND, Volume.class);
        }

        /** Registers a handler for objects that were handled before and have changed. */
        public Registration update(String id, ChangeFunction<Volume, VolumeDiff> function) {
            return update(HandlerOptions.of(id), function);
        }

        /** Registers a handler for objects that were handled before and have changed. */
        public Registration update(HandlerOptions options,
                ChangeFunction<Volume, VolumeDiff> function) {
            return update(options, VolumeDiff::between, function);
        }

        /** Registers a handler for changes of <code>spec.foo-bar</code> of objects that were handled before. */
        public Registration specTitleChange(String id,
                ChangeFunction<Volume, FieldChange<String>> function) {
            return specTitleChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.foo-bar</code> of objects that were handled before. */
        public Registration specTitleChange(HandlerOptions options,
                ChangeFunction<Volume, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "foo-bar"), VolumeDispatch::readSpecTitle, function);
        }

        /** Registers a handler for changes of <code>spec.chapters</code> of objects that were handled before. */
        public Registration specChaptersChange(String id,
                ChangeFunction<Volume, FieldChange<List<Part>>> function) {
            return specChaptersChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.chapters</code> of objects that were handled before. */
        public Registration specChaptersChange(HandlerOptions options,
                ChangeFunction<Volume, FieldChange<List<Part>>> function) {
            return field(options, FieldPath.of("spec", "chapters"), VolumeDispatch::readSpecChapters, function);
        }

        /** Registers a handler for changes of <code>spec.part</code> of objects that were handled before. */
        public Registration specPartChange(String id,
                ChangeFunction<Volume, FieldChange<SettingsPart>> function) {
            return specPartChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.part</code> of objects that were handled before. */
        public Registration specPartChange(HandlerOptions options,
                ChangeFunction<Volume, FieldChange<SettingsPart>> function) {
            return field(options, FieldPath.of("spec", "part"), VolumeDispatch::readSpecPart, function);
        }

        /** Registers a handler for changes of <code>x-data</code> of objects that were handled before. */
        public Registration notesChange(String id,
                ChangeFunction<Volume, FieldChange<Map<String, String>>> function) {
            return notesChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>x-data</code> of objects that were handled before. */
        public Registration notesChange(HandlerOptions options,
                ChangeFunction<Volume, FieldChange<Map<String, String>>> function) {
            return field(options, FieldPath.of("x-data"), VolumeDispatch::readNotes, function);
        }

        @Override
        protected Registration self() {
            return this;
        }
    }
}

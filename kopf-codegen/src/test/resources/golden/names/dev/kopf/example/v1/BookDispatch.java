// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.book.Chapter;
import dev.kopf.example.v1.book.Part;
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
 * Hands objects of the kind <code>Book</code> to handlers: to those of {@link BookHandler}, and to lambdas that are
 * registered with {@link #on()}.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class BookDispatch implements Dispatch<BookHandler> {
    /** The kind. */
    public static final ResourceKind KIND = ResourceKind.namespaced("example.kopf.dev", "v1", "Book", "books");

    /** Starts a registration of lambdas. */
    public static Registration on() {
        return new Registration();
    }

    @Override
    public List<Handler> handlersOf(BookHandler source) {
        HandlerMethods<BookHandler> methods = HandlerMethods.of(BookHandler.class, source);
        Registration on = on();
        methods.options("onCreate", Book.class, CreateContext.class)
                .ifPresent(options -> on.create(options, source::onCreate));
        methods.options("onUpdate", Book.class, BookDiff.class, UpdateContext.class)
                .ifPresent(options -> on.update(options, source::onUpdate));
        methods.options("onResume", Book.class, ResumeContext.class)
                .ifPresent(options -> on.resume(options, source::onResume));
        methods.options("onDelete", Book.class, DeleteContext.class)
                .ifPresent(options -> on.delete(options, source::onDelete));
        methods.eventOptions("onEvent", Book.class, EventContext.class)
                .ifPresent(options -> on.event(options, source::onEvent));
        addFields(methods, source, on);
        return on.handlers();
    }

    private static void addFields(HandlerMethods<BookHandler> methods, BookHandler source,
            Registration on) {
        methods.options("onSpecFooBarChange", Book.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specFooBarChange(options, (resource, change, context) -> {
                    source.onSpecFooBarChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecChaptersChange", Book.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specChaptersChange(options, (resource, change, context) -> {
                    source.onSpecChaptersChange(resource, change, context);
                    return null;
                }));
        methods.options("onSpecPartChange", Book.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specPartChange(options, (resource, change, context) -> {
                    source.onSpecPartChange(resource, change, context);
                    return null;
                }));
        methods.options("onXDataChange", Book.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.xDataChange(options, (resource, change, context) -> {
                    source.onXDataChange(resource, change, context);
                    return null;
                }));
    }

    static @Nullable String readSpecFooBar(Book resource) {
        return resource.getSpec().getFooBar();
    }

    static @Nullable List<@Nullable Chapter> readSpecChapters(Book resource) {
        return resource.getSpec().getChapters();
    }

    static @Nullable Part readSpecPart(Book resource) {
        return resource.getSpec().getPart();
    }

    static @Nullable Map<String, @Nullable String> readXData(Book resource) {
        return resource.getXData();
    }

    /**
     * Handlers as lambdas, in the order of their registration. Not safe for use by several threads while it is filled.
     */
    public static final class Registration extends HandlerRegistration<Book, Registration> {
        private Registration() {
            super(KIND, Book.class);
        }

        /** Registers a handler for objects that were handled before and have changed. */
        public Registration update(String id, ChangeFunction<Book, BookDiff> function) {
            return update(HandlerOptions.of(id), function);
        }

        /** Registers a handler for objects that were handled before and have changed. */
        public Registration update(HandlerOptions options,
                ChangeFunction<Book, BookDiff> function) {
            return update(options, BookDiff::between, function);
        }

        /** Registers a handler for changes of <code>spec.foo-bar</code> of objects that were handled before. */
        public Registration specFooBarChange(String id,
                ChangeFunction<Book, FieldChange<String>> function) {
            return specFooBarChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.foo-bar</code> of objects that were handled before. */
        public Registration specFooBarChange(HandlerOptions options,
                ChangeFunction<Book, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "foo-bar"), BookDispatch::readSpecFooBar, function);
        }

        /** Registers a handler for changes of <code>spec.chapters</code> of objects that were handled before. */
        public Registration specChaptersChange(String id,
                ChangeFunction<Book, FieldChange<List<@Nullable Chapter>>> function) {
            return specChaptersChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.chapters</code> of objects that were handled before. */
        public Registration specChaptersChange(HandlerOptions options,
                ChangeFunction<Book, FieldChange<List<@Nullable Chapter>>> function) {
            return field(options, FieldPath.of("spec", "chapters"), BookDispatch::readSpecChapters, function);
        }

        /** Registers a handler for changes of <code>spec.part</code> of objects that were handled before. */
        public Registration specPartChange(String id,
                ChangeFunction<Book, FieldChange<Part>> function) {
            return specPartChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.part</code> of objects that were handled before. */
        public Registration specPartChange(HandlerOptions options,
                ChangeFunction<Book, FieldChange<Part>> function) {
            return field(options, FieldPath.of("spec", "part"), BookDispatch::readSpecPart, function);
        }

        /** Registers a handler for changes of <code>x-data</code> of objects that were handled before. */
        public Registration xDataChange(String id,
                ChangeFunction<Book, FieldChange<Map<String, @Nullable String>>> function) {
            return xDataChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>x-data</code> of objects that were handled before. */
        public Registration xDataChange(HandlerOptions options,
                ChangeFunction<Book, FieldChange<Map<String, @Nullable String>>> function) {
            return field(options, FieldPath.of("x-data"), BookDispatch::readXData, function);
        }

        @Override
        protected Registration self() {
            return this;
        }
    }
}

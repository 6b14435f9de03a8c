// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.mailbox.FolderDiff;
import dev.kopf.example.v1.mailbox.Rule;
import dev.kopf.example.v1.mailbox.RuleDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.KeyedListChange;
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
 * Hands objects of the kind <code>Mailbox</code> to handlers: to those of {@link MailboxHandler}, and to lambdas that
 * are registered with {@link #on()}.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class MailboxDispatch implements Dispatch<MailboxHandler> {
    /** The kind. */
    public static final ResourceKind KIND = ResourceKind.namespaced("example.kopf.dev", "v1", "Mailbox", "mailboxes");

    /** Starts a registration of lambdas. */
    public static Registration on() {
        return new Registration();
    }

    @Override
    public List<Handler> handlersOf(MailboxHandler source) {
        HandlerMethods<MailboxHandler> methods = HandlerMethods.of(MailboxHandler.class, source);
        Registration on = on();
        methods.options("onCreate", Mailbox.class, CreateContext.class)
                .ifPresent(options -> on.create(options, source::onCreate));
        methods.options("onUpdate", Mailbox.class, MailboxDiff.class, UpdateContext.class)
                .ifPresent(options -> on.update(options, source::onUpdate));
        methods.options("onResume", Mailbox.class, ResumeContext.class)
                .ifPresent(options -> on.resume(options, source::onResume));
        methods.options("onDelete", Mailbox.class, DeleteContext.class)
                .ifPresent(options -> on.delete(options, source::onDelete));
        methods.eventOptions("onEvent", Mailbox.class, EventContext.class)
                .ifPresent(options -> on.event(options, source::onEvent));
        addFields(methods, source, on);
        on.annotated(source);
        return on.handlers();
    }

    @SuppressWarnings("deprecation")
    private static void addFields(HandlerMethods<MailboxHandler> methods, MailboxHandler source,
            Registration on) {
        methods.options("onSpecHostChange", Mailbox.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specHostChange(options,
                        ChangeFunction.withoutResult(source::onSpecHostChange)));
        methods.options("onSpecAddressChange", Mailbox.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specAddressChange(options,
                        ChangeFunction.withoutResult(source::onSpecAddressChange)));
        methods.options("onSpecFolderChange", Mailbox.class, FolderDiff.class, UpdateContext.class)
                .ifPresent(options -> on.specFolderChange(options,
                        ChangeFunction.withoutResult(source::onSpecFolderChange)));
        methods.options("onSpecRulesChange", Mailbox.class, KeyedListChange.class, UpdateContext.class)
                .ifPresent(options -> on.specRulesChange(options,
                        ChangeFunction.withoutResult(source::onSpecRulesChange)));
        methods.options("onSpecKeptChange", Mailbox.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.specKeptChange(options,
                        ChangeFunction.withoutResult(source::onSpecKeptChange)));
        methods.options("onQuotaSizeChange", Mailbox.class, FieldChange.class, UpdateContext.class)
                .ifPresent(options -> on.quotaSizeChange(options,
                        ChangeFunction.withoutResult(source::onQuotaSizeChange)));
    }

    /**
     * Handlers as lambdas, in the order of their registration. Not safe for use by several threads while it is filled.
     */
    public static final class Registration extends HandlerRegistration<Mailbox, MailboxDiff, Registration> {
        private Registration() {
            super(KIND, Mailbox.class, MailboxDiff::between);
        }

        /**
         * Registers a handler for changes of <code>spec.host</code> of objects that were handled before.
         *
         * @deprecated use address,
         * which has the port too. *&#47; &#64;Evil
         */
        @Deprecated
        public Registration specHostChange(String id,
                ChangeFunction<Mailbox, FieldChange<String>> function) {
            return specHostChange(HandlerOptions.of(id), function);
        }

        /**
         * Registers a handler for changes of <code>spec.host</code> of objects that were handled before.
         *
         * @deprecated use address,
         * which has the port too. *&#47; &#64;Evil
         */
        @Deprecated
        public Registration specHostChange(HandlerOptions options,
                ChangeFunction<Mailbox, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "host"), diff -> diff.spec().host(), function);
        }

        /** Registers a handler for changes of <code>spec.address</code> of objects that were handled before. */
        public Registration specAddressChange(String id,
                ChangeFunction<Mailbox, FieldChange<String>> function) {
            return specAddressChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.address</code> of objects that were handled before. */
        public Registration specAddressChange(HandlerOptions options,
                ChangeFunction<Mailbox, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "address"), diff -> diff.spec().address(), function);
        }

        /**
         * Registers a handler for changes of <code>spec.folder</code> of objects that were handled before.
         *
         * @deprecated Folders are gone.
         */
        @Deprecated
        public Registration specFolderChange(String id,
                ChangeFunction<Mailbox, FolderDiff> function) {
            return specFolderChange(HandlerOptions.of(id), function);
        }

        /**
         * Registers a handler for changes of <code>spec.folder</code> of objects that were handled before.
         *
         * @deprecated Folders are gone.
         */
        @Deprecated
        public Registration specFolderChange(HandlerOptions options,
                ChangeFunction<Mailbox, FolderDiff> function) {
            return field(options, FieldPath.of("spec", "folder"), diff -> diff.spec().folder(), function);
        }

        /** Registers a handler for changes of <code>spec.rules</code> of objects that were handled before. */
        public Registration specRulesChange(String id,
                ChangeFunction<Mailbox, KeyedListChange<String, Rule, RuleDiff>> function) {
            return specRulesChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.rules</code> of objects that were handled before. */
        public Registration specRulesChange(HandlerOptions options,
                ChangeFunction<Mailbox, KeyedListChange<String, Rule, RuleDiff>> function) {
            return field(options, FieldPath.of("spec", "rules"), diff -> diff.spec().rules(), function);
        }

        /** Registers a handler for changes of <code>spec.kept</code> of objects that were handled before. */
        public Registration specKeptChange(String id,
                ChangeFunction<Mailbox, FieldChange<String>> function) {
            return specKeptChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>spec.kept</code> of objects that were handled before. */
        public Registration specKeptChange(HandlerOptions options,
                ChangeFunction<Mailbox, FieldChange<String>> function) {
            return field(options, FieldPath.of("spec", "kept"), diff -> diff.spec().kept(), function);
        }

        /** Registers a handler for changes of <code>quota.size</code> of objects that were handled before. */
        @SuppressWarnings("deprecation")
        public Registration quotaSizeChange(String id,
                ChangeFunction<Mailbox, FieldChange<Long>> function) {
            return quotaSizeChange(HandlerOptions.of(id), function);
        }

        /** Registers a handler for changes of <code>quota.size</code> of objects that were handled before. */
        @SuppressWarnings("deprecation")
        public Registration quotaSizeChange(HandlerOptions options,
                ChangeFunction<Mailbox, FieldChange<Long>> function) {
            return field(options, FieldPath.of("quota", "size"), diff -> diff.quota().size(), function);
        }

        @Override
        protected Registration self() {
            return this;
        }
    }
}

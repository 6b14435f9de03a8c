package dev.kopf.runtime.handler;

import dev.kopf.runtime.handler.Filters.FieldFilters;
import dev.kopf.runtime.typed.SchemaFields;
import dev.kopf.runtime.typed.SchemaFields.Form;
import dev.kopf.runtime.typed.TypedResource;

/** Finds filters that the schema of the resource lets nothing pass, as far as its generated class knows. */
final class FieldChecks {

    private FieldChecks() {}

    /**
     * @param resource the class of the resource
     * @throws IllegalArgumentException the message says which handler, and why it would never be called
     */
    static void check(Class<?> resource, Handler handler) {
        Origins.check(handler.description(), () -> {
            checkCondition(resource, handler.options().filters());
            checkField(resource, handler);
        });
    }

    private static void checkCondition(Class<?> resource, Filters filters) {
        BoundCondition<?> when = filters.when();
        if (when != null && when.type() != resource && TypedResource.class.isAssignableFrom(when.type())) {
            throw new IllegalArgumentException("the condition is for "
                    + when.type().getName() + ", and the handler for " + resource.getName() + ".");
        }
    }

    private static void checkField(Class<?> resource, Handler handler) {
        FieldFilters field = handler.options().filters().field();
        if (!field.isChecked() && !field.hasValues()) {
            return;
        }
        Form form;
        try {
            form = SchemaFields.formAt(resource, handler.field());
        } catch (IllegalArgumentException e) {
            if (field.isChecked()) {
                throw new IllegalArgumentException(
                        "no object can have the field '" + handler.field() + "': " + e.getMessage()
                                + ". If the CRD lets unknown fields through, say the path key by key, which is not checked.",
                        e);
            }
            return;
        }
        if (form == Form.SECRET && !handler.type().isChanging()) {
            return; // handlers of events, daemons and timers look at the object itself
        }
        OptionChecks.checkTransition(handler.type(), handler.options(), form::holds);
    }
}

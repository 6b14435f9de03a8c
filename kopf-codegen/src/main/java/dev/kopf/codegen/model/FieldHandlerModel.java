package dev.kopf.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A handler method for the changes of one field.
 *
 * @param suffix the field in Java after {@code on}, such as {@code SpecSize}
 * @param path the field in JSON, from the outside in: a stanza alone, or a stanza and one of its properties
 * @param stanza the stanza
 * @param property the property of the stanza; null where the stanza itself is the field
 * @param result the type of the handler's result, where the status has a place for it; null where it would be dropped
 */
public record FieldHandlerModel(
        String suffix,
        List<String> path,
        PropertyModel stanza,
        @Nullable PropertyModel property,
        @Nullable TypeModel result) {

    public FieldHandlerModel {
        path = List.copyOf(path);
    }

    /** The handler method, which is the default id of the handler: {@code onSpecSizeChange}. */
    public String methodName() {
        return "on" + suffix + "Change";
    }

    /** The method of the registration: {@code specSizeChange}. */
    public String registrationName() {
        char first = suffix.charAt(0);
        return (Character.isDigit(first) ? "_" : "") + Character.toLowerCase(first) + suffix.substring(1) + "Change";
    }

    /** The field itself. */
    public PropertyModel field() {
        return property == null ? stanza : property;
    }
}

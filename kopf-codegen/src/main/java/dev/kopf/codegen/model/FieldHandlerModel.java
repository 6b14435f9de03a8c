package dev.kopf.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A handler method for the changes of one field.
 *
 * @param suffix the field in Java after {@code on}, such as {@code SpecSize}
 * @param properties the way to the field, from the outside in: a stanza, and properties below, each of an object
 * @param result the type of the handler's result, where the status has a place for it; null where it would be dropped
 */
public record FieldHandlerModel(
        String suffix,
        List<PropertyModel> properties,
        @Nullable TypeModel result) {

    public FieldHandlerModel {
        properties = List.copyOf(properties);
    }

    /** The field in JSON, from the outside in. */
    public List<String> path() {
        return properties.stream().map(PropertyModel::jsonName).toList();
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

    /** The stanza that it is in, or that it is. */
    public PropertyModel stanza() {
        return properties.get(0);
    }

    /** The field itself. */
    public PropertyModel field() {
        return properties.get(properties.size() - 1);
    }
}

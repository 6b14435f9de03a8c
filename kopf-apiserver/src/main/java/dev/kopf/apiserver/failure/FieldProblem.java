package dev.kopf.apiserver.failure;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One field that is wrong.
 *
 * @param reason the machine's word, such as {@code FieldValueInvalid}
 * @param field the path of the field, such as {@code spec.size}
 * @param message the people's words
 */
public record FieldProblem(String reason, String field, String message) {

    /** A value that must be there is not. */
    public static FieldProblem required(String field, String detail) {
        return new FieldProblem(
                "FieldValueRequired", field, detail.isEmpty() ? "Required value" : "Required value: " + detail);
    }

    /** A value is not allowed. */
    public static FieldProblem invalid(String field, JsonNode value, String detail) {
        return new FieldProblem("FieldValueInvalid", field, "Invalid value: " + value + ": " + detail);
    }

    /** A value has the wrong type. */
    public static FieldProblem type(String field, String type, String detail) {
        return new FieldProblem("FieldValueTypeInvalid", field, "Invalid value: \"" + type + "\": " + detail);
    }

    /** A value has too many bytes. */
    public static FieldProblem tooLong(String field, int most) {
        return new FieldProblem("FieldValueTooLong", field, "Too long: may not be more than " + most + " bytes");
    }

    /** A change is not allowed. */
    public static FieldProblem forbidden(String field, String detail) {
        return new FieldProblem("FieldValueForbidden", field, "Forbidden: " + detail);
    }

    String sentence() {
        return field + ": " + message;
    }
}

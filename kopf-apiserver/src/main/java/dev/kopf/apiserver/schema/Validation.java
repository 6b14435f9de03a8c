package dev.kopf.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kopf.apiserver.failure.FieldProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Checks a value against a structural schema and collects every problem. Not thread-safe. */
final class Validation {

    private final List<FieldProblem> problems = new ArrayList<>();

    List<FieldProblem> problems() {
        return problems;
    }

    void check(JsonNode value, JsonNode schema, Path path) {
        if (value.isNull() && schema.path("nullable").asBoolean()) {
            return;
        }
        if (!hasType(value, schema, path)) {
            return;
        }
        checkEnum(value, schema, path);
        if (value.isTextual()) {
            checkText(value, schema, path);
        } else if (value.isNumber()) {
            checkNumber(value, schema, path);
        } else if (value.isArray()) {
            checkArray(value, schema, path);
        } else if (value.isObject()) {
            checkObject(value, schema, path);
        }
        checkCombinations(value, schema, path);
    }

    private boolean hasType(JsonNode value, JsonNode schema, Path path) {
        boolean either = schema.path("x-kubernetes-int-or-string").asBoolean();
        String wanted = either ? "integer,string" : schema.path("type").asText("");
        String actual = typeOf(value);
        boolean fits = wanted.isEmpty()
                || wanted.equals(actual)
                || (wanted.equals("number") && actual.equals("integer"))
                || (either && (actual.equals("integer") || actual.equals("string")));
        if (!fits) {
            problems.add(FieldProblem.type(
                    path.toString(), actual, path + " in body must be of type " + wanted + ": \"" + actual + "\""));
        }
        return fits;
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            case OBJECT -> "object";
            case NUMBER -> isWhole(value) ? "integer" : "number";
            default -> "null";
        };
    }

    private static boolean isWhole(JsonNode value) {
        return value.isIntegralNumber()
                || value.decimalValue().stripTrailingZeros().scale() <= 0;
    }

    private void checkEnum(JsonNode value, JsonNode schema, Path path) {
        JsonNode allowed = schema.path("enum");
        if (allowed.isArray() && allowed.valueStream().noneMatch(value::equals)) {
            String list = allowed.valueStream().map(JsonNode::toString).collect(Collectors.joining(", "));
            problems.add(new FieldProblem(
                    "FieldValueNotSupported",
                    path.toString(),
                    "Unsupported value: " + value + ": supported values: " + list));
        }
    }

    private void checkText(JsonNode value, JsonNode schema, Path path) {
        if (hasLength(value, schema, path)) {
            String pattern = schema.path("pattern").asText("");
            if (!pattern.isEmpty() && !matches(pattern, value.asText())) {
                invalid(value, path, "should match '" + pattern + "'");
            }
        }
        checkFormat(value, schema.path("format").asText(""), path);
    }

    /** As in Kubernetes, a text of the wrong length is not held against the pattern any more. */
    private boolean hasLength(JsonNode value, JsonNode schema, Path path) {
        String text = value.asText();
        int length = text.codePointCount(0, text.length());
        if (schema.has("maxLength") && length > schema.path("maxLength").asInt()) {
            problems.add(new FieldProblem(
                    "FieldValueTooLong",
                    path.toString(),
                    "Too long: may not be more than " + schema.path("maxLength") + " bytes"));
            return false;
        }
        if (schema.has("minLength") && length < schema.path("minLength").asInt()) {
            invalid(value, path, "should be at least " + schema.path("minLength") + " chars long");
            return false;
        }
        return true;
    }

    private void checkFormat(JsonNode value, String format, Path path) {
        if (!Formats.accepts(format, value.asText())) {
            problems.add(FieldProblem.invalid(
                    path.toString(), value, path + " in body must be of type " + format + ": " + value));
        }
    }

    private static boolean matches(String pattern, String text) {
        try {
            return GoPattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException notOfThisDialect) {
            return true;
        }
    }

    private void checkNumber(JsonNode value, JsonNode schema, Path path) {
        BigDecimal number = value.decimalValue();
        if (schema.path("minimum").isNumber()) {
            boolean exclusive = schema.path("exclusiveMinimum").asBoolean();
            int order = number.compareTo(schema.path("minimum").decimalValue());
            if (order < 0 || (exclusive && order == 0)) {
                invalid(
                        value,
                        path,
                        "should be greater than " + (exclusive ? "" : "or equal to ") + schema.path("minimum"));
            }
        }
        if (schema.path("maximum").isNumber()) {
            boolean exclusive = schema.path("exclusiveMaximum").asBoolean();
            int order = number.compareTo(schema.path("maximum").decimalValue());
            if (order > 0 || (exclusive && order == 0)) {
                invalid(
                        value,
                        path,
                        "should be less than " + (exclusive ? "" : "or equal to ") + schema.path("maximum"));
            }
        }
        BigDecimal step =
                schema.path("multipleOf").isNumber() ? schema.path("multipleOf").decimalValue() : BigDecimal.ZERO;
        if (step.signum() != 0 && number.remainder(step).signum() != 0) {
            invalid(value, path, "should be a multiple of " + schema.path("multipleOf"));
        }
    }

    private void checkArray(JsonNode value, JsonNode schema, Path path) {
        int size = value.size();
        if (schema.has("minItems") && size < schema.path("minItems").asInt()) {
            problems.add(new FieldProblem(
                    "FieldValueInvalid",
                    path.toString(),
                    "Invalid value: " + size + ": " + path + " in body should have at least " + schema.path("minItems")
                            + " items"));
        }
        if (schema.has("maxItems") && size > schema.path("maxItems").asInt()) {
            tooMany(size, path, schema.path("maxItems"));
        }
        JsonNode items = schema.path("items");
        for (int i = 0; i < size; i++) {
            check(value.get(i), items, path.item(i));
        }
    }

    private void checkObject(JsonNode value, JsonNode schema, Path path) {
        if (schema.has("minProperties")
                && value.size() < schema.path("minProperties").asInt()) {
            problems.add(new FieldProblem(
                    "FieldValueInvalid",
                    path.toString(),
                    "Invalid value: " + value.size() + ": " + path + " in body should have at least "
                            + schema.path("minProperties") + " properties"));
        }
        if (schema.has("maxProperties")
                && value.size() > schema.path("maxProperties").asInt()) {
            tooMany(value.size(), path, schema.path("maxProperties"));
        }
        JsonNode properties = schema.path("properties");
        JsonNode additional = schema.path("additionalProperties");
        for (var entry : value.properties()) {
            JsonNode property = properties.path(entry.getKey());
            check(entry.getValue(), property.isMissingNode() ? additional : property, path.field(entry.getKey()));
        }
        for (JsonNode name : schema.path("required")) {
            if (!value.has(name.asText())) {
                problems.add(FieldProblem.required(path.field(name.asText()).toString(), ""));
            }
        }
    }

    private void tooMany(int size, Path path, JsonNode limit) {
        problems.add(new FieldProblem(
                "FieldValueTooMany", path.toString(), "Too many: " + size + ": must have at most " + limit + " items"));
    }

    private void checkCombinations(JsonNode value, JsonNode schema, Path path) {
        schema.path("allOf").forEach(part -> check(value, part, path));
        if (schema.has("anyOf") && fitting(value, schema.path("anyOf"), path) == 0) {
            invalid(value, path, "must validate at least one schema (anyOf)", "");
        }
        if (schema.has("oneOf") && fitting(value, schema.path("oneOf"), path) != 1) {
            invalid(value, path, "must validate one and only one schema (oneOf)", "");
        }
        if (schema.has("not") && fits(value, schema.path("not"), path)) {
            invalid(value, path, "must not validate the schema (not)", "");
        }
    }

    private static long fitting(JsonNode value, JsonNode parts, Path path) {
        return parts.valueStream().filter(part -> fits(value, part, path)).count();
    }

    private static boolean fits(JsonNode value, JsonNode schema, Path path) {
        var validation = new Validation();
        validation.check(value, schema, path);
        return validation.problems.isEmpty();
    }

    private void invalid(JsonNode value, Path path, String rule) {
        invalid(value, path, rule, " in body");
    }

    private void invalid(JsonNode value, Path path, String rule, String where) {
        String field = path.toString().isEmpty() ? "<nil>" : path.toString();
        JsonNode shown = value.isContainerNode() ? TextNode.valueOf("") : value;
        problems.add(FieldProblem.invalid(field, shown, path + where + " " + rule));
    }
}

package dev.kopf.codegen.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A CRD with given texts in every place that can hold one, or a small one with each kind of place but once. */
final class HostileCrd {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_LENGTH = 250;

    /** Texts that mean something to the generator: other ones in their place would be another CRD. */
    private static final Set<String> MEANINGFUL = Set.of(
            "",
            "spec",
            "status",
            "apiVersion",
            "kind",
            "metadata",
            "onCreate",
            "onUpdate",
            "onResume",
            "date-time",
            "password",
            "quantity");

    /** A rule that says that a field is immutable. */
    private static final Pattern TRANSITION =
            Pattern.compile("\\s*(?:self\\s*==\\s*oldSelf|oldSelf\\s*==\\s*self)\\s*");

    /** A text that says of what it describes that it is deprecated. */
    private static final Pattern DEPRECATION = Pattern.compile("(?dim)^[(*_\"'`\\[ \t]*+deprecated"
            + "(?:[\\])*_\"'`]|[\\])*_\"'` \t]*+(?:[:.,;!\u2013\u2014-]|[\r\n]|\\z))");

    /** How the pattern of a quantity of Kubernetes begins. */
    private static final String QUANTITY = "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|";

    private final List<String> texts;
    private final boolean small;
    private final UnaryOperator<String> change;
    private int next;

    private HostileCrd(List<String> texts, boolean small, UnaryOperator<String> change) {
        this.texts = texts;
        this.small = small;
        this.change = change;
    }

    /** The texts of an input: one in each line, with pictures for what a line cannot hold. */
    static List<String> texts(String input) {
        List<String> texts = new ArrayList<>();
        for (String line : input.split("\n", -1)) {
            String text = line.replace('␤', '\n').replace('␍', '\r').replace('␀', '\0');
            texts.add(text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text);
        }
        return texts;
    }

    /** The CRD in JSON, with these texts one after the other, over and over. */
    static String hostile(List<String> texts, boolean small) {
        return new HostileCrd(texts, small, text -> text).json();
    }

    /** The same CRD with a harmless text of the same meaning in place of each one, equal ones for equal ones. */
    static String harmless(List<String> texts, boolean small) {
        Map<String, String> twins = new HashMap<>();
        return new HostileCrd(texts, small, text -> twins.computeIfAbsent(text, key -> twin(key, twins.size()))).json();
    }

    private static String twin(String text, int number) {
        if (MEANINGFUL.contains(text)) {
            return text;
        }
        if (TRANSITION.matcher(text).matches()) {
            return "self == oldSelf" + " ".repeat(number);
        }
        String harmless = "harmless" + number + "x";
        if (text.startsWith(QUANTITY)) {
            return QUANTITY + harmless;
        }
        return DEPRECATION.matcher(text).find() ? "Deprecated: " + harmless : harmless;
    }

    private String text() {
        return change.apply(nextText());
    }

    /** A text that is not blank: without its names a CRD is none. */
    private String name() {
        String text = nextText();
        return change.apply(text.isBlank() ? "name" : text);
    }

    private String nextText() {
        String text = texts.get(next % texts.size());
        next++;
        return text;
    }

    private String json() {
        Map<String, Object> crd = new LinkedHashMap<>();
        crd.put("kind", "CustomResourceDefinition");
        crd.put("metadata", Map.of("name", text()));
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("group", name());
        spec.put("names", names());
        spec.put("versions", List.of(version()));
        crd.put("spec", spec);
        try {
            return JSON.writeValueAsString(crd);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> names() {
        Map<String, Object> names = new LinkedHashMap<>();
        names.put("kind", name());
        names.put("plural", name());
        names.put("singular", text());
        names.put("shortNames", List.of(text(), text()));
        names.put("categories", List.of(text()));
        return names;
    }

    private Map<String, Object> version() {
        Map<String, Object> version = new LinkedHashMap<>();
        version.put("name", name());
        version.put("storage", true);
        version.put("deprecated", true);
        version.put("deprecationWarning", text());
        version.put("additionalPrinterColumns", List.of(column()));
        Map<String, Object> stanzas = new LinkedHashMap<>();
        stanzas.put("spec", object(small ? 0 : 2));
        if (!small) {
            stanzas.put("status", object(0));
            stanzas.put(text(), object(0));
        }
        stanzas.put(text(), Map.of("type", "string"));
        version.put("schema", Map.of("openAPIV3Schema", with("object", Map.of("properties", stanzas))));
        return version;
    }

    private Map<String, Object> column() {
        Map<String, Object> column = new LinkedHashMap<>();
        column.put("name", text());
        column.put("type", "string");
        column.put("description", text());
        column.put("jsonPath", text());
        return column;
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(text(), with("string", Map.of("default", text(), "pattern", text())));
        properties.put(text(), with("string", Map.of("enum", List.of(text(), text(), text()), "default", text())));
        properties.put(text(), with("string", Map.of("format", text())));
        properties.put(text(), with("integer", Map.of("default", 1)));
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("rule", text());
        rule.put("message", text());
        properties.put(text(), with("boolean", Map.of("x-kubernetes-validations", List.of(rule))));
        properties.put(text(), with("array", Map.of("items", with("string", Map.of()))));
        if (depth > 0) {
            properties.put(text(), object(depth - 1));
            String key = text();
            Map<String, Object> item = Map.of("properties", Map.of(key, with("string", Map.of())));
            Map<String, Object> listing = new LinkedHashMap<>();
            listing.put("items", with("object", item));
            listing.put("x-kubernetes-list-type", "map");
            listing.put("x-kubernetes-list-map-keys", List.of(key));
            properties.put(text(), with("array", listing));
            properties.put(text(), with("object", Map.of("additionalProperties", object(0))));
        }
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("properties", properties);
        more.put("required", List.of(text()));
        return with("object", more);
    }

    private Map<String, Object> with(String type, Map<String, Object> more) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        schema.put("title", text());
        schema.put("description", text());
        schema.putAll(more);
        return schema;
    }
}

package dev.kopf.apiserver.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kopf.apiserver.failure.FieldProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What keys of annotations and labels, and values of labels, may look like: {@code example.com/MyName}. */
final class QualifiedNames {

    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");
    private static final Pattern LABEL_VALUE = Pattern.compile("(" + NAME + ")?");
    private static final int LONGEST_NAME = 63;
    private static final int LONGEST_PREFIX = 253;
    private static final String NAME_RULE =
            "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character"
                    + " (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '" + NAME + "')";
    private static final String LABEL_VALUE_RULE =
            "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and"
                    + " end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for"
                    + " validation is '" + LABEL_VALUE + "')";

    private QualifiedNames() {}

    /** What is wrong with the keys of annotations, whose case does not matter. */
    static List<FieldProblem> annotationProblems(JsonNode annotations) {
        var problems = new ArrayList<FieldProblem>();
        for (String key :
                annotations.properties().stream().map(Map.Entry::getKey).toList()) {
            add(problems, "metadata.annotations", key, problems(key.toLowerCase(Locale.ROOT)));
        }
        return problems;
    }

    /** What is wrong with the keys and values of labels. */
    static List<FieldProblem> labelProblems(JsonNode labels) {
        var problems = new ArrayList<FieldProblem>();
        for (Map.Entry<String, JsonNode> label : labels.properties()) {
            add(problems, "metadata.labels", label.getKey(), problems(label.getKey()));
            String value = label.getValue().asText();
            add(problems, "metadata.labels", value, valueProblems(value));
        }
        return problems;
    }

    private static void add(List<FieldProblem> problems, String field, String value, List<String> words) {
        words.forEach(each -> problems.add(FieldProblem.invalid(field, TextNode.valueOf(value), each)));
    }

    private static List<String> problems(String key) {
        var words = new ArrayList<String>();
        String[] parts = key.split("/", -1);
        if (parts.length > 2) {
            return List.of("a qualified name " + NAME_RULE
                    + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
        }
        if (parts.length == 2) {
            words.addAll(prefixProblems(parts[0]));
        }
        String name = parts[parts.length - 1];
        if (name.isEmpty()) {
            words.add("name part must be non-empty");
        } else if (bytes(name) > LONGEST_NAME) {
            words.add("name part " + tooLong(LONGEST_NAME));
        }
        if (!NAME.matcher(name).matches()) {
            words.add("name part " + NAME_RULE);
        }
        return words;
    }

    private static List<String> prefixProblems(String prefix) {
        var words = new ArrayList<String>();
        if (prefix.isEmpty()) {
            words.add("prefix part must be non-empty");
            return words;
        }
        if (bytes(prefix) > LONGEST_PREFIX) {
            words.add("prefix part " + tooLong(LONGEST_PREFIX));
        }
        if (!Bodies.SUBDOMAIN.matcher(prefix).matches()) {
            words.add("prefix part " + Bodies.SUBDOMAIN_RULE);
        }
        return words;
    }

    private static List<String> valueProblems(String value) {
        var words = new ArrayList<String>();
        if (bytes(value) > LONGEST_NAME) {
            words.add(tooLong(LONGEST_NAME));
        }
        if (!LABEL_VALUE.matcher(value).matches()) {
            words.add(LABEL_VALUE_RULE);
        }
        return words;
    }

    private static String tooLong(int most) {
        return "must be no more than " + most + " characters";
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

package dev.kopf.apiserver.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The JSONPath that columns of CRDs use: {@code .a.b}, {@code ['a.b']}, {@code [0]}, {@code [*]} and
 * {@code [?(@.type=="Ready")]}. Immutable.
 */
final class JsonPath {

    private static final Pattern STEP = Pattern.compile("\\.\\.?((?:\\\\.|[^.\\[\\]])+)"
            + "|\\['((?:\\\\.|[^'])*)'\\]"
            + "|\\[(-?\\d+)\\]"
            + "|(\\[\\*\\]|\\.\\*)"
            + "|\\[\\?\\(\\s*@\\.([^=!\\s]+)\\s*(==|!=)\\s*[\"']?([^\"')]*)[\"']?\\s*\\)\\]");

    private final List<Step> steps;

    private JsonPath(List<Step> steps) {
        this.steps = steps;
    }

    /** Reads a path; what cannot be understood finds nothing. */
    static JsonPath parse(String text) {
        var steps = new ArrayList<Step>();
        Matcher matcher = STEP.matcher(text);
        int at = 0;
        while (matcher.find(at) && matcher.start() == at) {
            steps.add(step(matcher));
            at = matcher.end();
        }
        return at == text.length() ? new JsonPath(steps) : new JsonPath(List.of(node -> Stream.empty()));
    }

    /** The nodes that the path finds. */
    List<JsonNode> find(JsonNode tree) {
        Stream<JsonNode> nodes = Stream.of(tree);
        for (Step step : steps) {
            nodes = nodes.flatMap(step::next);
        }
        return nodes.toList();
    }

    private static Step step(Matcher matcher) {
        if (matcher.group(1) != null) {
            return field(matcher.group(1));
        }
        if (matcher.group(2) != null) {
            return field(matcher.group(2));
        }
        if (matcher.group(3) != null) {
            int index = Integer.parseInt(matcher.group(3));
            return node -> Stream.ofNullable(node.get(index < 0 ? node.size() + index : index));
        }
        if (matcher.group(4) != null) {
            return JsonNode::valueStream;
        }
        JsonPath path = parse("." + matcher.group(5));
        boolean equal = matcher.group(6).equals("==");
        String value = matcher.group(7).strip();
        return node -> node.valueStream()
                .filter(item -> path.find(item).stream()
                                .anyMatch(found -> found.asText().equals(value))
                        == equal);
    }

    private static Step field(String name) {
        String plain = name.replaceAll("\\\\(.)", "$1");
        return node -> Stream.ofNullable(node.get(plain));
    }

    @FunctionalInterface
    private interface Step {
        Stream<JsonNode> next(JsonNode node);
    }
}

package dev.kopf.apiserver.selector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.failure.Failures;
import dev.kopf.apiserver.json.Trees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A label selector in its text form: {@code a=b,c!=d,e in (f,g),h notin (i),j,!k,n>5}. Immutable. */
public final class LabelSelector {

    private static final Pattern SET = Pattern.compile("(\\S+)\\s+(in|notin)\\s*\\(([^)]*)\\)");
    private static final Pattern COMPARISON = Pattern.compile("([^=!<>\\s]+)\\s*(==|=|!=|<|>)\\s*([^=!<>\\s]*)");
    private static final Pattern EXISTENCE = Pattern.compile("(!?)\\s*([^=!<>\\s()]+)");

    /** Selects everything. */
    public static final LabelSelector EVERYTHING = new LabelSelector(List.of());

    private final List<Requirement> requirements;

    private LabelSelector(List<Requirement> requirements) {
        this.requirements = requirements;
    }

    /** Reads a selector; fails with 400 where it makes no sense. */
    public static LabelSelector parse(String text) {
        if (text.isBlank()) {
            return EVERYTHING;
        }
        var requirements = new ArrayList<Requirement>();
        for (String part : parts(text)) {
            requirements.add(requirement(part.strip()));
        }
        return new LabelSelector(List.copyOf(requirements));
    }

    /** Whether an object's labels fit. */
    public boolean matches(ObjectNode object) {
        JsonNode labels = Trees.at(object, "metadata", "labels");
        return requirements.stream().allMatch(requirement -> requirement.matches(labels));
    }

    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static Requirement requirement(String part) {
        Matcher set = SET.matcher(part);
        if (set.matches()) {
            Set<String> values = Arrays.stream(set.group(3).split(",", -1))
                    .map(String::strip)
                    .collect(Collectors.toUnmodifiableSet());
            return new Requirement(set.group(1), set.group(2), values);
        }
        Matcher comparison = COMPARISON.matcher(part);
        if (comparison.matches()) {
            String operator = comparison.group(2).equals("==") ? "=" : comparison.group(2);
            return new Requirement(comparison.group(1), operator, Set.of(comparison.group(3)));
        }
        Matcher existence = EXISTENCE.matcher(part);
        if (existence.matches()) {
            return new Requirement(existence.group(2), existence.group(1).isEmpty() ? "exists" : "!", Set.of());
        }
        throw Failures.badRequest("unable to parse requirement: " + part);
    }

    private record Requirement(String key, String operator, Set<String> values) {

        boolean matches(JsonNode labels) {
            boolean present = labels.has(key);
            String value = labels.path(key).asText("");
            return switch (operator) {
                case "exists" -> present;
                case "!" -> !present;
                case "=", "in" -> present && values.contains(value);
                case "!=", "notin" -> !present || !values.contains(value);
                default -> present && compares(value);
            };
        }

        private boolean compares(String value) {
            try {
                int order = Long.compare(
                        Long.parseLong(value), Long.parseLong(values.iterator().next()));
                return operator.equals(">") ? order > 0 : order < 0;
            } catch (NumberFormatException notNumbers) {
                return false;
            }
        }
    }
}

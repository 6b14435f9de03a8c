package dev.kopf.apiserver.selector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.failure.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A field selector in its text form: {@code metadata.name=a,status.phase!=Running}. Immutable. */
public final class FieldSelector {

    private static final Pattern REQUIREMENT = Pattern.compile("\\s*([^=!]+?)\\s*(==|=|!=)\\s*(.*?)\\s*");

    /** Selects everything. */
    public static final FieldSelector EVERYTHING = new FieldSelector(List.of());

    private final List<Requirement> requirements;

    private FieldSelector(List<Requirement> requirements) {
        this.requirements = requirements;
    }

    /** Reads a selector over the given fields; fails with 400 where it makes no sense or names another field. */
    public static FieldSelector parse(String text, Set<String> fields) {
        var requirements = new ArrayList<Requirement>();
        for (String part : text.split(",", -1)) {
            if (!part.isBlank()) {
                requirements.add(requirement(part, fields));
            }
        }
        return new FieldSelector(List.copyOf(requirements));
    }

    /** Whether an object's fields fit. */
    public boolean matches(ObjectNode object) {
        return requirements.stream().allMatch(requirement -> requirement.matches(object));
    }

    private static Requirement requirement(String part, Set<String> fields) {
        Matcher matcher = REQUIREMENT.matcher(part);
        if (!matcher.matches()) {
            throw Failures.badRequest("invalid selector: '" + part + "'; can't understand '" + part + "'");
        }
        String field = matcher.group(1);
        if (!fields.contains(field)) {
            String known = fields.stream().sorted().map(f -> '"' + f + '"').collect(Collectors.joining(", "));
            throw Failures.badRequest("\"" + field + "\" is not a known field selector: only " + known);
        }
        return new Requirement(
                List.of(field.split("\\.", -1)), !matcher.group(2).equals("!="), matcher.group(3));
    }

    private record Requirement(List<String> path, boolean equal, String value) {

        boolean matches(ObjectNode object) {
            JsonNode node = object;
            for (String key : path) {
                node = node.path(key);
            }
            return node.asText("").equals(value) == equal;
        }
    }
}

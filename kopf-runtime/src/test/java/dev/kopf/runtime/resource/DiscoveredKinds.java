package dev.kopf.runtime.resource;

import dev.kopf.runtime.resource.Vectors.Case;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the kinds and selectors of the vectors. */
public final class DiscoveredKinds {

    private DiscoveredKinds() {}

    /** All kinds of the vectors' cluster, by name; in a case of its own. */
    public static Map<String, DiscoveredKind> cluster() {
        AtomicReference<Map<String, DiscoveredKind>> found = new AtomicReference<>(Map.of());
        Vectors.cases("selectors.json")
                .filter(vector -> vector.call().equals("cluster"))
                .forEach(vector -> {
                    Map<String, DiscoveredKind> kinds = new LinkedHashMap<>();
                    for (Object resource : Json.list(vector.in("resources"))) {
                        DiscoveredKind kind = of(Json.map(resource));
                        kinds.put(kind.toString(), kind);
                    }
                    found.set(kinds);
                });
        return found.get();
    }

    /** A kind as the vectors describe it. */
    public static DiscoveredKind of(Map<String, @Nullable Object> resource) {
        ResourceKind kind = new ResourceKind(
                text(resource.get("group")),
                text(resource.get("version")),
                text(resource.get("kind")),
                text(resource.get("plural")),
                Boolean.TRUE.equals(resource.get("namespaced"))
                        ? ResourceKind.Scope.NAMESPACED
                        : ResourceKind.Scope.CLUSTER);
        return new DiscoveredKind(
                kind,
                new DiscoveredKind.Names(
                        text(resource.get("singular")),
                        texts(resource.get("shortcuts")),
                        texts(resource.get("categories"))),
                Boolean.TRUE.equals(resource.get("preferred")),
                Set.copyOf(texts(resource.get("subresources"))),
                Set.copyOf(texts(resource.get("verbs"))));
    }

    /** A selector as an author would write it. What cannot be written, as there is no such method, is refused by the compiler. */
    public static ResourceSelector selector(Map<String, @Nullable Object> spec) {
        List<Object> args = Json.list(spec.get("args")).stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        List<String> names = Stream.of("kind", "plural", "singular", "shortcut", "category")
                .filter(spec::containsKey)
                .toList();
        if (names.size() + (args.isEmpty() ? 0 : 1) != 1) {
            throw new IllegalArgumentException("there is no method for that");
        }
        ResourceSelector selector =
                names.isEmpty() ? positional(args) : keyword(names.get(0), text(spec.get(names.get(0))));
        if (spec.get("group") instanceof String group) {
            selector = selector.inGroup(group);
        }
        return spec.get("version") instanceof String version ? selector.inVersion(version) : selector;
    }

    private static ResourceSelector positional(List<Object> args) {
        Object last = args.get(args.size() - 1);
        List<String> texts = args.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
        if (last instanceof Map<?, ?>) {
            ResourceSelector selector = Json.map(last).containsKey("marker")
                    ? ResourceSelector.everything()
                    : ResourceSelector.matching(
                            kind -> callback(text(Json.map(last).get("callback")), kind));
            return limited(selector, texts);
        }
        if (texts.size() < args.size() || texts.size() > 3) {
            throw new IllegalArgumentException("there is no method for that");
        }
        return switch (texts.size()) {
            case 1 -> ResourceSelector.of(texts.get(0));
            case 2 -> ResourceSelector.of(texts.get(0), texts.get(1));
            default -> ResourceSelector.of(texts.get(0), texts.get(1), texts.get(2));
        };
    }

    /** Where the group of a name would be told by one text, of these it is told by methods. */
    private static ResourceSelector limited(ResourceSelector selector, List<String> texts) {
        if (texts.isEmpty()) {
            return selector;
        }
        String group = texts.get(0);
        if (texts.size() > 1) {
            return selector.inGroup(group).inVersion(texts.get(1));
        }
        if (group.equals("v1")) {
            return selector.inGroup("").inVersion(group);
        }
        String[] parts = group.split("/", 2);
        ResourceSelector limited = selector.inGroup(parts[0]);
        return parts.length == 1 ? limited : limited.inVersion(parts[1]);
    }

    private static ResourceSelector keyword(String key, String name) {
        return switch (key) {
            case "kind" -> ResourceSelector.ofKind(name);
            case "plural" -> ResourceSelector.ofPlural(name);
            case "singular" -> ResourceSelector.ofSingular(name);
            case "shortcut" -> ResourceSelector.ofShortName(name);
            default -> ResourceSelector.ofCategory(name);
        };
    }

    private static boolean callback(String name, DiscoveredKind kind) {
        String value = name.substring(name.indexOf(':') + 1);
        return switch (name.split(":", 2)[0]) {
            case "all" -> true;
            case "none" -> false;
            case "namespaced" -> kind.kind().isNamespaced();
            case "group" -> kind.kind().group().equals(value);
            case "version" -> kind.kind().version().equals(value);
            case "plural" -> kind.kind().plural().equals(value);
            default -> throw new AssertionError("an unknown callback: " + name);
        };
    }

    /** The texts of a list. */
    public static List<String> texts(@Nullable Object values) {
        return Json.list(values).stream().map(String::valueOf).collect(Collectors.toList());
    }

    /** The outcome of a case, as texts. */
    public static List<String> out(Case vector, String key) {
        return texts(vector.out(key));
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }
}

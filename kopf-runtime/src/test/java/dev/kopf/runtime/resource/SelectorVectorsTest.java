package dev.kopf.runtime.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.resource.Vectors.Case;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Selectors mean the kinds that Kopf's mean (F-20…F-24), and patterns its namespaces (F-31, W-42). */
final class SelectorVectorsTest {

    private final Map<String, DiscoveredKind> cluster = DiscoveredKinds.cluster();

    @TestFactory
    Stream<DynamicTest> selectors() {
        return Vectors.tests(
                "selectors.json",
                Map.of(
                        "cluster", this::checkCluster,
                        "select", this::checkSelection,
                        "namespaces", this::checkNamespaces,
                        "servedNamespaces", this::checkServed),
                "revise",
                "discover",
                "url");
    }

    private void checkCluster(Case vector) {
        assertThat(cluster.keySet()).containsExactlyInAnyOrderElementsOf(DiscoveredKinds.texts(vector.out()));
    }

    private void checkSelection(Case vector) {
        Map<String, @Nullable Object> spec = vector.inMap("selector");
        if (vector.raises()) {
            assertThatThrownBy(() -> DiscoveredKinds.selector(spec)).isInstanceOf(IllegalArgumentException.class);
            return;
        }
        ResourceSelector selector = DiscoveredKinds.selector(spec);
        Collection<DiscoveredKind> all = cluster.values();
        assertThat(selector.select(all))
                .extracting(DiscoveredKind::toString)
                .containsExactlyInAnyOrderElementsOf(DiscoveredKinds.out(vector, "selected"));
        assertThat(all.stream().filter(selector::matches))
                .extracting(DiscoveredKind::toString)
                .containsExactlyInAnyOrderElementsOf(DiscoveredKinds.out(vector, "matching"));
        assertThat(selector.isSpecific()).isEqualTo(vector.out("specific"));
        assertThat(parsed(selector)).isEqualTo(vector.out("parsed"));
    }

    private static Map<String, Object> parsed(ResourceSelector selector) {
        Map<String, Object> parsed = new LinkedHashMap<>();
        String group = selector.group();
        String version = selector.version();
        String name = selector.anyName();
        if (group != null) {
            parsed.put("group", group);
        }
        if (version != null) {
            parsed.put("version", version);
        }
        if (name != null) {
            parsed.put("anyName", name);
        }
        if (selector.isForEverything()) {
            parsed.put("everything", true);
        }
        return parsed;
    }

    private void checkNamespaces(Case vector) {
        NamespacePattern pattern = vector.in("pattern") instanceof String text
                ? NamespacePattern.of(text)
                : NamespacePattern.of(
                        Pattern.compile(String.valueOf(vector.inMap("pattern").get("regex"))));
        assertThat(DiscoveredKinds.texts(vector.in("names")).stream().filter(pattern::matches))
                .containsExactlyElementsOf(DiscoveredKinds.out(vector, "matching"));
        assertThat(pattern.isLiteral() ? List.of(pattern.toString()) : List.of())
                .isEqualTo(DiscoveredKinds.out(vector, "literal"));
    }

    private void checkServed(Case vector) {
        List<NamespacePattern> patterns = DiscoveredKinds.texts(vector.in("patterns")).stream()
                .map(NamespacePattern::of)
                .toList();
        Set<String> served = new LinkedHashSet<>(DiscoveredKinds.texts(vector.in("served")));
        for (Object event : Json.list(vector.in("events"))) {
            Map<String, @Nullable Object> fields = Json.map(event);
            served = ServedNamespaces.after(
                    served,
                    patterns,
                    new WatchEvent(
                            WatchEvent.Type.valueOf(String.valueOf(fields.get("type"))),
                            new Body(Json.map(fields.get("object")))));
        }
        assertThat(served).containsExactlyInAnyOrderElementsOf(DiscoveredKinds.texts(vector.out()));
    }
}

package dev.kopf.runtime.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.resource.DiscoveredKind;
import dev.kopf.runtime.resource.DiscoveredKinds;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Vectors;
import dev.kopf.runtime.resource.Vectors.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The kinds that are watched for selectors are Kopf's (F-24, W-41, W-43). */
final class KindPlanVectorsTest {

    private static final Set<String> READING = Set.of("event", "index");

    private final Map<String, DiscoveredKind> cluster = DiscoveredKinds.cluster();

    @TestFactory
    Stream<DynamicTest> revise() {
        return Vectors.tests(
                "selectors.json",
                Map.of("revise", this::check),
                "cluster",
                "select",
                "namespaces",
                "servedNamespaces",
                "discover",
                "url");
    }

    private void check(Case vector) {
        List<Map<String, @Nullable Object>> handlers =
                Json.list(vector.in("handlers")).stream().map(Json::map).toList();
        if (handlers.stream().anyMatch(handler -> "validate".equals(handler.get("kind")))) {
            throw Vectors.notBuilt("webhooks");
        }
        List<KindPlan.Want> wants = handlers.stream()
                .map(handler -> new KindPlan.Want(
                        DiscoveredKinds.selector(Json.map(handler.get("selector"))),
                        !READING.contains(String.valueOf(handler.get("kind")))))
                .toList();
        KindPlan plan = KindPlan.of(wants, known(vector));
        assertThat(plan.watched())
                .extracting(DiscoveredKind::toString)
                .containsExactlyInAnyOrderElementsOf(DiscoveredKinds.out(vector, "watched"));
        List<String> indexed = new ArrayList<>();
        for (int i = 0; i < handlers.size(); i++) {
            if ("index".equals(handlers.get(i).get("kind"))) {
                plan.kindsOf(wants.get(i).selector()).forEach(kind -> indexed.add(kind.toString()));
            }
        }
        assertThat(indexed).containsExactlyInAnyOrderElementsOf(DiscoveredKinds.out(vector, "indexed"));
    }

    /** All that is known after a group was asked for anew: of the others what was known before. */
    private List<DiscoveredKind> known(Case vector) {
        List<DiscoveredKind> known = new ArrayList<>();
        DiscoveredKinds.texts(vector.in("served")).stream()
                .map(this::kind)
                .filter(kind -> !kind.kind().group().equals(vector.in("group")))
                .forEach(known::add);
        DiscoveredKinds.texts(vector.in("found")).stream().map(this::kind).forEach(known::add);
        return known;
    }

    private DiscoveredKind kind(String name) {
        return Objects.requireNonNull(cluster.get(name), name);
    }
}

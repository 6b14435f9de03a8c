package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.DiscoveredKind;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.WatchEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the CRDs say that the server serves, which it does a little later. Not safe for use by several threads. */
final class CrdExpectations {

    private static final String ESTABLISHED = "Established";

    private final Map<String, Crd> crds = new HashMap<>();
    private final Set<Crd> gone = new HashSet<>();

    /**
     * What is of interest of a CRD.
     *
     * @param group the group of its kind
     * @param plural the name of its kind in URLs
     * @param established whether the server has accepted it
     * @param versions those that are to be served
     * @param others what else is told of the kind
     */
    private record Crd(String group, String plural, boolean established, Set<String> versions, Others others) {

        boolean isOf(DiscoveredKind kind) {
            return kind.kind().plural().equals(plural);
        }
    }

    /** What discovery tells of a kind beside its version. */
    private record Others(String kind, boolean namespaced, Set<String> shortNames, Set<String> categories) {

        static Others of(DiscoveredKind kind) {
            return new Others(
                    kind.kind().kind(),
                    kind.kind().isNamespaced(),
                    Set.copyOf(kind.names().shortNames()),
                    Set.copyOf(kind.names().categories()));
        }
    }

    static String groupOf(Body crd) {
        return String.valueOf(spec(crd).get("group"));
    }

    /** Notes a CRD; whether what the server serves may have changed by it since it was asked. Those of a list are told by {@link #behind}. */
    boolean note(WatchEvent event) {
        Body body = event.body();
        if (event.type() == WatchEvent.Type.DELETED) {
            return remove(body.uid());
        }
        Crd crd = read(body);
        Crd before = crds.put(body.uid(), crd);
        gone.removeIf(
                other -> other.group().equals(crd.group()) && other.plural().equals(crd.plural()));
        boolean isFirst = before == null && (event.type() == WatchEvent.Type.LISTED || !crd.established());
        return !isFirst && !crd.equals(before);
    }

    private boolean remove(String uid) {
        Crd crd = crds.remove(uid);
        if (crd != null) {
            gone.add(crd);
        }
        return crd != null;
    }

    /** Notes that there are no other CRDs than these; the groups of those that are gone. */
    Set<String> retain(Set<String> uids) {
        Set<String> groups = new HashSet<>();
        Map.copyOf(crds).forEach((uid, crd) -> {
            if (!uids.contains(uid)) {
                groups.add(crd.group());
                remove(uid);
            }
        });
        return groups;
    }

    /** The groups of which the server does not serve what CRDs say, or what went; what is as it should be is not looked for any more. */
    Set<String> behind(Map<String, List<DiscoveredKind>> known) {
        Set<String> groups = new HashSet<>();
        for (Crd crd : crds.values()) {
            if (crd.established() && !versions(crd, known).containsAll(crd.versions())) {
                groups.add(crd.group());
            }
        }
        gone.removeIf(crd -> versions(crd, known).isEmpty());
        gone.forEach(crd -> groups.add(crd.group()));
        return groups;
    }

    /** The groups of which the server serves what CRDs say in another way: by other names, or in versions of before. */
    Set<String> differing(Map<String, List<DiscoveredKind>> known) {
        Set<String> groups = new HashSet<>();
        for (Crd crd : crds.values()) {
            boolean differs = served(crd, known)
                    .anyMatch(kind -> !Others.of(kind).equals(crd.others())
                            || !crd.versions().contains(kind.kind().version()));
            if (crd.established() && differs) {
                groups.add(crd.group());
            }
        }
        return groups;
    }

    private static Set<String> versions(Crd crd, Map<String, List<DiscoveredKind>> known) {
        return served(crd, known).map(kind -> kind.kind().version()).collect(Collectors.toSet());
    }

    private static Stream<DiscoveredKind> served(Crd crd, Map<String, List<DiscoveredKind>> known) {
        return known.getOrDefault(crd.group(), List.of()).stream().filter(crd::isOf);
    }

    private static Crd read(Body body) {
        Map<String, @Nullable Object> wished = Json.map(spec(body).get("names"));
        Map<String, @Nullable Object> accepted =
                Json.map(Json.map(body.fields().get("status")).get("acceptedNames"));
        Map<String, @Nullable Object> names = accepted.get("plural") instanceof String ? accepted : wished;
        Set<String> versions = Json.list(spec(body).get("versions")).stream()
                .map(Json::map)
                .filter(version -> Boolean.TRUE.equals(version.get("served")))
                .map(version -> String.valueOf(version.get("name")))
                .collect(Collectors.toUnmodifiableSet());
        Others others = new Others(
                String.valueOf(names.get("kind")),
                !"Cluster".equals(spec(body).get("scope")),
                texts(names.get("shortNames")),
                texts(names.get("categories")));
        return new Crd(groupOf(body), String.valueOf(wished.get("plural")), isEstablished(body), versions, others);
    }

    private static Set<String> texts(@Nullable Object values) {
        return Json.list(values).stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isEstablished(Body body) {
        return Json.list(Json.map(body.fields().get("status")).get("conditions")).stream()
                .map(Json::map)
                .anyMatch(condition ->
                        ESTABLISHED.equals(condition.get("type")) && "True".equals(condition.get("status")));
    }

    private static Map<String, @Nullable Object> spec(Body crd) {
        return Json.map(crd.fields().get("spec"));
    }
}

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
     * @param versions those that are to be served; empty until the server has accepted the CRD
     * @param names all names of the kind, to see when they change
     */
    private record Crd(String group, String plural, Set<String> versions, Object names) {}

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
        boolean isFirst = before == null
                && (event.type() == WatchEvent.Type.LISTED || crd.versions().isEmpty());
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

    /** The groups of which the server serves something else than CRDs say; what is as it should be is not looked for any more. */
    Set<String> behind(Map<String, List<DiscoveredKind>> known) {
        Set<String> groups = new HashSet<>();
        for (Crd crd : crds.values()) {
            if (!served(crd, known).containsAll(crd.versions())) {
                groups.add(crd.group());
            }
        }
        gone.removeIf(crd -> served(crd, known).isEmpty());
        gone.forEach(crd -> groups.add(crd.group()));
        return groups;
    }

    private static Set<String> served(Crd crd, Map<String, List<DiscoveredKind>> known) {
        Set<String> versions = new HashSet<>();
        for (DiscoveredKind kind : known.getOrDefault(crd.group(), List.of())) {
            if (kind.kind().plural().equals(crd.plural())) {
                versions.add(kind.kind().version());
            }
        }
        return versions;
    }

    private static Crd read(Body body) {
        Map<String, @Nullable Object> names = Json.map(spec(body).get("names"));
        Set<String> versions = new HashSet<>();
        for (Object version : Json.list(spec(body).get("versions"))) {
            if (isEstablished(body) && Boolean.TRUE.equals(Json.map(version).get("served"))) {
                versions.add(String.valueOf(Json.map(version).get("name")));
            }
        }
        return new Crd(groupOf(body), String.valueOf(names.get("plural")), Set.copyOf(versions), names);
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

package dev.kopf.apiserver.patch;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the lists of built-in kinds are merged: what Kubernetes writes as {@code patchStrategy} and {@code patchMergeKey}. */
final class MergeKeys {

    private static final Map<String, String> BY_FIELD = Map.ofEntries(
            Map.entry("conditions", "type"),
            Map.entry("containers", "name"),
            Map.entry("env", "name"),
            Map.entry("ephemeralContainers", "name"),
            Map.entry("hostAliases", "ip"),
            Map.entry("imagePullSecrets", "name"),
            Map.entry("initContainers", "name"),
            Map.entry("ownerReferences", "uid"),
            Map.entry("podIPs", "ip"),
            Map.entry("resourceClaims", "name"),
            Map.entry("schedulingGates", "name"),
            Map.entry("secrets", "name"),
            Map.entry("topologySpreadConstraints", "topologyKey"),
            Map.entry("volumeDevices", "devicePath"),
            Map.entry("volumeMounts", "mountPath"),
            Map.entry("volumes", "name"));

    private static final Set<String> SETS = Set.of("finalizers");

    private MergeKeys() {}

    /** The key by which the items of a list are told apart, none where the list is replaced as a whole. */
    static @Nullable String of(String field, Iterable<com.fasterxml.jackson.databind.JsonNode> items) {
        if (field.equals("ports")) {
            for (var item : items) {
                if (item.has("containerPort")) {
                    return "containerPort";
                }
            }
            return "port";
        }
        return BY_FIELD.get(field);
    }

    /** Whether a list of plain values is a set, to which a patch adds. */
    static boolean isSet(String field) {
        return SETS.contains(field);
    }
}

package dev.kopf.apiserver.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kopf.apiserver.json.Trees;

/**
 * How something is deleted.
 *
 * @param policy what happens to the objects that it owns
 * @param uid the uid that it must have, empty for any
 * @param resourceVersion the version that it must have, empty for any
 * @param dryRun whether nothing is to be stored
 */
public record DeleteOptions(Policy policy, String uid, String resourceVersion, boolean dryRun) {

    /** At once, with all that it owns. */
    public static final DeleteOptions BACKGROUND = new DeleteOptions(Policy.BACKGROUND, "", "", false);

    /** Reads the body of a request to delete. */
    public static DeleteOptions of(JsonNode body, String policyParameter, boolean dryRun) {
        String policy = Trees.text(body, "propagationPolicy");
        boolean orphan = body.path("orphanDependents").asBoolean();
        return new DeleteOptions(
                orphan ? Policy.ORPHAN : Policy.of(policy.isEmpty() ? policyParameter : policy),
                Trees.text(body, "preconditions", "uid"),
                Trees.text(body, "preconditions", "resourceVersion"),
                dryRun || body.path("dryRun").size() > 0);
    }

    /** What happens to owned objects. */
    public enum Policy {
        /** They are deleted after their owner. */
        BACKGROUND,
        /** They are deleted before their owner. */
        FOREGROUND,
        /** They stay, and forget their owner. */
        ORPHAN;

        static Policy of(String name) {
            return switch (name) {
                case "Orphan" -> ORPHAN;
                case "Foreground" -> FOREGROUND;
                default -> BACKGROUND;
            };
        }
    }
}

package dev.kopf.runtime.essence;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Patch;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.jspecify.annotations.Nullable;

/**
 * How an operator's annotations are named (S-2…S-4, S-11…S-13), and how those of other operators are known (D-2, D-5). Lengths are in
 * code points.
 *
 * @param prefix the part before the slash, not empty; one for each operator of a kind
 * @param v1 whether the older, shorter names are read, written and purged too (S-12)
 */
public record AnnotationKeys(String prefix, boolean v1) {

    /** The prefix of operators that name no other. */
    public static final String DEFAULT_PREFIX = "kopf.zalando.org";

    private static final int MAX_NAME = 63;

    /** What an API server takes after the slash, of {@link #MAX_NAME} characters at most. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?");

    private static final String MARKER = "kopf-managed";

    public AnnotationKeys {
        if (prefix.isEmpty()) {
            throw new IllegalArgumentException("The prefix of annotations must not be empty.");
        }
    }

    /** Names with this prefix, old and new. */
    public static AnnotationKeys of(String prefix) {
        return new AnnotationKeys(prefix, true);
    }

    /**
     * The annotations that keep what has this id, the current name first (S-11, S-12). They are Kopf's as long as an API server takes them;
     * else no write of Kopf's has ever come through, and one of ours stands for them.
     */
    public List<String> keys(String id, Body body) {
        List<String> kopfs = kopfKeys(id, body);
        if (!isTaken(kopfs.get(0))) {
            return List.of(prefix + "/" + takenName(withOwner(id, body)));
        }
        return kopfs.stream().filter(AnnotationKeys::isTaken).toList();
    }

    /** What Kopf would call them, whether or not an API server takes such keys. */
    public List<String> kopfKeys(String id, Body body) {
        String marked = withOwner(id, body);
        String current = currentKey(marked);
        String legacy = v1 ? legacyKey(marked) : current;
        return current.equals(legacy) ? List.of(current) : List.of(current, legacy);
    }

    /** The mark by which operators know annotations of others. */
    public String marker() {
        return prefix + "/" + MARKER;
    }

    /** Whether an annotation has our prefix. */
    public boolean isOurs(String key) {
        return key.startsWith(prefix + "/");
    }

    /** The patch, and the mark by which operators know annotations of others, unless it is there or not needed (D-5). */
    public Patch mark(Body body, Patch patch) {
        return prefix.startsWith("kopf.") ? patch : markAlways(body, patch);
    }

    /** The patch, and the mark by which operators know annotations of others, unless it is there. */
    public Patch markAlways(Body body, Patch patch) {
        String key = marker();
        return body.annotations().containsKey(key) || patch.has(path(key)) ? patch : patch.withAnnotation(key, "yes");
    }

    /** Whether operators know annotations of this prefix without a mark (D-2). */
    public boolean isKnownToAll() {
        return isKnownToAll(prefix);
    }

    private static boolean isKnownToAll(String prefix) {
        return prefix.equals(DEFAULT_PREFIX) || prefix.endsWith("." + DEFAULT_PREFIX);
    }

    /** The prefixes of annotations that belong to operators, ours or others' (D-2). */
    public static Set<String> operatorPrefixes(Collection<String> keys) {
        Set<String> prefixes = new TreeSet<>();
        for (String key : keys) {
            String prefix = prefixOf(key);
            boolean operator = key.equals(prefix + "/" + MARKER) || isKnownToAll(prefix);
            if (operator && key.indexOf('/') >= 0) {
                prefixes.add(prefix);
            }
        }
        return prefixes;
    }

    /** The path of an annotation in an object. */
    public static FieldPath path(String key) {
        return EssenceRules.ANNOTATIONS.child(key);
    }

    /** What ends the names that had to be cut: a digest of the id (S-13). */
    public static String suffix(String id) {
        var blake = new Blake2bDigest(32);
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        blake.update(bytes, 0, bytes.length);
        byte[] digest = new byte[blake.getDigestSize()];
        blake.doFinal(digest, 0);
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(digest);
        return "-" + base64.replace('+', '-').replace('/', '.');
    }

    /** The part of a key before its first slash; empty where it has none. */
    static String prefixOf(String key) {
        return key.substring(0, Math.max(0, key.indexOf('/')));
    }

    private String currentKey(String id) {
        String safe = safe(id);
        if (length(id) <= MAX_NAME) {
            return prefix + "/" + safe;
        }
        String suffix = suffix(id);
        return prefix + "/" + cut(safe, MAX_NAME - suffix.length()) + suffix;
    }

    private String legacyKey(String id) {
        String safe = safe(id);
        int room = MAX_NAME - length(prefix) - 1;
        if (length(safe) <= room) {
            return prefix + "/" + safe;
        }
        String suffix = suffix(safe);
        return prefix + "/" + cut(safe, room - suffix.length()) + suffix;
    }

    private static boolean isTaken(String key) {
        String name = key.substring(key.indexOf('/') + 1);
        return name.length() <= MAX_NAME && NAME.matcher(name).matches();
    }

    /** As of what is too long for Kopf: what can be read of the id, and its digest. */
    private static String takenName(String id) {
        String readable = id.replaceAll("[^-A-Za-z0-9_.]", "_").replaceFirst("^[-_.]+", "");
        String suffix = suffix(id);
        return cut(readable.isEmpty() ? "id" : readable, MAX_NAME - suffix.length()) + suffix;
    }

    /** ReplicaSets get the annotations of their Deployment, from which theirs must be told apart (S-4). */
    private static String withOwner(String id, Body body) {
        if (!"ReplicaSet".equals(body.fields().get("kind"))) {
            return id;
        }
        boolean owned = Json.list(body.metadata().get("ownerReferences")).stream()
                .map(AnnotationKeys::kindOf)
                .anyMatch("Deployment"::equals);
        return owned ? id + "-ofDRS" : id;
    }

    private static @Nullable Object kindOf(@Nullable Object owner) {
        Map<String, @Nullable Object> fields = Json.map(owner);
        return fields.get("kind");
    }

    private static String safe(String id) {
        return id.replace('/', '.').replace('<', '_').replace('>', '_');
    }

    /** The first characters of a text; where the count is negative, all but as many of the last (S-12). */
    private static String cut(String text, int count) {
        int kept = count >= 0 ? Math.min(count, length(text)) : Math.max(0, length(text) + count);
        return text.substring(0, text.offsetByCodePoints(0, kept));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}

package dev.kopf.runtime.essence;

import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.UnknownValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What of an object's essence is kept as a digest (R12), and how what is kept so is known again. Pure functions.
 *
 * <p>A digest is keyed with the object's uid, and with the place of the value: a table that was made once fits no object, and equal secrets
 * do not look equal. Who reads the object and guesses a secret can still try the guess, as no key is kept that readers of the object do
 * not have; but such a reader has the secret itself before the eyes. What the digest prevents is that copies of annotations (logs,
 * exports, {@code kubectl describe}) carry it.
 *
 * @param salt the object's uid
 * @param secrets the places of secrets; {@link #ANY} stands for each item of a list and each value of a map
 */
record KeptForm(String salt, List<FieldPath> secrets) {

    /** In a place: each item, or each value. */
    static final String ANY = "*";

    KeptForm {
        secrets = List.copyOf(secrets);
    }

    /** The content with a digest in place of each secret; the content itself where it has none. */
    Map<String, @Nullable Object> kept(Map<String, @Nullable Object> content) {
        return secrets.isEmpty() ? content : sealed(content, (digest, value) -> {});
    }

    /** The content with one digest for each top-level field. */
    Map<String, @Nullable Object> digests(Map<String, @Nullable Object> kept) {
        Map<String, @Nullable Object> digests = new LinkedHashMap<>();
        kept.forEach((key, value) -> {
            if (value != null) {
                digests.put(key, UnknownValue.is(value) ? value : digest(FieldPath.of(key), value));
            }
        });
        return digests;
    }

    /** What was kept, with the values in it that are known, as they have not changed since. */
    Map<String, @Nullable Object> revealed(
            Map<String, @Nullable Object> stored, Map<String, @Nullable Object> content) {
        boolean anyDigests = stored.values().stream().anyMatch(UnknownValue::is);
        if (secrets.isEmpty() && !anyDigests) {
            return stored;
        }
        Map<String, @Nullable Object> known = new LinkedHashMap<>();
        Map<String, @Nullable Object> kept = sealed(content, known::put);
        Map<String, @Nullable Object> revealed = new LinkedHashMap<>();
        stored.forEach((key, value) -> {
            boolean same = UnknownValue.is(value)
                    && kept.get(key) != null
                    && value.equals(digest(FieldPath.of(key), kept.get(key)));
            revealed.put(key, same ? content.get(key) : revealed(value, known));
        });
        return revealed;
    }

    private static @Nullable Object revealed(@Nullable Object stored, Map<String, @Nullable Object> known) {
        if (stored instanceof Map<?, ?>) {
            Map<String, @Nullable Object> revealed = new LinkedHashMap<>();
            Json.map(stored).forEach((key, value) -> revealed.put(key, revealed(value, known)));
            return revealed;
        }
        if (stored instanceof List<?>) {
            List<@Nullable Object> revealed = new ArrayList<>();
            Json.list(stored).forEach(item -> revealed.add(revealed(item, known)));
            return revealed;
        }
        return stored instanceof String text && known.containsKey(text) ? known.get(text) : stored;
    }

    private Map<String, @Nullable Object> sealed(
            Map<String, @Nullable Object> content, BiConsumer<String, Object> found) {
        return Json.map(sealed(FieldPath.ROOT, content, secrets, found));
    }

    /** What is no map or list where secrets are below is sealed too: it may be one all the same. */
    private @Nullable Object sealed(
            FieldPath place, @Nullable Object value, List<FieldPath> below, BiConsumer<String, Object> found) {
        if (value == null || below.isEmpty()) {
            return value;
        }
        if (below.contains(FieldPath.ROOT)) {
            String digest = digest(place, value);
            found.accept(digest, value);
            return digest;
        }
        if (value instanceof Map<?, ?>) {
            Map<String, @Nullable Object> sealed = new LinkedHashMap<>();
            Json.map(value)
                    .forEach(
                            (key, inner) -> sealed.put(key, sealed(place.child(key), inner, below(below, key), found)));
            return sealed;
        }
        List<FieldPath> items = below(below, ANY);
        if (value instanceof List<?> && !items.isEmpty()) {
            List<@Nullable Object> sealed = new ArrayList<>();
            Json.list(value).forEach(item -> sealed.add(sealed(place.child(ANY), item, items, found)));
            return sealed;
        }
        return sealed(place, value, List.of(FieldPath.ROOT), found);
    }

    private static List<FieldPath> below(List<FieldPath> places, String key) {
        return places.stream()
                .filter(place ->
                        place.keys().get(0).equals(ANY) || place.keys().get(0).equals(key))
                .map(place -> place.skip(1))
                .toList();
    }

    private String digest(FieldPath place, Object value) {
        return UnknownValue.of(Digest.keyed(salt, place, value));
    }
}

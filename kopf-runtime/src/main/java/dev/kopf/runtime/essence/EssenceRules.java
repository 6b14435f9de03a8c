package dev.kopf.runtime.essence;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What of an object is its essence (D-1, D-2). Pure functions that leave the order of keys as Kopf does (D-4). */
final class EssenceRules {

    static final FieldPath ANNOTATIONS = FieldPath.of("metadata", "annotations");

    private static final FieldPath LABELS = FieldPath.of("metadata", "labels");
    private static final FieldPath STATUS = FieldPath.of("status");
    private static final FieldPath METADATA = FieldPath.of("metadata");
    private static final Set<String> SYSTEM_STANZAS = Set.of("apiVersion", "kind", "metadata", "status");
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private EssenceRules() {}

    static Map<String, @Nullable Object> essence(Body body, Collection<FieldPath> extraFields) {
        Map<String, @Nullable Object> essence = new LinkedHashMap<>(body.fields());
        essence.keySet().removeAll(SYSTEM_STANZAS);
        essence = pick(essence, body, LABELS);
        essence = pick(essence, body, ANNOTATIONS);
        Set<String> operators =
                AnnotationKeys.operatorPrefixes(body.annotations().keySet());
        essence = withoutAnnotations(
                essence, key -> key.equals(LAST_APPLIED) || operators.contains(AnnotationKeys.prefixOf(key)));
        for (FieldPath field : extraFields) {
            essence = pick(essence, body, field);
        }
        return withoutEmptyStanzas(essence);
    }

    /** The content without annotations of such keys, and without what is empty then. */
    static Map<String, @Nullable Object> clearAnnotations(
            Map<String, @Nullable Object> essence, Predicate<String> keys) {
        return withoutEmptyStanzas(withoutAnnotations(essence, keys));
    }

    /** The content without a field, and without what is empty then. */
    static Map<String, @Nullable Object> clearField(Map<String, @Nullable Object> essence, FieldPath field) {
        return withoutEmptyStanzas(field.without(essence));
    }

    static Map<String, @Nullable Object> withoutFields(
            Map<String, @Nullable Object> essence, List<FieldPath> ignoredFields) {
        Map<String, @Nullable Object> rest = essence;
        for (FieldPath field : ignoredFields) {
            rest = field.without(rest);
        }
        return rest;
    }

    /** The essence with a field of the object, where the object has it; a path through something that is no map has none (R14). */
    static Map<String, @Nullable Object> pick(Map<String, @Nullable Object> essence, Body body, FieldPath field) {
        return !field.isRoot() && field.isPresentIn(body.fields())
                ? field.with(essence, field.resolve(body.fields()))
                : essence;
    }

    private static Map<String, @Nullable Object> withoutAnnotations(
            Map<String, @Nullable Object> essence, Predicate<String> keys) {
        Map<String, @Nullable Object> annotations = Json.map(ANNOTATIONS.resolve(essence));
        if (annotations.keySet().stream().noneMatch(keys)) {
            return essence;
        }
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(annotations);
        rest.keySet().removeIf(keys);
        return ANNOTATIONS.with(essence, rest);
    }

    private static Map<String, @Nullable Object> withoutEmptyStanzas(Map<String, @Nullable Object> essence) {
        Map<String, @Nullable Object> rest = essence;
        for (FieldPath stanza : List.of(ANNOTATIONS, LABELS, METADATA, STATUS)) {
            if (stanza.isPresentIn(rest) && isEmpty(stanza.resolve(rest))) {
                rest = stanza.without(rest);
            }
        }
        return rest;
    }

    /** Whether a value is nothing to Python. */
    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || value.equals(false)
                || (value instanceof Map<?, ?> map && map.isEmpty())
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof String text && text.isEmpty())
                || (value instanceof Number && Json.equal(value, 0));
    }
}

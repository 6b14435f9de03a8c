package dev.kopf.runtime.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.essence.Specs;
import dev.kopf.runtime.resource.CoreObjects;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Same;
import dev.kopf.runtime.resource.Vectors;
import dev.kopf.runtime.resource.Vectors.Case;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Children are made of objects as Kopf makes them (H-1…H-7), of maps and of fabric8's classes alike. */
final class HierarchiesVectorsTest {

    @TestFactory
    Stream<DynamicTest> hierarchies() {
        return Vectors.tests(
                "hierarchies.json",
                Map.of(
                        "adopt", this::check,
                        "append_owner_reference", this::check,
                        "remove_owner_reference", this::check,
                        "label", this::check,
                        "harmonize_naming", this::check,
                        "adjust_namespace", this::check,
                        "ownerReference", this::checkOwnerReference,
                        "objectReference", this::checkObjectReference));
    }

    /** All objects that are meant are found, in lists of lists and inside of each other (H-1, H-3). */
    @TestFactory
    Stream<DynamicTest> walks() {
        return Vectors.tests(
                "fields.json",
                vector -> vector.call().equals("walk"),
                Map.of("walk", HierarchiesVectorsTest::checkWalk));
    }

    private static void checkWalk(Case vector) {
        List<FieldPath> nested = Specs.fields(vector.in("nested"));
        if (vector.raises()) {
            assertThatThrownBy(() -> Walk.over(vector.in("objects"), nested))
                    .isInstanceOf(IllegalArgumentException.class);
            return;
        }
        List<@Nullable Object> found = new ArrayList<>();
        Walk.over(vector.in("objects"), nested).forEach(each -> found.add(each.value()));
        Same.assertSame(found, vector.out());
    }

    private void checkOwnerReference(Case vector) {
        Same.assertSame(CoreObjects.plain(Hierarchies.ownerReference(vector.inMap("body"))), vector.out());
    }

    private void checkObjectReference(Case vector) {
        Same.assertSame(CoreObjects.plain(Hierarchies.objectReference(vector.inMap("body"))), vector.out());
    }

    private void check(Case vector) {
        Object owner = vector.in("owner") == null ? vector.in("context") : vector.in("owner");
        if (owner == null && isOwnerNeeded(vector)) {
            assertThatThrownBy(() -> call(vector, copy(vector), owner))
                    .as("outside of a handler there is no owner to guess: it is an argument")
                    .isInstanceOf(NullPointerException.class);
            return;
        }
        if (vector.raises() && !isOdd(vector, owner)) {
            assertThatThrownBy(() -> call(vector, copy(vector), owner))
                    .satisfiesAnyOf(
                            thrown -> assertThat(thrown).isInstanceOf(IllegalArgumentException.class),
                            thrown -> assertThat(thrown).isInstanceOf(NullPointerException.class));
            return;
        }
        Object changed = call(vector, copy(vector), owner);
        if (vector.raises()) {
            Object filled = call(vector, Json.mutableCopy(withoutNulls(vector.in("objects"))), withoutNulls(owner));
            Same.assertSame(changed, filled); // null is as good as none, and ends nothing (R14)
            return;
        }
        Same.assertSame(changed, vector.out("objects"));
        if (!hasNullInMetadata(vector.in("objects"))) {
            checkTyped(vector, owner);
        }
    }

    /** The same of fabric8's classes, as far as these can say it: null and empty are as good as none to them. */
    private static void checkTyped(Case vector, @Nullable Object owner) {
        Object typed = typed(copy(vector), object -> CoreObjects.read(object, GenericKubernetesResource.class));
        Object typedOwner = owner == null ? null : CoreObjects.read(owner, GenericKubernetesResource.class);
        Object changed = call(vector, typed, typedOwner);
        Same.assertSame(
                typed(changed, object -> filled(CoreObjects.plain(object))),
                typed(vector.out("objects"), HierarchiesVectorsTest::filled));
    }

    private static boolean isOdd(Case vector, @Nullable Object owner) {
        boolean named =
                owner == null || Json.map(Json.map(owner).get("metadata")).get("name") != null;
        boolean identified =
                owner == null || Json.map(Json.map(owner).get("metadata")).get("uid") != null;
        return named
                && (hasNullInMetadata(vector.in("objects")) || hasNullInMetadata(owner) || !identified)
                && !(vector.call().equals("harmonize_naming")
                        && vector.inMap("options").containsValue(null));
    }

    private static boolean hasNullInMetadata(@Nullable Object object) {
        if (object instanceof List<?> objects) {
            return objects.stream().anyMatch(HierarchiesVectorsTest::hasNullInMetadata);
        }
        Map<String, @Nullable Object> fields = Json.map(object);
        return fields.containsKey("metadata")
                && (fields.get("metadata") == null
                        || Json.map(fields.get("metadata")).containsValue(null));
    }

    private static @Nullable Object withoutNulls(@Nullable Object value) {
        return typed(value, object -> {
            Map<String, @Nullable Object> rest = new LinkedHashMap<>(Json.map(object));
            Map<String, @Nullable Object> metadata = new LinkedHashMap<>(Json.map(rest.get("metadata")));
            metadata.values().removeIf(Objects::isNull);
            rest.put("metadata", metadata);
            return rest;
        });
    }

    private static @Nullable Object typed(@Nullable Object objects, Function<Object, @Nullable Object> each) {
        if (objects instanceof List<?> list) {
            List<@Nullable Object> all = new ArrayList<>();
            list.forEach(object -> all.add(typed(object, each)));
            return all;
        }
        return objects instanceof Map<?, ?> || objects instanceof HasMetadata ? each.apply(objects) : objects;
    }

    private static @Nullable Object filled(@Nullable Object value) {
        if (!(value instanceof Map<?, ?>)) {
            return value;
        }
        Map<String, @Nullable Object> rest = new LinkedHashMap<>();
        Json.map(value).forEach((key, inner) -> {
            Object kept = filled(inner);
            boolean empty = kept == null || List.of().equals(kept) || Map.of().equals(kept);
            if (!empty) {
                rest.put(key, kept);
            }
        });
        return rest;
    }

    private static boolean isOwnerNeeded(Case vector) {
        Map<String, @Nullable Object> options = vector.inMap("options");
        return Stream.of("name", "labels", "namespace").noneMatch(options::containsKey);
    }

    private static @Nullable Object copy(Case vector) {
        return Json.mutableCopy(vector.in("objects"));
    }

    private static @Nullable Object call(Case vector, @Nullable Object objects, @Nullable Object owner) {
        Map<String, @Nullable Object> given = vector.inMap("options");
        Object nested = given.get("nested");
        Hierarchies.Options options = new Hierarchies.Options(
                false, false, nested instanceof String path ? List.of(Specs.field(path)) : Specs.fields(nested));
        options = Boolean.TRUE.equals(given.get("forced")) ? options.replacing() : options;
        options = Boolean.TRUE.equals(given.get("strict")) ? options.withExactName() : options;
        return switch (vector.call()) {
            case "adopt" -> Hierarchies.adopt(objects, owner, options);
            case "append_owner_reference" ->
                Hierarchies.appendOwnerReference(
                        objects, owner, (Boolean) given.getOrDefault("controller", true), (Boolean)
                                given.getOrDefault("blockOwnerDeletion", true));
            case "remove_owner_reference" -> Hierarchies.removeOwnerReference(objects, owner);
            case "label" ->
                given.containsKey("labels")
                        ? Hierarchies.label(objects, labels(given.get("labels")), options)
                        : of(owner).label(objects, options);
            case "harmonize_naming" ->
                given.containsKey("name")
                        ? Hierarchies.harmonizeNaming(objects, (String) given.get("name"), options)
                        : of(owner).harmonizeNaming(objects, options);
            default ->
                given.containsKey("namespace")
                        ? Hierarchies.adjustNamespace(objects, (String) given.get("namespace"), options)
                        : of(owner).adjustNamespace(objects, options);
        };
    }

    /** What a handler of this object is given. */
    private static Family of(@Nullable Object owner) {
        HasMetadata typed = owner instanceof HasMetadata resource
                ? resource
                : CoreObjects.read(Objects.requireNonNull(owner), GenericKubernetesResource.class);
        return () -> typed;
    }

    private static Map<String, String> labels(@Nullable Object value) {
        Map<String, String> labels = new LinkedHashMap<>();
        Json.map(value).forEach((key, label) -> labels.put(key, (String) label));
        return labels;
    }
}

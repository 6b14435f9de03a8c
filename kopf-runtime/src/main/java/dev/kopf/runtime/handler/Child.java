package dev.kopf.runtime.handler;

import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The metadata of an object, whatever the object is made of. Not safe for use by several threads. */
abstract sealed class Child permits Child.OfMap, Child.OfResource {

    static final String NAME = "name";
    static final String GENERATE_NAME = "generateName";
    static final String NAMESPACE = "namespace";

    /** Does something to each object: resources, maps, and what is in lists of these. */
    static void each(@Nullable Object objects, Consumer<Child> action) {
        each(objects, List.of(), action);
    }

    /** Does something to each object, and to what is inside of it at the given paths, as far as there is something. */
    static void each(@Nullable Object objects, List<FieldPath> nested, Consumer<Child> action) {
        Walk.over(objects, nested).forEach(found -> action.accept(of(found)));
    }

    /** @throws IllegalArgumentException if the object is none that can have metadata */
    private static Child of(Walk.Found found) {
        Object object = found.value();
        if (object instanceof Map<?, ?>) {
            return new OfMap(Json.map(object));
        }
        if (object instanceof HasMetadata resource) {
            if (resource.getMetadata() == null) {
                resource.setMetadata(new ObjectMeta());
            }
            return new OfResource(resource.getMetadata());
        }
        String type = object == null ? "null" : object.getClass().getName();
        if (found.path().isRoot()) {
            throw new IllegalArgumentException(
                    "Only resources and maps, and lists of these, can be children, and not: " + type);
        }
        ObjectMeta metadata = object == null ? null : metadataOf(object);
        if (metadata == null) {
            throw new IllegalArgumentException(
                    "What is at " + found.path() + " is no object with metadata that could be labelled: " + type);
        }
        return new OfResource(metadata);
    }

    /** The metadata of a part of a resource, such as a template of pods; null where its class has none. */
    private static @Nullable ObjectMeta metadataOf(Object part) {
        try {
            ObjectMeta there =
                    (ObjectMeta) part.getClass().getMethod("getMetadata").invoke(part);
            if (there != null) {
                return there;
            }
            ObjectMeta made = new ObjectMeta();
            part.getClass().getMethod("setMetadata", ObjectMeta.class).invoke(part, made);
            return made;
        } catch (ReflectiveOperationException | ClassCastException e) {
            return null;
        }
    }

    /** Whether a field of the metadata is there. */
    abstract boolean has(String field);

    /** Sets a field of the metadata; null takes it away. */
    abstract void set(String field, @Nullable String value);

    /** Sets the namespace; null says that there is none. */
    abstract void setNamespace(@Nullable String namespace);

    abstract List<Map<String, @Nullable Object>> owners();

    abstract void addOwner(Map<String, @Nullable Object> reference);

    abstract void removeOwners(@Nullable String uid);

    abstract void label(Map<String, String> labels, boolean forced);

    /** An owner reference as fabric8 has it. */
    static OwnerReference typed(Map<String, @Nullable Object> reference) {
        OwnerReference typed = new OwnerReference();
        typed.setApiVersion((String) reference.get("apiVersion"));
        typed.setKind((String) reference.get("kind"));
        typed.setName((String) reference.get("name"));
        typed.setUid((String) reference.get("uid"));
        typed.setController((Boolean) reference.get("controller"));
        typed.setBlockOwnerDeletion((Boolean) reference.get("blockOwnerDeletion"));
        return typed;
    }

    /** Of plain JSON values. */
    static final class OfMap extends Child {

        private final Map<String, @Nullable Object> object;

        private OfMap(Map<String, @Nullable Object> object) {
            this.object = object;
        }

        private Map<String, @Nullable Object> metadata() {
            return map(object, "metadata");
        }

        /** The map at a key, which is made where there is none. */
        private static Map<String, @Nullable Object> map(Map<String, @Nullable Object> parent, String key) {
            if (parent.get(key) == null) {
                parent.put(key, new LinkedHashMap<>());
            }
            if (!(parent.get(key) instanceof Map<?, ?>)) {
                throw new IllegalArgumentException("Not an object with metadata: its " + key + " is "
                        + Objects.requireNonNull(parent.get(key)).getClass().getName());
            }
            return Json.map(parent.get(key));
        }

        @Override
        boolean has(String field) {
            Map<String, @Nullable Object> there = Json.map(object.get("metadata"));
            return there.containsKey(field) && (there.get(field) != null || !field.equals(NAMESPACE));
        }

        @Override
        void set(String field, @Nullable String value) {
            if (value == null) {
                metadata().remove(field);
            } else {
                metadata().put(field, value);
            }
        }

        @Override
        void setNamespace(@Nullable String namespace) {
            metadata().put(NAMESPACE, namespace);
        }

        @Override
        List<Map<String, @Nullable Object>> owners() {
            return Json.list(metadata().get("ownerReferences")).stream()
                    .map(Json::map)
                    .toList();
        }

        @Override
        void addOwner(Map<String, @Nullable Object> reference) {
            List<@Nullable Object> references = new ArrayList<>(owners());
            references.add(new LinkedHashMap<>(reference));
            metadata().put("ownerReferences", references);
        }

        @Override
        void removeOwners(@Nullable String uid) {
            List<@Nullable Object> references = new ArrayList<>(owners());
            references.removeIf(reference -> Objects.equals(Json.map(reference).get("uid"), uid));
            metadata().put("ownerReferences", references);
        }

        @Override
        void label(Map<String, String> labels, boolean forced) {
            Map<String, @Nullable Object> there = map(metadata(), "labels");
            labels.forEach((key, value) -> {
                if (forced || !there.containsKey(key)) {
                    there.put(key, value);
                }
            });
        }
    }

    /** Of fabric8's classes and generated ones. */
    static final class OfResource extends Child {

        private final ObjectMeta metadata;

        private OfResource(ObjectMeta metadata) {
            this.metadata = metadata;
        }

        @Override
        boolean has(String field) {
            String value = switch (field) {
                case NAME -> metadata.getName();
                case GENERATE_NAME -> metadata.getGenerateName();
                default -> metadata.getNamespace();
            };
            return value != null && !value.isEmpty();
        }

        @Override
        void set(String field, @Nullable String value) {
            if (field.equals(NAME)) {
                metadata.setName(value);
            } else {
                metadata.setGenerateName(value);
            }
        }

        @Override
        void setNamespace(@Nullable String namespace) {
            metadata.setNamespace(namespace);
        }

        @Override
        List<Map<String, @Nullable Object>> owners() {
            List<Map<String, @Nullable Object>> owners = new ArrayList<>();
            for (OwnerReference reference : references()) {
                Map<String, @Nullable Object> owner = new LinkedHashMap<>();
                owner.put("uid", reference.getUid());
                owners.add(owner);
            }
            return owners;
        }

        private List<OwnerReference> references() {
            return metadata.getOwnerReferences() == null ? List.of() : metadata.getOwnerReferences();
        }

        @Override
        void addOwner(Map<String, @Nullable Object> reference) {
            List<OwnerReference> references = new ArrayList<>(references());
            references.add(typed(reference));
            metadata.setOwnerReferences(references);
        }

        @Override
        void removeOwners(@Nullable String uid) {
            List<OwnerReference> references = new ArrayList<>(references());
            references.removeIf(reference -> Objects.equals(reference.getUid(), uid));
            metadata.setOwnerReferences(references);
        }

        @Override
        void label(Map<String, String> labels, boolean forced) {
            Map<String, String> merged =
                    new LinkedHashMap<>(metadata.getLabels() == null ? Map.of() : metadata.getLabels());
            labels.forEach((key, value) -> {
                if (forced || !merged.containsKey(key)) {
                    merged.put(key, value);
                }
            });
            metadata.setLabels(merged);
        }
    }
}

package dev.kopf.runtime.handler;

import dev.kopf.runtime.resource.FieldPath;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes objects children of others (chapter H of Kopf's rules).
 *
 * <p>The objects that are changed are resources of fabric8's or generated classes, or maps of plain JSON values that may be changed, or
 * lists of these, as deep as you like; null is nothing. An owner is a resource or a map. Anything else is an
 * {@link IllegalArgumentException}. All methods change what they are given, and give it back.
 *
 * <p>Not safe for use by several threads on the same objects.
 */
public final class Hierarchies {

    private Hierarchies() {}

    /**
     * What is done where something is there already, and where else.
     *
     * @param forced whether what is there is replaced
     * @param strict whether a name is given as it is; else as {@code generateName}, to which the API server adds a random end
     * @param nested what is inside of the objects and labelled as they are, such as {@code spec.template}; where there is none, nothing
     */
    public record Options(boolean forced, boolean strict, List<FieldPath> nested) {

        /** What is there stays; names are made from the given one; nothing inside is looked at. */
        public static final Options DEFAULTS = new Options(false, false, List.of());

        public Options {
            nested = List.copyOf(nested);
        }

        /** What is there is replaced. */
        public Options replacing() {
            return new Options(true, strict, nested);
        }

        /** Names are given as they are. */
        public Options withExactName() {
            return new Options(forced, true, nested);
        }

        /** What is at these dotted paths is labelled too, such as {@code spec.template}. */
        public Options withNested(String... paths) {
            return new Options(
                    forced, strict, Arrays.stream(paths).map(FieldPath::parse).toList());
        }
    }

    /**
     * Makes objects children of another: owner reference, name, namespace and labels, each only where there is none yet (H-4). A name is
     * given as {@code generateName: <owner>-}.
     */
    public static <T extends @Nullable Object> T adopt(T objects, Object owner) {
        return adopt(objects, owner, Options.DEFAULTS);
    }

    /** As {@link #adopt(Object, Object)}. */
    public static <T extends @Nullable Object> T adopt(T objects, Object owner, Options options) {
        Owner parent = Owner.of(owner);
        appendOwnerReference(objects, owner);
        harmonizeNaming(objects, requireName(parent), options);
        adjustNamespace(objects, parent.namespace(), options);
        return label(objects, parent.labels(), options);
    }

    /**
     * Makes objects go when another goes (H-1, H-6): an owner reference with {@code controller} and {@code blockOwnerDeletion}, unless
     * there is one to that uid already.
     */
    public static <T extends @Nullable Object> T appendOwnerReference(T objects, Object owner) {
        return appendOwnerReference(objects, owner, true, true);
    }

    /**
     * As {@link #appendOwnerReference(Object, Object)}.
     *
     * @param controller whether the owner manages the objects; an object has one such owner at most. Null to say nothing of it
     * @param blockOwnerDeletion whether an owner that is deleted in the foreground waits for the objects. Null to say nothing of it
     */
    public static <T extends @Nullable Object> T appendOwnerReference(
            T objects, Object owner, @Nullable Boolean controller, @Nullable Boolean blockOwnerDeletion) {
        Map<String, @Nullable Object> reference = Owner.of(owner).reference(controller, blockOwnerDeletion);
        Child.each(objects, child -> {
            if (child.owners().stream().noneMatch(other -> Objects.equals(other.get("uid"), reference.get("uid")))) {
                child.addOwner(reference);
            }
        });
        return objects;
    }

    /** Takes the owner references to the uid of an owner away (H-1). */
    public static <T extends @Nullable Object> T removeOwnerReference(T objects, Object owner) {
        String uid = Owner.of(owner).uid();
        Child.each(objects, child -> child.removeOwners(uid));
        return objects;
    }

    /** Labels objects; labels that they have stay, unless these are {@linkplain Options#replacing replaced} (H-3). */
    public static <T extends @Nullable Object> T label(T objects, Map<String, String> labels, Options options) {
        Child.each(objects, options.nested(), child -> child.label(labels, options.forced()));
        return objects;
    }

    /** Names objects, where they have neither a name nor a {@code generateName}, or in any case if {@linkplain Options#replacing so} (H-2). */
    public static <T extends @Nullable Object> T harmonizeNaming(T objects, String name, Options options) {
        Objects.requireNonNull(name, "name");
        Child.each(objects, child -> {
            if (options.forced() || !(child.has(Child.NAME) || child.has(Child.GENERATE_NAME))) {
                child.set(Child.NAME, options.strict() ? name : null);
                child.set(Child.GENERATE_NAME, options.strict() ? null : name + "-");
            }
        });
        return objects;
    }

    /**
     * Puts objects into a namespace, where they are in none, or in any case if {@linkplain Options#replacing so} (H-7).
     *
     * @param namespace the namespace; null for none, as for children of an object of the cluster
     */
    public static <T extends @Nullable Object> T adjustNamespace(
            T objects, @Nullable String namespace, Options options) {
        Child.each(objects, child -> {
            if (options.forced() || !child.has(Child.NAMESPACE)) {
                child.setNamespace(namespace);
            }
        });
        return objects;
    }

    /** The reference of a child to this owner (H-6). */
    public static OwnerReference ownerReference(Object owner) {
        return Child.typed(Owner.of(owner).reference(true, true));
    }

    /** The reference to an object, as events have it (H-6). */
    public static ObjectReference objectReference(Object object) {
        Owner it = Owner.of(object);
        return new ObjectReferenceBuilder()
                .withApiVersion(filled(it.apiVersion()))
                .withKind(filled(it.kind()))
                .withName(filled(it.name()))
                .withUid(filled(it.uid()))
                .withNamespace(filled(it.namespace()))
                .build();
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static String requireName(Owner owner) {
        if (owner.name() == null) {
            throw new IllegalArgumentException("The owner has no name to name its children by: " + owner.kind());
        }
        return owner.name();
    }
}

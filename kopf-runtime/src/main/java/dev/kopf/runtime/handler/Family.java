package dev.kopf.runtime.handler;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes objects children of the one that is handled (H-5), as {@link Hierarchies} does of any: resources, maps of plain JSON values, or
 * lists of these, which are changed and given back.
 */
public interface Family {

    /** The object that is handled, without a class of its own; a copy. */
    HasMetadata owner();

    /** Makes objects go when the handled object goes, and gives them its namespace, name and labels, each where there is none yet (H-4). */
    default <T extends @Nullable Object> T adopt(T objects) {
        return adopt(objects, Hierarchies.Options.DEFAULTS);
    }

    /** As {@link #adopt(Object)}. */
    default <T extends @Nullable Object> T adopt(T objects, Hierarchies.Options options) {
        return Hierarchies.adopt(objects, owner(), options);
    }

    /** Makes objects go when the handled object goes, and nothing else (H-1). */
    default <T extends @Nullable Object> T appendOwnerReference(T objects) {
        return Hierarchies.appendOwnerReference(objects, owner());
    }

    /** Makes objects stay when the handled object goes (H-1). */
    default <T extends @Nullable Object> T removeOwnerReference(T objects) {
        return Hierarchies.removeOwnerReference(objects, owner());
    }

    /** Gives objects the labels of the handled object (H-3). */
    default <T extends @Nullable Object> T label(T objects, Hierarchies.Options options) {
        return Hierarchies.label(objects, Owner.of(owner()).labels(), options);
    }

    /** Labels objects (H-3). */
    default <T extends @Nullable Object> T label(T objects, Map<String, String> labels, Hierarchies.Options options) {
        return Hierarchies.label(objects, labels, options);
    }

    /** Names objects after the handled object, where they have no name (H-2). */
    default <T extends @Nullable Object> T harmonizeNaming(T objects, Hierarchies.Options options) {
        return Hierarchies.harmonizeNaming(objects, owner().getMetadata().getName(), options);
    }

    /** Puts objects into the namespace of the handled object, where they are in none (H-7). */
    default <T extends @Nullable Object> T adjustNamespace(T objects, Hierarchies.Options options) {
        return Hierarchies.adjustNamespace(objects, owner().getMetadata().getNamespace(), options);
    }
}

package dev.kopf.runtime.handler;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes objects children of others (chapter H of Kopf's rules). Changes the objects that it is given. */
public final class Hierarchies {

    private Hierarchies() {}

    /**
     * Makes an object a child of another: owner reference, name, namespace and labels (H-4). A name is given only where there is
     * neither a name nor a {@code generateName}, as {@code generateName: <owner>-} (H-2); labels and namespace only where there
     * are none yet (H-3, H-7).
     *
     * @return the child that was given, changed
     */
    public static <T extends HasMetadata> T adopt(T child, HasMetadata owner) {
        ObjectMeta metadata = metadataOf(child);
        ObjectMeta ownerMetadata = owner.getMetadata();
        appendOwnerReference(child, owner);
        if (isAbsent(metadata.getName()) && isAbsent(metadata.getGenerateName())) {
            metadata.setGenerateName(ownerMetadata.getName() + "-");
        }
        if (isAbsent(metadata.getNamespace())) {
            metadata.setNamespace(ownerMetadata.getNamespace());
        }
        if (ownerMetadata.getLabels() != null) {
            Map<String, String> labels = new LinkedHashMap<>(ownerMetadata.getLabels());
            if (metadata.getLabels() != null) {
                labels.putAll(metadata.getLabels());
            }
            metadata.setLabels(labels);
        }
        return child;
    }

    /**
     * Makes an object go when another goes (H-1, H-6): an owner reference with {@code controller} and {@code blockOwnerDeletion},
     * unless there is one to that uid already.
     *
     * @return the child that was given, changed
     */
    public static <T extends HasMetadata> T appendOwnerReference(T child, HasMetadata owner) {
        ObjectMeta metadata = metadataOf(child);
        ObjectMeta ownerMetadata = owner.getMetadata();
        List<OwnerReference> references = metadata.getOwnerReferences() == null
                ? new ArrayList<>()
                : new ArrayList<>(metadata.getOwnerReferences());
        if (references.stream().noneMatch(reference -> reference.getUid().equals(ownerMetadata.getUid()))) {
            references.add(new OwnerReferenceBuilder()
                    .withApiVersion(owner.getApiVersion())
                    .withKind(owner.getKind())
                    .withName(ownerMetadata.getName())
                    .withUid(ownerMetadata.getUid())
                    .withController(true)
                    .withBlockOwnerDeletion(true)
                    .build());
            metadata.setOwnerReferences(references);
        }
        return child;
    }

    private static ObjectMeta metadataOf(HasMetadata object) {
        if (object.getMetadata() == null) {
            object.setMetadata(new ObjectMeta());
        }
        return object.getMetadata();
    }

    private static boolean isAbsent(String text) {
        return text == null || text.isEmpty();
    }
}

package dev.kopf.runtime.essence;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import org.jspecify.annotations.Nullable;

/** What changed in an object's metadata, as far as it is essential (D-1). */
public final class MetadataDiff extends ObjectDiff<ObjectMeta> {

    /**
     * @param oldValue the metadata as it was last handled
     * @param newValue the metadata now
     */
    public MetadataDiff(@Nullable ObjectMeta oldValue, @Nullable ObjectMeta newValue) {
        super(oldValue, newValue);
    }

    /** The change of the labels. */
    public MapChange<String> labels() {
        return map(ObjectMeta::getLabels);
    }

    /** The change of the annotations. */
    public MapChange<String> annotations() {
        return map(ObjectMeta::getAnnotations);
    }
}

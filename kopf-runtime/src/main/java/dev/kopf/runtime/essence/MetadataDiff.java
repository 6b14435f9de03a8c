package dev.kopf.runtime.essence;

import dev.kopf.runtime.typed.Types;
import io.fabric8.kubernetes.api.model.ObjectMeta;

/** What changed in an object's metadata, as far as it is essential (D-1). */
public final class MetadataDiff extends ObjectDiff<ObjectMeta> {

    /**
     * For generated code.
     *
     * @param states the metadata as JSON
     */
    public MetadataDiff(JsonStates states) {
        super(states, Types.core(ObjectMeta.class));
    }

    /** The change of the labels. */
    public MapChange<String> labels() {
        return map("labels", Types.TEXT);
    }

    /** The change of the annotations. */
    public MapChange<String> annotations() {
        return map("annotations", Types.TEXT);
    }
}

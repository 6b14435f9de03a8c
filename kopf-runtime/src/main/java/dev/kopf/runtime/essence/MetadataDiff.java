package dev.kopf.runtime.essence;

import dev.kopf.runtime.typed.Type;
import dev.kopf.runtime.typed.Types;
import io.fabric8.kubernetes.api.model.ObjectMeta;

/** What changed in an object's metadata, as far as it is essential (D-1). */
public final class MetadataDiff extends ObjectDiff<ObjectMeta> {

    private final boolean secret;

    /**
     * For generated code.
     *
     * @param states the metadata as JSON
     * @param secret whether there are secrets in objects of the kind: some annotations hold the whole object as it was
     */
    public MetadataDiff(JsonStates states, boolean secret) {
        super(states, masked(Types.core(ObjectMeta.class), secret));
        this.secret = secret;
    }

    private static <T> Type<T> masked(Type<T> type, boolean secret) {
        return secret ? Types.secret(type) : type;
    }

    /** The change of the labels. */
    public MapChange<String> labels() {
        return map("labels", Types.TEXT);
    }

    /** The change of the annotations. */
    public MapChange<String> annotations() {
        return map("annotations", masked(Types.TEXT, secret));
    }
}

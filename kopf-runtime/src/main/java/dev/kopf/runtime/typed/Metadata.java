package dev.kopf.runtime.typed;

import dev.kopf.runtime.resource.CoreObjects;
import dev.kopf.runtime.resource.Json;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads fabric8's metadata from plain values, and writes back only what was changed since. */
final class Metadata {

    private Metadata() {}

    /** The metadata as fabric8's class knows it; a field that does not fit is left out (R14). */
    static ObjectMeta read(@Nullable Object plain) {
        ObjectMeta metadata = CoreObjects.read(Json.map(plain), ObjectMeta.class);
        return metadata == null ? new ObjectMeta() : metadata;
    }

    /**
     * The metadata as plain values: what it was where nothing changed, and what it is now where something did.
     *
     * @param raw what the metadata was read from; null where it was not
     */
    static Map<String, @Nullable Object> write(@Nullable Object raw, ObjectMeta now) {
        return Json.map(Merge.written(now, raw == null ? null : Json.map(raw)));
    }
}

package dev.kopf.runtime.progress;

import dev.kopf.runtime.essence.EssenceForm;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Patch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes what is kept on an object small enough for the API server to take it (R13). Pure functions. */
final class StateSize {

    /** What all annotations of an object may have in all. */
    static final int ANNOTATIONS = 262_144;

    /** What etcd takes for an object is 1.5 MiB; the rest is for what the API server adds, and writes in another way than we do. */
    static final int OBJECT = 1_300_000;

    private static final FieldPath ANNOTATIONS_PATH = FieldPath.of("metadata", "annotations");

    private StateSize() {}

    /** The patch, with what is kept in the longest form that fits; in the shortest where none does. */
    static Patch fitting(Persistence persistence, Body body, Patch patch) {
        if (fits(body, patch)) {
            return patch;
        }
        Patch shorter = patch;
        for (EssenceForm form : List.of(EssenceForm.COMPRESSED, EssenceForm.DIGESTS)) {
            shorter = persistence.essences().rewrite(body, form, shorter);
            if (fits(body, shorter)) {
                return shorter;
            }
        }
        return persistence.progress().shorten(body, shorter);
    }

    private static boolean fits(Body body, Patch patch) {
        return fitAnnotations(body, patch) && fitsObject(body, patch);
    }

    private static boolean fitAnnotations(Body body, Patch patch) {
        Map<String, @Nullable Object> annotations = new LinkedHashMap<>(body.annotations());
        annotations.putAll(Json.map(ANNOTATIONS_PATH.resolve(patch.asMap())));
        long size = 0;
        for (Map.Entry<String, @Nullable Object> annotation : annotations.entrySet()) {
            if (annotation.getValue() instanceof String text) {
                size += bytes(annotation.getKey()) + bytes(text);
            }
        }
        return size <= ANNOTATIONS;
    }

    /** Small patches are not the reason why an object gets too big. */
    private static boolean fitsObject(Body body, Patch patch) {
        return Json.write(patch.asMap()).length() < OBJECT / 8
                || Json.write(patch.applyTo(body.fields())).length() <= OBJECT;
    }

    /** The length of a text in UTF-8. */
    private static long bytes(String text) {
        long bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Each half of a pair counts for two of its four bytes.
            bytes += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
        }
        return bytes;
    }
}

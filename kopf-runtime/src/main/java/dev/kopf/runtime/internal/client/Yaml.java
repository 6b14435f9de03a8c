package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.Json;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what people write. */
public final class Yaml {

    private Yaml() {}

    /**
     * The fields of a file; none of an empty one.
     *
     * @throws IllegalArgumentException if it cannot be read, or is no map; the message names it, and says why
     */
    public static Map<String, @Nullable Object> fields(Path file) {
        String text = NamedFile.text(file, NamedFile.LIMIT);
        Object content;
        try {
            content = new KubernetesSerialization().unmarshal(text, Object.class);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("The file " + file + " is no YAML: it is nested too deeply.", e);
        } catch (ClassCastException e) { // it takes several documents for several objects of Kubernetes
            throw new IllegalArgumentException("The file " + file + " has more than one document.", e);
        } catch (RuntimeException e) { // of whichever library reads it
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalArgumentException("The file " + file + " is no YAML: " + cause.getMessage(), e);
        }
        if (content == null) {
            return Map.of();
        }
        if (!(content instanceof Map<?, ?>)) {
            throw new IllegalArgumentException("The file " + file + " has no fields.");
        }
        return Json.map(content);
    }
}

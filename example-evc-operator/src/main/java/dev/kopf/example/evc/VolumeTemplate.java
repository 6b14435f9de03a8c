package dev.kopf.example.evc;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Makes PersistentVolumeClaims of the template {@code pvc.yaml}. */
final class VolumeTemplate {

    private VolumeTemplate() {}

    static PersistentVolumeClaim volume(String name, String size) {
        return Serialization.unmarshal(
                template().replace("{name}", name).replace("{size}", size), PersistentVolumeClaim.class);
    }

    private static String template() {
        try (InputStream file = VolumeTemplate.class.getResourceAsStream("/pvc.yaml")) {
            if (file == null) {
                throw new IllegalStateException("pvc.yaml is missing in the jar.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

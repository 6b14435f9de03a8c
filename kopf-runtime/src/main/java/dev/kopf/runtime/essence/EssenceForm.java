package dev.kopf.runtime.essence;

import dev.kopf.runtime.resource.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * How an essence is written where it is kept, from the longest to the shortest (R13). All forms are JSON objects, so that Kopf reads
 * them, though as an essence that differs in everything.
 */
public enum EssenceForm {
    /** As Kopf writes it (D-4). */
    PLAIN,
    /** Compressed, under a key that no object has. */
    COMPRESSED,
    /** A digest for each top-level field, so that a change is seen, and not what it was; all under a key that no object has. */
    DIGESTS;

    private static final String COMPRESSED_KEY = "kopf.zalando.org/compressed";
    private static final String DIGESTS_KEY = "kopf.zalando.org/digests";

    /** More than an API server takes for an object: what is longer was not written here. */
    private static final int LONGEST = 16 << 20;

    /**
     * An essence in this form.
     *
     * @param kept the essence as it is kept: without secrets
     * @param salt the object's uid
     */
    String write(Map<String, @Nullable Object> kept, String salt) {
        return switch (this) {
            case PLAIN -> Json.write(kept);
            case COMPRESSED -> Json.write(Map.of(COMPRESSED_KEY, compressed(Json.write(kept))));
            case DIGESTS -> Json.write(Map.of(DIGESTS_KEY, new KeptForm(salt, List.of()).digests(kept)));
        };
    }

    /**
     * The essence that a stored JSON object is, whatever its form.
     *
     * @throws IllegalArgumentException if it is compressed, and cannot be read
     */
    static Map<String, @Nullable Object> read(Map<String, @Nullable Object> stored) {
        if (stored.size() == 1 && stored.get(COMPRESSED_KEY) instanceof String text) {
            return Json.map(Json.parseStored(decompressed(text)));
        }
        return stored.size() == 1 && stored.get(DIGESTS_KEY) instanceof Map<?, ?> digests ? Json.map(digests) : stored;
    }

    private static String compressed(String text) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        } finally {
            deflater.end();
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static String decompressed(String text) {
        try (var in = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new IllegalArgumentException("more than " + LONGEST + " bytes are compressed in it");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("it cannot be decompressed: " + e.getMessage(), e);
        }
    }
}

package dev.kopf.runtime.essence;

import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Digests of plain JSON values that are the same for values that are equal by R19: keys sorted, nulls left out, numbers by value. Pure, and
 * safe for use by several threads.
 */
public final class Digest {

    private static final int BYTES = 12;

    private Digest() {}

    /** The digest of a value, which is short however large that is. */
    public static String of(@Nullable Object value) {
        return text(sha256().digest(canonical(value)));
    }

    /** A digest that tells nothing to who has those of the same value with another key, or at another place. */
    static String keyed(String key, FieldPath place, Object value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("kopf:" + key).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(canonical(place.keys()));
            return text(mac.doFinal(canonical(value)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256.", e);
        }
    }

    private static String text(byte[] digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
    }

    private static byte[] canonical(@Nullable Object value) {
        var canonical = new StringBuilder(256);
        append(value, false, canonical);
        return canonical.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(@Nullable Object value, boolean insideList, StringBuilder out) {
        if (value instanceof Map<?, ?>) {
            appendMap(Json.map(value), insideList, out);
        } else if (value instanceof List<?>) {
            out.append('[');
            Json.list(value).forEach(item -> {
                append(item, true, out);
                out.append(',');
            });
            out.append(']');
        } else if (value instanceof Number number) {
            out.append(canonical(number));
        } else {
            out.append(Json.write(value));
        }
    }

    private static void appendMap(Map<String, @Nullable Object> map, boolean insideList, StringBuilder out) {
        out.append('{');
        new TreeMap<>(map).forEach((key, value) -> {
            if (value != null || insideList) {
                out.append(Json.write(key)).append(':');
                append(value, insideList, out);
                out.append(',');
            }
        });
        out.append('}');
    }

    private static String canonical(Number number) {
        BigDecimal stripped = new BigDecimal(number.toString()).stripTrailingZeros();
        return stripped.unscaledValue() + "e" + -(long) stripped.scale();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}

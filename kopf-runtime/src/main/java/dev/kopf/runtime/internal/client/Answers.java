package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the API server says when it refuses, for people. */
final class Answers {

    private static final int LONGEST = 300;

    private Answers() {}

    /** The message of a {@code Status}, or what else the answer says. */
    static String message(ApiResponse response) {
        try {
            if (Json.parse(response.body()) instanceof Map<?, ?> status
                    && status.get("message") instanceof String message) {
                return message;
            }
        } catch (JsonException e) {
            // a proxy on the way, perhaps: its words are shown as they are
        }
        String text = response.text().strip();
        return "HTTP " + response.status() + (text.isEmpty() ? "" : ": " + shortened(text));
    }

    /** What a broken connection means, in one line. */
    static String message(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null
                && (root.getMessage() == null || root.getCause().getMessage() != null)) {
            root = root.getCause();
        }
        @Nullable String message = root.getMessage();
        String name = root.getClass().getSimpleName().replace("Exception", "");
        return message == null || message.isBlank() ? name : name + ": " + message;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}

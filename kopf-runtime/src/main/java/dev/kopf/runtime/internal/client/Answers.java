package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Reads what the API server says when it refuses, for people. */
final class Answers {

    private static final int LONGEST = 300;

    /** What the JDK's client says of a header that it does not send; it shows the value. */
    private static final String HEADER = "invalid header value";

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

    /** Whether the answer names fields of the object that are wrong. */
    static boolean hasCauses(ApiResponse response) {
        return !causes(response).isEmpty();
    }

    /** Whether the answer names this field as wrong. */
    static boolean blames(ApiResponse response, String field) {
        return causes(response).stream()
                .anyMatch(cause -> field.equals(Json.map(cause).get("field")));
    }

    /** The fields that the answer names as wrong, without what it says of them; empty where it names none. */
    static String blamed(ApiResponse response) {
        String fields = causes(response).stream()
                .map(cause -> Json.map(cause).get("field"))
                .filter(field -> field instanceof String name && !name.isBlank())
                .map(String::valueOf)
                .distinct()
                .collect(Collectors.joining(", "));
        return shortened(fields);
    }

    /** Whether it is a {@code Status} that tells of a success, and no object. */
    static boolean isSuccess(Map<String, @Nullable Object> answer) {
        return "Status".equals(answer.get("kind")) && "Success".equals(answer.get("status"));
    }

    private static List<?> causes(ApiResponse response) {
        try {
            Object details = Json.map(Json.parse(response.body())).get("details");
            return Json.list(Json.map(details).get("causes"));
        } catch (JsonException e) {
            return List.of();
        }
    }

    /** What it says, as a sentence. */
    static String sentence(ApiResponse response) {
        String message = message(response);
        return message.endsWith(".") ? message : message + ".";
    }

    /** What a broken connection means, in one line. */
    static String message(Throwable failure) {
        String first = null;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof ConnectException) {
                return "the connection was refused";
            }
            if (t instanceof UnknownHostException) {
                return "its host is not known: " + t.getMessage();
            }
            if (t instanceof SSLException) {
                return HandshakeFailures.message(t);
            }
            String message = t.getMessage();
            boolean says = message != null && !message.isBlank();
            boolean repeats = t.getCause() != null && t.getCause().toString().equals(message);
            if (first == null && says && !repeats) {
                first = message;
            }
        }
        String text = first == null ? failure.getClass().getSimpleName() : first;
        String line = text.replaceAll("\\s+", " ").strip();
        return shortened(line.startsWith(HEADER) ? HEADER + ", which is not shown: it may be a secret" : line);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}

package dev.kopf.runtime.internal.client;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request to the API server.
 *
 * @param method the HTTP method
 * @param path path and query, from the root of the server
 * @param contentType the type of the body; null where there is none
 * @param body the body; null where there is none
 * @param large whether the answer may be a large one, which takes its time
 */
public record ApiRequest(
        String method,
        String path,
        @Nullable String contentType,
        @Nullable String body,
        boolean large) {

    /** A request whose answer is small. */
    public ApiRequest(String method, String path, @Nullable String contentType, @Nullable String body) {
        this(method, path, contentType, body, false);
    }

    /** A request to read. */
    public static ApiRequest get(String path) {
        return new ApiRequest("GET", path, null, null);
    }

    /** A request to read many objects. */
    public static ApiRequest list(String path) {
        return new ApiRequest("GET", path, null, null, true);
    }

    /** A new object. */
    public static ApiRequest post(String path, String json) {
        return new ApiRequest("POST", path, "application/json", json);
    }

    /** A merge patch (RFC 7386). */
    public static ApiRequest mergePatch(String path, String json) {
        return new ApiRequest("PATCH", path, "application/merge-patch+json", json);
    }

    /** A JSON patch (RFC 6902). */
    public static ApiRequest jsonPatch(String path, String json) {
        return new ApiRequest("PATCH", path, "application/json-patch+json", json);
    }

    /** How long the body is, in characters. */
    int length() {
        return body == null ? 0 : body.length();
    }

    byte[] bytes() {
        return body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}

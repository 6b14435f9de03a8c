package dev.kopf.runtime.internal.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.failure.StatusException;
import dev.kopf.apiserver.patch.PatchType;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The API server of golden vectors: one object that answers with itself. Patches are applied by the API server's own code. Not safe for
 * use by several threads.
 */
public final class OneObjectApi implements Transport {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** What was sent. */
    public record Sent(Instant at, String url, String contentType, Object payload, boolean changed) {}

    public final List<Sent> sent = new ArrayList<>();

    private final InstantSource time;
    private final Map<String, Integer> refusals = new LinkedHashMap<>();
    private Map<String, @Nullable Object> object;
    private boolean gone;

    public OneObjectApi(Map<String, @Nullable Object> object, InstantSource time) {
        this.object = object;
        this.time = time;
    }

    /** The next request to this URL is refused; the object is gone from then on where it is by 404. */
    public void refuse(String url, int status) {
        refusals.put(url, status);
    }

    public void vanish() {
        gone = true;
    }

    public Body body() {
        return new Body(object);
    }

    @Override
    public String server() {
        return "http://one";
    }

    @Override
    public CompletableFuture<ApiResponse> send(ApiRequest request) {
        Object payload = Json.parse(String.valueOf(request.body()));
        Map<String, @Nullable Object> after = patched(request);
        boolean changed = after != null && !Json.identical(object, after);
        sent.add(new Sent(time.instant(), request.path(), String.valueOf(request.contentType()), payload, changed));
        Integer refusal = refusals.remove(request.path());
        gone |= refusal != null && refusal == 404;
        if (gone || refusal != null || after == null) {
            return answer(gone ? 404 : refusal != null ? refusal : 422, "{\"message\":\"refused\"}");
        }
        if (changed) {
            object = vanishes(after) ? after : withNextVersion(after);
        }
        return answer(200, Json.write(object));
    }

    @Override
    public Stream stream(ApiRequest request, Listener listener) {
        throw new UnsupportedOperationException("nobody watches");
    }

    @Override
    public void close() {}

    /** The object after a patch; null where the patch does not fit. */
    public static @Nullable Map<String, @Nullable Object> patched(
            PatchType type, Map<String, @Nullable Object> object, String patch) {
        try {
            JsonNode result = type.apply((ObjectNode) MAPPER.readTree(Json.write(object)), MAPPER.readTree(patch));
            return Json.map(Json.parse(MAPPER.writeValueAsString(result)));
        } catch (StatusException e) {
            return null;
        } catch (JsonProcessingException e) {
            throw new AssertionError(patch, e);
        }
    }

    private @Nullable Map<String, @Nullable Object> patched(ApiRequest request) {
        PatchType type = java.util.stream.Stream.of(PatchType.values())
                .filter(each -> each.mediaType().equals(request.contentType()))
                .findFirst()
                .orElseThrow();
        Map<String, @Nullable Object> unversioned = object;
        if (body().resourceVersion().isEmpty()) { // vectors test for null what is absent
            unversioned = new LinkedHashMap<>(object);
            Map<String, @Nullable Object> metadata = new LinkedHashMap<>(body().metadata());
            metadata.put("resourceVersion", null);
            unversioned.put("metadata", metadata);
        }
        return patched(type, unversioned, String.valueOf(request.body()));
    }

    private static boolean vanishes(Map<String, @Nullable Object> after) {
        Body body = new Body(after);
        return body.isDeleting() && body.finalizers().isEmpty();
    }

    private static Map<String, @Nullable Object> withNextVersion(Map<String, @Nullable Object> after) {
        Body body = new Body(after);
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>(body.metadata());
        long version = body.resourceVersion().isEmpty() ? 0 : Long.parseLong(body.resourceVersion());
        metadata.put("resourceVersion", String.valueOf(version + 1));
        Map<String, @Nullable Object> versioned = new LinkedHashMap<>(after);
        versioned.put("metadata", metadata);
        return versioned;
    }

    private static CompletableFuture<ApiResponse> answer(int status, String json) {
        Duration none = null;
        return CompletableFuture.completedFuture(new ApiResponse(status, json.getBytes(StandardCharsets.UTF_8), none));
    }
}

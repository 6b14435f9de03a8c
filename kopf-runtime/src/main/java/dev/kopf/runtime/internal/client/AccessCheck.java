package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import dev.kopf.runtime.resource.ResourceKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks at the start for what will be needed later, and names what is missing with the rule that would grant it (R17). What a list or a
 * watch needs is told by these themselves. Each question is asked once, and {@link BoundedTransport#AT_ONCE} at a time; a server that does not answer is
 * not asked again. Returns at once. Safe for use by several threads.
 */
public final class AccessCheck implements Consumer<AccessCheck.Need> {

    /** Asks nothing. */
    public static final Consumer<Need> NONE = need -> {};

    /** The kind of events. */
    public static final ResourceKind EVENTS = ResourceKind.namespaced("", "v1", "Event", "events");

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.permissions");
    private static final String REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    private final ApiRetries requests;
    private final Set<Need> asked = ConcurrentHashMap.newKeySet();

    /**
     * A permission that is needed.
     *
     * @param verb such as {@code patch}
     * @param kind of what
     * @param subresource such as {@code status}; null for the objects themselves
     * @param namespace where; null for the whole cluster
     */
    public record Need(
            String verb,
            ResourceKind kind,
            @Nullable String subresource,
            @Nullable String namespace) {}

    public AccessCheck(Transport transport, Timers timers) {
        this.requests = new ApiRetries(new BoundedTransport(transport), timers, ApiRetries.Policy.DEFAULT);
    }

    @Override
    public void accept(Need need) {
        if (!asked.add(need)) {
            return;
        }
        CompletableFuture<Void> unused = requests.send(ApiRequest.post(REVIEWS, Json.write(review(need))))
                .handle((response, failure) -> {
                    if (failure != null) {
                        LOGGER.debug("It is not known whether {}: {}", need, Answers.message(failure));
                    } else if (!response.isSuccessful()) {
                        LOGGER.debug("It is not known whether {}: {}", need, Answers.message(response));
                    } else if (isDenied(response)) {
                        LOGGER.warn(
                                "{}",
                                Permissions.missing(need.verb(), need.kind(), need.subresource(), need.namespace()));
                    }
                    return null;
                });
    }

    /** A namespace is gone: what was asked of it is asked again if it comes back (P6). */
    public void forget(String namespace) {
        asked.removeIf(need -> namespace.equals(need.namespace()));
    }

    private static Map<String, @Nullable Object> review(Need need) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("verb", need.verb());
        attributes.put("group", need.kind().group());
        attributes.put("version", need.kind().version());
        attributes.put("resource", need.kind().plural());
        attributes.put("subresource", need.subresource());
        attributes.put("namespace", need.namespace());
        attributes.values().removeIf(value -> value == null);
        Map<String, @Nullable Object> review = new LinkedHashMap<>();
        review.put("apiVersion", "authorization.k8s.io/v1");
        review.put("kind", "SelfSubjectAccessReview");
        review.put("spec", Map.of("resourceAttributes", attributes));
        return review;
    }

    private static boolean isDenied(ApiResponse response) {
        try {
            Object status = Json.map(Json.parse(response.body())).get("status");
            return Boolean.FALSE.equals(Json.map(status).get("allowed"));
        } catch (JsonException e) {
            return false;
        }
    }
}

package dev.kopf.apiserver.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.failure.Failures;
import dev.kopf.apiserver.json.Json;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** Answers those who ask what they may do: everything. */
final class AccessReview {

    private AccessReview() {}

    static boolean isMeant(ResourcePath path) {
        return path.group().equals("authorization.k8s.io") && path.plural().equals("selfsubjectaccessreviews");
    }

    static ObjectNode allowed(Buffer body) {
        try {
            Optional<ObjectNode> protobuf = Protobuf.read(body.getBytes());
            JsonNode sent = protobuf.isPresent() ? protobuf.get() : Json.parse(body.getBytes());
            if (sent instanceof ObjectNode review) {
                review.put("kind", "SelfSubjectAccessReview").put("apiVersion", "authorization.k8s.io/v1");
                review.putObject("status").put("allowed", true);
                return review;
            }
            throw Failures.badRequest("the object provided is unrecognized: not an object");
        } catch (JsonProcessingException e) {
            throw Failures.badRequest("json parse error: " + e.getOriginalMessage());
        }
    }
}

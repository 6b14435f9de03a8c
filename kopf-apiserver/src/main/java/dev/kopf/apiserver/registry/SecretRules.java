package dev.kopf.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kopf.apiserver.json.Trees;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Secrets: opaque unless they say otherwise, and plain texts are encoded. */
final class SecretRules implements KindRules {

    @Override
    public void prepareForCreate(ObjectNode secret, String now) {
        Trees.putIfAbsent(secret, "type", TextNode.valueOf("Opaque"));
        encode(secret);
    }

    @Override
    public void prepareForUpdate(ObjectNode current, ObjectNode secret) {
        Trees.putIfAbsent(secret, "type", TextNode.valueOf("Opaque"));
        encode(secret);
    }

    private static void encode(ObjectNode secret) {
        if (secret.remove("stringData") instanceof ObjectNode texts) {
            ObjectNode data = Trees.objectIn(secret, "data");
            for (var text : texts.properties()) {
                byte[] bytes = text.getValue().asText().getBytes(StandardCharsets.UTF_8);
                data.put(text.getKey(), Base64.getEncoder().encodeToString(bytes));
            }
        }
    }
}

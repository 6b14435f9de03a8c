package dev.kopf.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kopf.apiserver.json.Json;
import dev.kopf.apiserver.json.Trees;
import java.util.List;

/** Namespaces: active until they are deleted, and labelled with their name. */
final class NamespaceRules implements KindRules {

    @Override
    public void prepareForCreate(ObjectNode namespace, String now) {
        label(namespace);
        Trees.objectIn(namespace, "spec").set("finalizers", Json.texts(List.of("kubernetes")));
        namespace.putObject("status").put("phase", "Active");
    }

    @Override
    public void prepareForUpdate(ObjectNode current, ObjectNode namespace) {
        label(namespace);
        Trees.putIfAbsent(namespace, "spec", current.path("spec").deepCopy());
    }

    private static void label(ObjectNode namespace) {
        Trees.objectIn(Meta.of(namespace), "labels")
                .set("kubernetes.io/metadata.name", TextNode.valueOf(Meta.name(namespace)));
    }
}

package dev.kopf.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kopf.apiserver.json.Trees;

/** StorageClasses: their defaults. */
final class StorageClassRules implements KindRules {

    @Override
    public void prepareForCreate(ObjectNode storageClass, String now) {
        Trees.putIfAbsent(storageClass, "reclaimPolicy", TextNode.valueOf("Delete"));
        Trees.putIfAbsent(storageClass, "volumeBindingMode", TextNode.valueOf("Immediate"));
    }
}

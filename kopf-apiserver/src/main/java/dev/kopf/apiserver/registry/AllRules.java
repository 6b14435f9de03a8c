package dev.kopf.apiserver.registry;

import dev.kopf.apiserver.kind.BuiltInKinds;
import dev.kopf.apiserver.kind.ResourceKind;
import java.util.Map;

/** Which rules hold for which kind. */
final class AllRules {

    private static final Map<String, KindRules> BY_COLLECTION = Map.of(
            BuiltInKinds.CLAIMS,
            new ClaimRules(),
            BuiltInKinds.NAMESPACES,
            new NamespaceRules(),
            BuiltInKinds.CRDS,
            new CrdRules(),
            "events",
            new EventRules(),
            "pods",
            new WorkloadRules.Pods(),
            "jobs.batch",
            new WorkloadRules.Jobs(),
            "secrets",
            new SecretRules(),
            "storageclasses.storage.k8s.io",
            new StorageClassRules());

    private AllRules() {}

    static KindRules of(ResourceKind kind) {
        return BY_COLLECTION.getOrDefault(kind.collection(), KindRules.NONE);
    }
}

package dev.kopf.apiserver.kind;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The kinds that are served without a CRD. */
public final class BuiltInKinds {

    /** The collection of CRDs. */
    public static final String CRDS = "customresourcedefinitions.apiextensions.k8s.io";

    /** The collection of namespaces. */
    public static final String NAMESPACES = "namespaces";

    /** The collection of claims of volumes. */
    public static final String CLAIMS = "persistentvolumeclaims";

    private static final Set<String> METADATA = Set.of("metadata.name", "metadata.namespace");
    private static final Set<String> CLUSTER_METADATA = Set.of("metadata.name");

    private BuiltInKinds() {}

    static List<ResourceKind> all() {
        return List.of(
                kind(
                        "",
                        "v1",
                        names("namespaces", "Namespace", List.of("ns")),
                        plus(cluster(true, false), "status.phase")),
                kind("", "v1", names("configmaps", "ConfigMap", List.of("cm")), namespaced(false, false)),
                kind("", "v1", names("secrets", "Secret", List.of()), plus(namespaced(false, false), "type")),
                kind(
                        "",
                        "v1",
                        names("events", "Event", List.of("ev")),
                        plus(
                                namespaced(false, false),
                                "involvedObject.kind",
                                "involvedObject.namespace",
                                "involvedObject.name",
                                "involvedObject.uid",
                                "involvedObject.apiVersion",
                                "involvedObject.resourceVersion",
                                "involvedObject.fieldPath",
                                "reason",
                                "reportingComponent",
                                "source",
                                "type")),
                kind(
                        "",
                        "v1",
                        names("persistentvolumeclaims", "PersistentVolumeClaim", List.of("pvc")),
                        namespaced(true, false)),
                kind(
                        "",
                        "v1",
                        names("pods", "Pod", List.of("po"), "all"),
                        plus(
                                namespaced(true, true),
                                "spec.nodeName",
                                "spec.restartPolicy",
                                "spec.schedulerName",
                                "spec.serviceAccountName",
                                "status.phase",
                                "status.podIP",
                                "status.nominatedNodeName")),
                kind(
                        "batch",
                        "v1",
                        names("jobs", "Job", List.of(), "all"),
                        plus(namespaced(true, true), "status.successful")),
                kind(
                        "storage.k8s.io",
                        "v1",
                        names("storageclasses", "StorageClass", List.of("sc")),
                        cluster(false, false)),
                kind(
                        "apiextensions.k8s.io",
                        "v1",
                        names(
                                "customresourcedefinitions",
                                "CustomResourceDefinition",
                                List.of("crd", "crds"),
                                "api-extensions"),
                        cluster(true, true)));
    }

    private static ResourceKind kind(String group, String version, Names names, Traits traits) {
        return new ResourceKind(group, version, names, traits, null, List.of());
    }

    private static Names names(String plural, String kind, List<String> shortNames, String... categories) {
        return new Names(plural, kind.toLowerCase(Locale.ROOT), kind, kind + "List", shortNames, List.of(categories));
    }

    private static Traits namespaced(boolean status, boolean generation) {
        return new Traits(true, status, generation, false, METADATA);
    }

    private static Traits cluster(boolean status, boolean generation) {
        return new Traits(false, status, generation, false, CLUSTER_METADATA);
    }

    private static Traits plus(Traits traits, String... fields) {
        var all = new java.util.HashSet<>(traits.selectableFields());
        all.addAll(List.of(fields));
        return new Traits(traits.namespaced(), traits.status(), traits.generation(), traits.custom(), Set.copyOf(all));
    }
}

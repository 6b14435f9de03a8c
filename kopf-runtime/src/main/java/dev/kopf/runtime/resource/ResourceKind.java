package dev.kopf.runtime.resource;

import java.util.Objects;

/**
 * A kind of resource as the API server serves it: group, version, kind, plural name and scope.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param group the API group; empty for the core group
 * @param version the version of the group, such as {@code v1alpha1}
 * @param kind the name of the kind, such as {@code EphemeralVolumeClaim}
 * @param plural the name in URLs, such as {@code ephemeralvolumeclaims}
 * @param scope whether objects live in namespaces
 */
public record ResourceKind(String group, String version, String kind, String plural, Scope scope) {

    /** Where objects of a kind live. */
    public enum Scope {
        /** Each object is in a namespace. */
        NAMESPACED,
        /** Objects belong to the cluster as a whole. */
        CLUSTER
    }

    public ResourceKind {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(plural, "plural");
        Objects.requireNonNull(scope, "scope");
    }

    /** A kind whose objects live in namespaces. */
    public static ResourceKind namespaced(String group, String version, String kind, String plural) {
        return new ResourceKind(group, version, kind, plural, Scope.NAMESPACED);
    }

    /** A kind whose objects belong to the cluster as a whole. */
    public static ResourceKind clusterScoped(String group, String version, String kind, String plural) {
        return new ResourceKind(group, version, kind, plural, Scope.CLUSTER);
    }

    /** Whether objects of this kind live in namespaces. */
    public boolean isNamespaced() {
        return scope == Scope.NAMESPACED;
    }

    /** The {@code apiVersion} of objects of this kind: {@code group/version}, or the version alone for the core group. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** The name of the CRD, or of the resource in RBAC rules: {@code plural.group}. */
    public String qualifiedPlural() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    /** As it is named in logs and messages: {@code plural.version.group}. */
    @Override
    public String toString() {
        return group.isEmpty() ? plural + "." + version : plural + "." + version + "." + group;
    }
}

package dev.kopf.runtime.resource;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
 * @param secrets the places of values that are shown and kept nowhere, with {@code *} for each item of a list and each value of a
 *     map; they are no part of what makes kinds equal. Those of core Secrets are known (R12)
 */
public record ResourceKind(
        String group, String version, String kind, String plural, Scope scope, List<FieldPath> secrets) {

    private static final List<FieldPath> VALUES_OF_SECRETS =
            List.of(FieldPath.of("data", "*"), FieldPath.of("stringData", "*"));

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
        secrets = group.isEmpty() && kind.equals("Secret") ? VALUES_OF_SECRETS : List.copyOf(secrets);
    }

    /** A kind without secrets, but for those that are known. */
    public ResourceKind(String group, String version, String kind, String plural, Scope scope) {
        this(group, version, kind, plural, scope, List.of());
    }

    /** A kind whose objects live in namespaces. */
    public static ResourceKind namespaced(String group, String version, String kind, String plural) {
        return new ResourceKind(group, version, kind, plural, Scope.NAMESPACED);
    }

    /** A kind whose objects belong to the cluster as a whole. */
    public static ResourceKind clusterScoped(String group, String version, String kind, String plural) {
        return new ResourceKind(group, version, kind, plural, Scope.CLUSTER);
    }

    /**
     * This kind, with secrets in its objects (R12).
     *
     * @param places where they are, with {@code *} for each item of a list and each value of a map
     */
    public ResourceKind withSecrets(FieldPath... places) {
        return new ResourceKind(group, version, kind, plural, scope, List.of(places));
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

    /** Whether objects of this kind are those of another one, whatever the version: events are the same in both of their groups. */
    public boolean hasObjectsOf(ResourceKind other) {
        return plural.equals(other.plural) && (group.equals(other.group) || (isOfEvents() && other.isOfEvents()));
    }

    private boolean isOfEvents() {
        return plural.equals("events") && (group.isEmpty() || group.equals("events.k8s.io"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResourceKind that
                && group.equals(that.group)
                && version.equals(that.version)
                && kind.equals(that.kind)
                && plural.equals(that.plural)
                && scope == that.scope;
    }

    @Override
    public int hashCode() {
        return Objects.hash(group, version, kind, plural, scope);
    }

    /** As it is named in logs and messages: {@code plural.version.group}, without what is empty. */
    @Override
    public String toString() {
        return plural + (version.isEmpty() ? "" : "." + version) + (group.isEmpty() ? "" : "." + group);
    }
}

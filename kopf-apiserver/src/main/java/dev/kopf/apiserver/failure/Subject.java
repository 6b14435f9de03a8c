package dev.kopf.apiserver.failure;

/**
 * What a failure is about.
 *
 * @param group the API group, empty for the core
 * @param kind the plural or the kind, whichever Kubernetes names in this failure
 * @param name the object's name, may be empty
 */
public record Subject(String group, String kind, String name) {

    /** {@code configmaps "x"} or {@code widgets.example.com "x"}. */
    String quoted() {
        return qualified() + " \"" + name + "\"";
    }

    String qualified() {
        return group.isEmpty() ? kind : kind + "." + group;
    }
}

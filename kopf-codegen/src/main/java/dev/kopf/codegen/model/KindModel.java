package dev.kopf.codegen.model;

import java.util.List;

/**
 * A kind as the CRD declares it.
 *
 * @param group the API group
 * @param version the version that is generated
 * @param names the names of the kind
 * @param namespaced whether objects live in namespaces
 * @param stored whether the version is the one that is stored
 */
public record KindModel(String group, String version, Names names, boolean namespaced, boolean stored) {

    /**
     * The names of a kind.
     *
     * @param kind such as {@code EphemeralVolumeClaim}
     * @param plural such as {@code ephemeralvolumeclaims}
     * @param singular such as {@code ephemeralvolumeclaim}
     * @param shortNames such as {@code evc}
     */
    public record Names(String kind, String plural, String singular, List<String> shortNames) {
        public Names {
            shortNames = List.copyOf(shortNames);
        }
    }
}

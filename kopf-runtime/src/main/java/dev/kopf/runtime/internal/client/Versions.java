package dev.kopf.runtime.internal.client;

/**
 * The order of resourceVersions: whole numbers that rise with each write to a collection, as every API server has them and Kubernetes
 * promises since 1.35. Other texts can only be equal or not.
 */
public final class Versions {

    private Versions() {}

    /** Whether one version is certainly before the other. */
    public static boolean isBefore(String version, String other) {
        return isNumber(version)
                && isNumber(other)
                && (version.length() != other.length()
                        ? version.length() < other.length()
                        : version.compareTo(other) < 0);
    }

    private static boolean isNumber(String version) {
        for (int i = 0; i < version.length(); i++) {
            if (version.charAt(i) < '0' || version.charAt(i) > '9') {
                return false;
            }
        }
        return !version.isEmpty() && version.charAt(0) != '0';
    }
}

package dev.kopf.apiserver.traffic;

/**
 * A request that a client made. Immutable.
 *
 * @param verb {@code get}, {@code list}, {@code watch}, {@code create}, {@code update}, {@code patch}, {@code delete} or
 *     {@code deletecollection}
 * @param group the API group, empty for the core
 * @param resource the plural, such as {@code pods}
 * @param subresource {@code status}, or empty
 * @param namespace the namespace, empty for none or all
 * @param name the object's name, empty for a collection; for a creation as the body has it
 * @param userAgent how the client calls itself
 * @param code the HTTP status code of the answer, 0 before it is known
 */
public record Request(
        String verb,
        String group,
        String resource,
        String subresource,
        String namespace,
        String name,
        String userAgent,
        int code) {

    /** Whether it wants to change something. */
    public boolean isWrite() {
        return switch (verb) {
            case "create", "update", "patch", "delete", "deletecollection" -> true;
            default -> false;
        };
    }

    /** The same request with its answer. */
    public Request withCode(int newCode) {
        return new Request(verb, group, resource, subresource, namespace, name, userAgent, newCode);
    }
}

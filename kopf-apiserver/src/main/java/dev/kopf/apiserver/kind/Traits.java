package dev.kopf.apiserver.kind;

import java.util.Set;

/**
 * How a kind behaves.
 *
 * @param namespaced whether its objects live in namespaces
 * @param status whether it has the status subresource
 * @param generation whether {@code metadata.generation} counts its changes
 * @param custom whether a CRD describes it
 * @param selectableFields the fields by which lists can be narrowed
 */
public record Traits(
        boolean namespaced, boolean status, boolean generation, boolean custom, Set<String> selectableFields) {}

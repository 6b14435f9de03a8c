package dev.kopf.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A page of objects.
 *
 * @param version the version of the store
 * @param items the objects; not to be changed
 * @param continueToken where the next page starts, empty on the last one
 * @param remaining how many come after this page
 */
public record ObjectList(long version, List<ObjectNode> items, String continueToken, int remaining) {}

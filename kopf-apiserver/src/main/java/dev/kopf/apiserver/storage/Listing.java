package dev.kopf.apiserver.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a part of the store holds at one version.
 *
 * @param version the version of the whole store
 * @param trees in the order of their keys; not to be changed
 */
public record Listing(long version, List<ObjectNode> trees) {}

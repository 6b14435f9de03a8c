package dev.kopf.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a write left.
 *
 * @param object the object as it is now; not to be changed
 * @param warnings what the client should know
 */
public record Written(ObjectNode object, List<String> warnings) {}

package dev.kopf.apiserver.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One change of the store.
 *
 * @param version the version that the store got by it
 * @param key where
 * @param before the tree before it, absent for a new one
 * @param after the tree after it, absent for one that is gone
 */
public record Change(
        long version,
        Key key,
        @Nullable ObjectNode before,
        @Nullable ObjectNode after) {}

package dev.kopf.codegen.io;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document of a file.
 *
 * @param value its plain value
 * @param duplicates keys that stand twice in their map
 */
record Document(@Nullable Object value, List<Duplicate> duplicates) {

    /**
     * A key that stands twice in its map.
     *
     * @param line where it stands again, from 1
     * @param path the way through the document to it
     */
    record Duplicate(int line, String path) {}
}

package dev.kopf.codegen.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** A map as it was read, which knows the lines of its keys. Not safe for use by several threads. */
public final class YamlMap extends LinkedHashMap<String, @Nullable Object> {

    private static final long serialVersionUID = 1L;

    /** In the order of the keys: one number each, as files have many keys and few problems. */
    private int[] lines = new int[4];

    /**
     * Adds a key that is not there yet.
     *
     * @param line the line of the key, from 1
     */
    public void add(String key, @Nullable Object value, int line) {
        if (size() == lines.length) {
            lines = Arrays.copyOf(lines, lines.length * 2);
        }
        lines[size()] = line;
        put(key, value);
    }

    /** The line of a key, from 1; 0 where there is no such key. */
    public int line(String key) {
        int index = 0;
        for (String each : keySet()) {
            if (each.equals(key)) {
                return index < lines.length ? lines[index] : 0;
            }
            index++;
        }
        return 0;
    }

    /** The line of the first key; 0 where there is none. */
    public int line() {
        return isEmpty() ? 0 : lines[0];
    }
}

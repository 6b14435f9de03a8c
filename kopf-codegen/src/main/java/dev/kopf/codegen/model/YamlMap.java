package dev.kopf.codegen.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** A map as it was read, which knows the lines of its keys. Not safe for use by several threads. */
public final class YamlMap extends LinkedHashMap<String, @Nullable Object> {

    private static final long serialVersionUID = 1L;

    private static final int[] NONE = {};

    /** In the order of the keys: one number each, as files have many keys and few problems. */
    private int[] lines = NONE;

    /**
     * Sets a key.
     *
     * @param line the line of the key, from 1; 0 where it is not known
     */
    public void add(String key, @Nullable Object value, int line) {
        int index = containsKey(key) ? index(key) : size();
        if (index >= lines.length) {
            lines = Arrays.copyOf(lines, Math.max(4, index * 2));
        }
        lines[index] = line;
        put(key, value);
    }

    private int index(String key) {
        int index = 0;
        for (String each : keySet()) {
            if (each.equals(key)) {
                return index;
            }
            index++;
        }
        return -1;
    }

    /** The line of a key, from 1; 0 where there is no such key, or its line is not known. */
    public int line(String key) {
        int index = index(key);
        return index >= 0 && index < lines.length ? lines[index] : 0;
    }

    /** The line of the first key; 0 where there is none. */
    public int line() {
        return isEmpty() || lines.length == 0 ? 0 : lines[0];
    }
}

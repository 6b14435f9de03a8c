package dev.kopf.codegen.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map as it was read, which knows the lines of its keys. Not safe for use by several threads. */
public final class YamlMap extends LinkedHashMap<String, @Nullable Object> {

    private static final long serialVersionUID = 1L;

    private static final int[] NONE = {};

    /** As many keys are looked through faster than they are looked up. */
    private static final int FEW = 20;

    /** In the order of the keys: one number each, as files have many keys and few problems. */
    private int[] lines = NONE;

    /** The places of the keys, once one of a large map is asked for. */
    private transient @Nullable Map<String, Integer> indexes;

    /**
     * Sets a key.
     *
     * @param line the line of the key, from 1; 0 where it is not known
     */
    public void add(String key, @Nullable Object value, int line) {
        boolean isKnown = containsKey(key);
        int index = isKnown ? index(key) : size();
        if (index >= lines.length) {
            lines = Arrays.copyOf(lines, Math.max(4, index * 2));
        }
        lines[index] = line;
        put(key, value);
        if (indexes != null && !isKnown) {
            indexes.put(key, index);
        }
    }

    private int index(String key) {
        if (size() > FEW) {
            return indexes().getOrDefault(key, -1);
        }
        int index = 0;
        for (String each : keySet()) {
            if (each.equals(key)) {
                return index;
            }
            index++;
        }
        return -1;
    }

    private Map<String, Integer> indexes() {
        Map<String, Integer> known = indexes;
        if (known == null) {
            known = new HashMap<>();
            for (String key : keySet()) {
                known.put(key, known.size());
            }
            indexes = known;
        }
        return known;
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

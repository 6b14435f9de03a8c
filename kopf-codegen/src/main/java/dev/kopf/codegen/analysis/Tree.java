package dev.kopf.codegen.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of a CRD's tree, whose fields may be absent or of any type. */
record Tree(Map<?, ?> fields) {

    static final Tree EMPTY = new Tree(Map.of());

    static Tree of(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? new Tree(map) : EMPTY;
    }

    boolean has(String name) {
        return fields.get(name) != null;
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(fields.get(name));
    }

    String text(String name) {
        Object value = fields.get(name);
        return value == null || value instanceof Map || value instanceof List ? "" : value.toString();
    }

    Tree at(String name) {
        return of(fields.get(name));
    }

    List<?> list(String name) {
        return fields.get(name) instanceof List<?> list ? list : List.of();
    }

    List<String> texts(String name) {
        return list(name).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    List<Tree> trees(String name) {
        return list(name).stream().map(Tree::of).toList();
    }

    /** The fields of a node below, each as a node. */
    Map<String, Tree> children(String name) {
        Map<String, Tree> children = new LinkedHashMap<>();
        at(name).fields.forEach((key, value) -> children.put(String.valueOf(key), of(value)));
        return children;
    }
}

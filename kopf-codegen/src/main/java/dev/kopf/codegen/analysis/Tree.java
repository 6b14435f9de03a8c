package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.CrdDocument;
import dev.kopf.codegen.model.Place;
import dev.kopf.codegen.model.YamlMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A node of a CRD's tree, whose fields may be absent or of any type.
 *
 * @param fields its fields
 * @param parent the node that it is in; null for a document
 * @param key the field of its parent that it is, or that lists it; the file of a document
 * @param index which item of the list it is; -1 where it is in none
 */
public record Tree(Map<?, ?> fields, @Nullable Tree parent, String key, int index) {

    static final Tree EMPTY = new Tree(Map.of());

    private static final Pattern PLAIN_KEY = Pattern.compile("[\\w$-]{1,253}");

    /** A node that stands nowhere. */
    Tree(Map<?, ?> fields) {
        this(fields, null, "", -1);
    }

    static Tree of(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? new Tree(map) : EMPTY;
    }

    /** A whole document. */
    public static Tree of(CrdDocument document) {
        return new Tree(document.root(), null, document.source(), -1);
    }

    private Tree below(@Nullable Object value, String name, int item) {
        return new Tree(value instanceof Map<?, ?> map ? map : Map.of(), this, name, item);
    }

    /** Where it stands. */
    public Place place() {
        if (parent == null) {
            return Place.of(key);
        }
        Place above = parent.place();
        int line = index >= 0 && fields instanceof YamlMap map ? map.line() : parent.line(key);
        String item = index >= 0 ? "[" + index + "]" : "";
        return new Place(above.source(), line > 0 ? line : above.line(), join(above.path(), key) + item);
    }

    /** Where one of its fields stands; where it stands itself if there is no such field. */
    public Place place(String name) {
        return fields.containsKey(name) ? below(null, name, -1).place() : place();
    }

    private int line(String name) {
        return fields instanceof YamlMap map ? map.line(name) : 0;
    }

    private static String join(String path, String name) {
        if (!PLAIN_KEY.matcher(name).matches()) {
            return path + "[\"" + name + "\"]";
        }
        return path.isEmpty() ? name : path + "." + name;
    }

    /** Whether a field is there, and not null. */
    public boolean has(String name) {
        return fields.get(name) != null;
    }

    /** Whether a field is true. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(fields.get(name));
    }

    /** A plain value as text; empty where there is none. */
    public String text(String name) {
        Object value = fields.get(name);
        return value == null || value instanceof Map || value instanceof List ? "" : value.toString();
    }

    /** A node below; without fields where there is none. */
    public Tree at(String name) {
        return below(fields.get(name), name, -1);
    }

    /** The items of a list; none where there is no list. */
    public List<?> list(String name) {
        return fields.get(name) instanceof List<?> list ? list : List.of();
    }

    /** The items of a list that are texts. */
    public List<String> texts(String name) {
        return list(name).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** The items of a list, each as a node. */
    public List<Tree> trees(String name) {
        List<Tree> trees = new ArrayList<>();
        list(name).forEach(item -> trees.add(below(item, name, trees.size())));
        return trees;
    }

    /** The fields of a node below, each as a node. */
    public Map<String, Tree> children(String name) {
        Tree node = at(name);
        Map<String, Tree> children = new LinkedHashMap<>();
        node.fields.forEach((key, value) -> {
            String child = String.valueOf(key);
            children.put(child, node.below(value, child, -1));
        });
        return children;
    }
}

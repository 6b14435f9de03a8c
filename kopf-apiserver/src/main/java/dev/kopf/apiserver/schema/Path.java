package dev.kopf.apiserver.schema;

/** The path of a value, as Kubernetes writes it: {@code spec.items[0].name}. Immutable. */
record Path(String text) {

    static final Path ROOT = new Path("");

    Path field(String name) {
        return new Path(text.isEmpty() ? name : text + "." + name);
    }

    Path item(int index) {
        return new Path(text + "[" + index + "]");
    }

    @Override
    public String toString() {
        return text;
    }
}

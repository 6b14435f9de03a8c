package dev.kopf.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.codegen.corpus.Compiled;
import dev.kopf.codegen.model.SourceFile;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedResource;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every name that is anything in Java or in generated code, wherever a CRD has names: what is generated compiles, without qualified names. */
final class HostileNamesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.]+)\\.(\\w+);", Pattern.MULTILINE);

    private static final String KEYWORDS = "abstract assert boolean break byte case catch char class const continue"
            + " default do double else enum extends final finally float for goto if implements import instanceof int"
            + " interface long native new package private protected public return short static strictfp super switch"
            + " synchronized this throw throws transient try void volatile while true false null _ var yield record"
            + " sealed permits non-sealed when module exports requires opens";

    private static final String JAVA = "String Object Integer Long Boolean Number Override Deprecated Class Record"
            + " Module Iterable System Thread Math Void Enum Process Error Exception Builder Known Registration"
            + " Optional Function Stream Set Collection Instant";

    private static final List<String> ODD = List.of(
            "",
            " ",
            "-",
            "_a",
            "__",
            "$",
            "$a",
            "a$b",
            "a.b",
            "a-b",
            "a_b",
            "aB",
            "a b",
            "AB",
            "ab",
            "1",
            "1a",
            "1-a",
            "é",
            "größe",
            "中文",
            "中",
            "😀",
            "a\\u000ab",
            "x".repeat(260),
            "foo",
            "Foo",
            "FOO",
            "fOO",
            "field",
            "fields",
            "value",
            "values",
            "put",
            "resource",
            "context",
            "diff",
            "options",
            "function",
            "source",
            "methods",
            "on",
            "parent",
            "parent2",
            "start",
            "id",
            "other",
            "thing",
            "spec",
            "status",
            "metadata",
            "apiVersion",
            "kind",
            "items",
            "Thing",
            "ThingSpec",
            "ThingHandler",
            "specSizeChange",
            "onCreate",
            "onUpdate",
            "length",
            "list",
            "KIND");

    @TempDir
    private Path folder;

    /** What generated files import; and what their superclasses have. */
    private static Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>(ODD);
        names.addAll(List.of((KEYWORDS + " " + JAVA).split(" ")));
        names.addAll(imports());
        for (Class<?> type : List.of(TypedResource.class, TypedBuilder.class, ObjectDiff.class)) {
            for (Method method : type.getMethods()) {
                names.add(method.getName());
                names.add(method.getName().replaceFirst("^(get|set|is)", ""));
            }
        }
        return names;
    }

    private static Set<String> imports() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                IMPORT.matcher(Files.readString(file))
                        .results()
                        .filter(match -> !isOfCrd(match.group(1)))
                        .map(match -> match.group(2))
                        .forEach(names::add);
            }
        }
        return names;
    }

    private static boolean isOfCrd(String packageName) {
        return !packageName.matches(
                "(java|javax|io\\.fabric8|com\\.fasterxml|org\\.jspecify|dev\\.kopf\\.runtime)\\..*");
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\\\"") + "\"";
    }

    private static String properties(Stream<String> names, String schema) {
        return names.map(name -> quoted(name) + ": " + schema.replace("NAME", quoted(name + "x")))
                .collect(Collectors.joining(", ", "{type: object, properties: {", "}}"));
    }

    private void compiles(String crds) {
        List<SourceFile> files = Sources.generate(folder, crds);

        assertThat(Compiled.of(files).errors()).isEmpty();
        assertThat(files)
                .allSatisfy(file -> assertThat(Sources.qualifiedNames(file))
                        .as("%s; a name that generated code imports stands in ReservedNames", file.path())
                        .isEmpty());
        assertThat(files.stream().map(file -> file.path().toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
        assertThat(files.stream().map(SourceFile::path)).allMatch(path -> path.matches("[\\w/]+\\.java"));
    }

    @Test
    void properties_of_texts_and_of_objects() throws IOException {
        String texts = properties(names().stream(), "{type: string}");
        String objects = properties(names().stream(), "{type: object, properties: {NAME: {type: number}}}");
        String lists = properties(
                names().stream(), "{type: array, items: {type: object, properties: {NAME: {type: boolean}}}}");
        String enums = properties(names().stream(), "{type: string, enum: [a, NAME]}");

        compiles(Sources.crdWithSpec(texts));
        compiles(Sources.crdWithSpec("{type: object, properties: {texts: " + texts + ", more: " + objects + "}}"));
        compiles(Sources.crdWithSpec(objects));
        compiles(Sources.crdWithSpec(lists));
        compiles(Sources.crdWithSpec(enums));
    }

    @Test
    void stanzas() throws IOException {
        compiles(Sources.crd("Thing", properties(names().stream(), "{type: string}")));
        compiles(Sources.crd(
                "Thing", properties(names().stream(), "{type: object, properties: {NAME: {type: string}}}")));
        compiles(Sources.crd("Thing", properties(names().stream(), "{type: string, enum: [a, NAME]}")));
    }

    @Test
    void keys_of_lists() throws IOException {
        String lists = properties(names().stream(), list("NAME", "other"));
        String keys = names().stream()
                .map(name -> quoted("list " + name) + ": " + list(quoted(name), "other"))
                .collect(Collectors.joining(", ", "{type: object, properties: {", "}}"));

        compiles(Sources.crdWithSpec(lists));
        compiles(Sources.crdWithSpec(keys));
        compiles(Sources.crd(
                "PortKey",
                "{type: object, properties: {ports: " + list("a", "b")
                        + ", spec: {type: object, properties: {ports: " + list("of", "item")
                        + ", portKey: {type: object, properties: {x: {type: string}}}, portKeys: "
                        + list("oneOf", "KEY")
                        + "}}}}"));
    }

    private static String list(String... keys) {
        return "{type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [" + String.join(", ", keys)
                + "], items: {type: object, properties: {"
                + Stream.of(keys).map(key -> key + ": {type: string}").collect(Collectors.joining(", ")) + "}}}";
    }

    @Test
    void values_of_enums() throws IOException {
        String values = names().stream().map(HostileNamesTest::quoted).collect(Collectors.joining(", "));

        compiles(Sources.crdWithSpec("{type: object, properties: {a: {type: string, enum: [" + values + "]}}}"));
    }

    @Test
    void kinds_groups_and_versions() throws IOException {
        String spec = "{type: object, properties: {spec: {type: object, properties: {list: {type: array, items: {type:"
                + " number}}, port: {x-kubernetes-int-or-string: true}}}, kinds: {type: object, additionalProperties:"
                + " {type: string}}}}";
        List<String> names = names().stream()
                .filter(name -> !name.isBlank() && name.length() < 253)
                .toList();

        compiles(IntStream.range(0, names.size())
                .mapToObj(i -> Sources.crd("KIND", spec)
                        .replace("kind: KIND", "kind: " + quoted(names.get(i)))
                        .replace("group: t.dev", "group: " + quoted(names.get((i + 1) % names.size()) + ".g" + i))
                        .replace("{name: v1,", "{name: " + quoted(names.get(names.size() - 1 - i)) + ","))
                .collect(Collectors.joining("---\n")));
    }

    @Test
    void names_are_the_same_whatever_is_generated_beside() {
        List<String> kinds = List.of("Cat", "CatHouse", "Dog", "List");
        List<String> crds = kinds.stream()
                .map(kind -> Sources.crd(
                                kind,
                                "{type: object, properties: {spec: {type: object, properties: {a: {type:"
                                        + " object, properties: {b: {type: string}}}}}}}")
                        .replace("plural: things", "plural: " + kind))
                .toList();

        List<SourceFile> together = Sources.generate(folder, String.join("---\n", crds));
        List<SourceFile> apart = crds.stream()
                .flatMap(crd -> Sources.generate(folder, crd).stream())
                .toList();

        assertThat(together).containsExactlyInAnyOrderElementsOf(apart);
        assertThat(together).extracting(SourceFile::path).contains("dev/t/v1/ListResource.java");
    }

    @Test
    void letters_that_are_not_ascii_lose_their_accents_or_are_spelled() {
        String spec = Sources.of(
                        folder,
                        Sources.crdWithSpec(
                                "{type: object, properties: {préférence: {type: string}, 中文: {type: string}}}"))
                .get("ThingSpec");

        assertThat(spec).contains("getPreference()", "getU4e2dU6587()");
    }

    @Test
    void the_scan_for_qualified_names_finds_them() {
        SourceFile file = new SourceFile(
                "A.java",
                "import java.util.List;\n// java.util.Set\nclass A { java.util.Map<String, Byte> a; String b ="
                        + " \"java.util.Set\"; org.a.@Nullable List c; }");

        assertThat(Sources.qualifiedNames(file)).containsExactly("java.util.Map", "org.a.@Nullable");
    }
}

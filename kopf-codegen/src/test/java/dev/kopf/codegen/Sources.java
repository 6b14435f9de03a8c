package dev.kopf.codegen;

import dev.kopf.codegen.corpus.Compiled;
import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is generated for a CRD that a test writes down. */
final class Sources {

    private static final Pattern COMMENT_OR_TEXT =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern IMPORT = Pattern.compile("^(?:import|package) [^\\n]*", Pattern.MULTILINE);
    private static final Pattern QUALIFIED = Pattern.compile("\\b(?:[a-z_]\\w*\\.){2,}(?=@|[A-Z_])@?[\\w.]+");

    private Sources() {}

    /** A CRD of kind Thing, group t.dev, version v1, with this schema for its spec. */
    static String crdWithSpec(String specSchema) {
        return crd("Thing", "{type: object, properties: {spec: " + specSchema + "}}");
    }

    static String crd(String kind, String schema) {
        return """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: things.t.dev}
                spec:
                  group: t.dev
                  scope: Namespaced
                  names: {kind: %s, plural: things, singular: thing}
                  versions:
                  - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: %s}}
                """.formatted(kind, schema);
    }

    /** The sources by simple name. */
    static Map<String, String> of(Path folder, String crd) {
        return generate(folder, crd).stream()
                .collect(Collectors.toMap(
                        file -> file.path().replaceAll(".*/|\\.java$", ""),
                        SourceFile::text,
                        (a, b) -> a,
                        TreeMap::new));
    }

    static List<SourceFile> generate(Path folder, String crd) {
        return generate(folder, crd, options -> options);
    }

    /** With other options than the default ones. */
    static List<SourceFile> generate(Path folder, String crd, UnaryOperator<CodegenOptions> change) {
        try {
            Path file = Files.writeString(folder.resolve("crd.yaml"), crd);
            return Codegen.generate(change.apply(CodegenOptions.of(List.of(file), folder.resolve("out"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class names that are written with their package, beside imports, comments and texts. */
    static List<String> qualifiedNames(SourceFile file) {
        String code = COMMENT_OR_TEXT.matcher(file.text()).replaceAll("");
        return QUALIFIED
                .matcher(IMPORT.matcher(code).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    static Compiled compile(Path folder, String crd) {
        return Compiled.of(generate(folder, crd));
    }
}

package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.CrdDocument;
import dev.kopf.codegen.model.KindModel;
import dev.kopf.codegen.model.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the versions of a CRD. */
final class CrdVersions {

    /** The longest name that an API server takes. */
    private static final int MAX_NAME = 253;

    private final CodegenOptions.Selection selection;
    private final Problems problems;

    CrdVersions(CodegenOptions.Selection selection, Problems problems) {
        this.selection = selection;
        this.problems = problems;
    }

    /** A version, and the schema of its objects. */
    record Version(KindModel kind, Tree schema) {}

    /** The versions in the order of the CRD, as trees. */
    static List<Tree> of(Tree spec) {
        List<Tree> versions = spec.trees("versions");
        return versions.isEmpty() && spec.has("version")
                ? List.of(new Tree(Map.of("name", spec.text("version"), "storage", true), spec, "version", -1))
                : versions;
    }

    /**
     * The version that handlers are generated for, and after it, where others are wanted, all others: what these share with each other
     * must not depend on which of them are wanted. Empty where there is a problem.
     */
    List<Version> of(CrdDocument document) {
        Tree spec = Tree.of(document).at("spec");
        List<Tree> trees = of(spec);
        Tree handled = handled(spec, trees);
        if (handled == null) {
            return List.of();
        }
        Version first = version(spec, handled);
        if (first == null) {
            return List.of();
        }
        List<Version> versions = new ArrayList<>(List.of(first));
        if (!selection.versions().isEmpty()) {
            Set<String> seen = new HashSet<>(Set.of(first.kind().version()));
            trees.stream()
                    .filter(tree -> seen.add(tree.text("name")) && (isNamed(tree) || hasSchema(spec, tree)))
                    .map(tree -> version(spec, tree))
                    .forEach(version -> {
                        if (version != null) {
                            versions.add(version);
                        }
                    });
        }
        return versions;
    }

    private boolean isNamed(Tree version) {
        return selection.versions().contains(version.text("name"));
    }

    private @Nullable Tree handled(Tree spec, List<Tree> versions) {
        String wanted = selection.handlerVersion();
        if (wanted == null) {
            return versions.stream()
                    .filter(version -> version.flag("storage"))
                    .findFirst()
                    .or(() -> versions.stream().findFirst())
                    .orElse(Tree.EMPTY);
        }
        Tree found = versions.stream()
                .filter(version -> version.text("name").equals(wanted))
                .findFirst()
                .orElse(null);
        if (found == null) {
            problems.report(
                    Problem.Id.KopfNoVersion,
                    spec.place("versions"),
                    "the CRD has no such version. Choose one of "
                            + versions.stream()
                                    .map(version -> version.text("name"))
                                    .toList() + ": " + wanted);
        }
        return found;
    }

    private @Nullable Version version(Tree spec, Tree version) {
        KindModel kind = kind(spec, version);
        if (kind == null) {
            return null;
        }
        if (!hasSchema(spec, version)) {
            problems.report(
                    Problem.Id.KopfNoSchema,
                    version.place(),
                    "the version has no schema to generate from. Add schema.openAPIV3Schema to it: " + kind.version());
            return null;
        }
        return new Version(kind, schema(spec, version));
    }

    private static boolean hasSchema(Tree spec, Tree version) {
        return !schema(spec, version).fields().isEmpty();
    }

    private static Tree schema(Tree spec, Tree version) {
        Tree own = version.at("schema").at("openAPIV3Schema");
        return own.fields().isEmpty() ? spec.at("validation").at("openAPIV3Schema") : own;
    }

    private @Nullable KindModel kind(Tree spec, Tree version) {
        Tree names = spec.at("names");
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("spec.group", spec.text("group"));
        texts.put("spec.names.kind", names.text("kind"));
        texts.put("spec.names.plural", names.text("plural"));
        texts.put("spec.versions[].name", version.text("name"));
        if (!areComplete(spec, texts)) {
            return null;
        }
        String singular = names.text("singular");
        return new KindModel(
                spec.text("group"),
                version.text("name"),
                new KindModel.Names(
                        names.text("kind"),
                        names.text("plural"),
                        singular.isEmpty() || singular.length() > MAX_NAME
                                ? names.text("kind").toLowerCase(Locale.ROOT)
                                : singular,
                        shortTexts(names, "shortNames"),
                        shortTexts(names, "categories")),
                !spec.text("scope").equals("Cluster"),
                DetailsReader.of(spec, version));
    }

    private static List<String> shortTexts(Tree names, String name) {
        return names.texts(name).stream()
                .filter(text -> text.length() <= MAX_NAME)
                .limit(MAX_NAME)
                .toList();
    }

    private boolean areComplete(Tree spec, Map<String, String> texts) {
        String missing = paths(texts, String::isBlank);
        if (!missing.isEmpty()) {
            problems.report(
                    Problem.Id.KopfIncompleteCrd,
                    spec.place(),
                    "the CRD lacks what every CRD has. Add " + missing + ".");
        }
        String tooLong = paths(texts, text -> text.length() > MAX_NAME);
        if (!tooLong.isEmpty()) {
            problems.report(
                    Problem.Id.KopfIncompleteCrd,
                    spec.place(),
                    "the CRD has names that no API server takes. Shorten to " + MAX_NAME + " characters at most: "
                            + tooLong);
        }
        return missing.isEmpty() && tooLong.isEmpty();
    }

    private static String paths(Map<String, String> texts, Predicate<String> which) {
        return texts.entrySet().stream()
                .filter(text -> which.test(text.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }
}

package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.CrdDocument;
import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.KindModel;
import dev.kopf.codegen.model.Problem;
import dev.kopf.codegen.model.ResourceModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From CRDs to models. Not safe for use by several threads. */
public final class CrdAnalyzer {

    /** The longest name that an API server takes. */
    private static final int MAX_NAME = 253;

    private static final Set<String> OF_EVERY_OBJECT = Set.of("apiVersion", "kind", "metadata");

    /** What handler methods are given beside the resource. */
    private static final Set<String> PARAMETERS = Set.of("context", "diff");

    private final CodegenOptions options;
    private final Problems problems;
    private final Map<String, String> sources = new HashMap<>();
    private final Map<String, Names> packages = new HashMap<>();
    private final GeneratedClasses classes;

    /**
     * @param options what is generated
     * @param problems takes what is wrong with a CRD
     */
    public CrdAnalyzer(CodegenOptions options, Problems problems) {
        this.options = options;
        this.problems = problems;
        this.classes = new GeneratedClasses(problems);
    }

    /** The models of these CRDs; those that have problems are left out. */
    public List<ResourceModel> analyze(List<CrdDocument> documents) {
        List<ResourceModel> models = new ArrayList<>();
        for (CrdDocument document : documents) {
            ResourceModel model = analyze(document);
            if (model != null) {
                classes.add(document.source(), model);
                models.add(model);
            }
        }
        return models;
    }

    private @Nullable ResourceModel analyze(CrdDocument document) {
        Tree spec = Tree.of(document).at("spec");
        Tree version = version(spec);
        KindModel kind = version == null ? null : kind(spec, version);
        if (version == null || kind == null || !isNew(document.source(), spec, kind)) {
            return null;
        }
        Tree schema = version.at("schema").at("openAPIV3Schema");
        if (schema.fields().isEmpty()) {
            schema = spec.at("validation").at("openAPIV3Schema");
        }
        if (schema.fields().isEmpty()) {
            problems.report(
                    Problem.Id.KopfNoSchema,
                    version.place(),
                    "the version has no schema to generate from. Add schema.openAPIV3Schema to it: " + kind.version());
            return null;
        }
        int stanzas = schema.at("properties").fields().size();
        if (stanzas > Limits.MAX_STANZAS) {
            problems.report(
                    Problem.Id.KopfTooLarge,
                    schema.place("properties"),
                    "the schema has more than " + Limits.MAX_STANZAS + " properties at its top level: " + stanzas);
            return null;
        }
        return model(kind, schema);
    }

    private @Nullable Tree version(Tree spec) {
        List<Tree> versions = spec.trees("versions");
        String wanted = options.selection().handlerVersion();
        if (wanted == null) {
            return versions.stream()
                    .filter(version -> version.flag("storage"))
                    .findFirst()
                    .or(() -> versions.stream().findFirst())
                    .orElse(
                            spec.has("version")
                                    ? new Tree(
                                            Map.of("name", spec.text("version"), "storage", true), spec, "version", -1)
                                    : Tree.EMPTY);
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

    private @Nullable KindModel kind(Tree spec, Tree version) {
        Tree names = spec.at("names");
        List<String> missing = new ArrayList<>();
        requireText(spec, "group", "spec.group", missing);
        requireText(names, "kind", "spec.names.kind", missing);
        requireText(names, "plural", "spec.names.plural", missing);
        requireText(version, "name", "spec.versions[].name", missing);
        if (!missing.isEmpty()) {
            problems.report(
                    Problem.Id.KopfIncompleteCrd,
                    spec.place(),
                    "the CRD lacks what every CRD has. Add " + String.join(", ", missing) + ".");
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

    private static void requireText(Tree tree, String name, String path, List<String> missing) {
        if (tree.text(name).isBlank() || tree.text(name).length() > MAX_NAME) {
            missing.add(path);
        }
    }

    private boolean isNew(String source, Tree spec, KindModel kind) {
        String id = kind.names().kind() + "." + kind.group();
        String first = sources.putIfAbsent(id, source);
        if (first == null) {
            return true;
        }
        problems.report(
                Problem.Id.KopfDuplicateKind,
                spec.at("names").place("kind"),
                "two CRDs are of one kind, the other is in " + first + ". Keep one of: " + id);
        return false;
    }

    private ResourceModel model(KindModel kind, Tree schema) {
        Map<String, Tree> children = schema.children("properties");
        Set<String> required = Set.copyOf(schema.texts("required"));
        SchemaAnalyzer analyzer = new SchemaAnalyzer(options.content().coreTypes() ? CoreTypes.all() : CoreTypes.NONE);
        Map<String, Shape.Property> stanzas = new LinkedHashMap<>();
        // Spec and status first: they keep their names, whatever else there is.
        for (String name : List.of("spec", "status")) {
            Tree child = children.remove(name);
            if (child != null) {
                stanzas.put(name, analyzer.stanza(name, child, required.contains(name)));
            }
        }
        children.keySet().removeAll(OF_EVERY_OBJECT);
        children.forEach((name, child) -> stanzas.put(name, analyzer.stanza(name, child, required.contains(name))));
        JavaName name = nameOf(kind, stanzas.keySet());
        Modeler modeler = new Modeler(TypeNames.of(name, stanzas));
        ResourceModel.Types types = modeler.types(stanzas);
        Results results = Results.of(schema, stanzas.get("status"), modeler);
        results.warn(problems);
        ResourceModel.Handlers handlers = FieldHandlers.of(variable(name), stanzas, types.stanzas(), modeler, results);
        return new ResourceModel(kind, name, schema.fields(), types, handlers);
    }

    private static String variable(JavaName name) {
        String variable = Names.member(Words.camel(name.simpleName()));
        return PARAMETERS.contains(variable) ? variable + "Resource" : variable;
    }

    private JavaName nameOf(KindModel kind, Set<String> stanzas) {
        String wanted = options.naming().packageName();
        String packageName = wanted == null ? defaultPackage(kind) : wanted;
        Names taken = packages.computeIfAbsent(packageName, name -> Names.ofTypes());
        List<String> endings = new ArrayList<>(List.of("Handler", "Diff", "Dispatch", "Fixtures", "Arbitraries"));
        stanzas.forEach(stanza -> {
            endings.add(Words.pascal(stanza));
            endings.add(Words.pascal(stanza) + "Diff");
        });
        String[] all = endings.toArray(String[]::new);
        String simpleName = Words.type(kind.names().kind());
        return new JavaName(
                packageName, taken.take(simpleName, all) ? simpleName : taken.unique(simpleName + "Resource", all));
    }

    /** The group backwards, and the version: {@code org.zalando.v1}. */
    private static String defaultPackage(KindModel kind) {
        List<String> parts = new ArrayList<>(Arrays.asList(kind.group().split("\\.", -1)));
        Collections.reverse(parts);
        parts.add(kind.version());
        return String.join(".", parts.stream().map(Names::packagePart).toList());
    }
}

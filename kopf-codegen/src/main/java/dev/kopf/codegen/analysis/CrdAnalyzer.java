package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.CrdDocument;
import dev.kopf.codegen.model.KindModel;
import dev.kopf.codegen.model.Place;
import dev.kopf.codegen.model.Problem;
import dev.kopf.codegen.model.ResourceModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From CRDs to models: {@linkplain #select} those that are wanted, {@linkplain #analyze} each, then {@linkplain #finish}. Not safe for
 * use by several threads.
 */
public final class CrdAnalyzer {

    private final Problems problems;
    private final Map<String, String> sources = new HashMap<>();
    private final Selector selector;
    private final CrdVersions versions;
    private final KindNames names;
    private final ChosenNames chosen;
    private final WantedFields fields;
    private final GeneratedClasses classes;
    private final CoreTypes coreTypes;
    private final Set<String> builtIns;
    private boolean complete = true;

    /**
     * @param options what is generated
     * @param problems takes what is wrong with a CRD
     */
    public CrdAnalyzer(CodegenOptions options, Problems problems) {
        this.problems = problems;
        this.selector = new Selector(options.selection(), problems);
        this.versions = new CrdVersions(options.selection(), problems);
        this.chosen = new ChosenNames(options.naming(), problems);
        this.names = new KindNames(options.naming(), chosen, problems);
        this.fields = new WantedFields(options.content().fields(), problems);
        this.classes = new GeneratedClasses(problems);
        this.builtIns = options.selection().builtIns();
        this.coreTypes = options.content().coreTypes() ? CoreTypes.all() : CoreTypes.NONE;
    }

    /** The CRDs that the options ask for; a group, kind or version that no CRD has is a problem. */
    public List<CrdDocument> select(List<CrdDocument> documents) {
        return selector.select(documents);
    }

    /** The models of a CRD: first the version that handlers are generated for, then all others; none where it has problems. */
    public List<ResourceModel> analyze(CrdDocument document) {
        List<CrdVersions.Version> found = versions.of(document);
        if (found.isEmpty() || !isNew(document, found.get(0).kind())) {
            complete = false;
            return List.of();
        }
        KindAnalyzer analyzer = new KindAnalyzer(names, chosen, fields, problems, coreTypes);
        List<ResourceModel> models = new ArrayList<>();
        for (CrdVersions.Version version : found) {
            ResourceModel model = analyzer.analyze(version);
            if (model.hasHandlers() || selector.isWanted(model.kind().version())) {
                models.add(model);
            }
        }
        classes.add(Tree.of(document).at("spec").at("names").place("kind"), models);
        return models;
    }

    /** The models of Kubernetes' own kinds that the options ask for; one that there is not is a problem. */
    public List<ResourceModel> analyzeBuiltIns() {
        if (builtIns.isEmpty()) {
            return List.of();
        }
        List<ResourceModel> models = new ArrayList<>();
        for (BuiltInKind kind : new BuiltIns(problems).find(builtIns)) {
            ResourceModel model = BuiltInModels.of(kind, names::ofBuiltIn);
            models.add(model);
            classes.add(Place.of("builtIns"), List.of(model));
        }
        return models;
    }

    /** Tells what can be told only after all CRDs: options that name what none of them has. */
    public void finish() {
        // What a CRD with problems has is not known.
        if (complete) {
            names.finish();
            chosen.finish();
            fields.finish();
        }
    }

    private boolean isNew(CrdDocument document, KindModel kind) {
        String id = kind.names().kind() + "." + kind.group();
        String first = sources.putIfAbsent(id, document.source());
        if (first == null) {
            return true;
        }
        problems.report(
                Problem.Id.KopfDuplicateKind,
                Tree.of(document).at("spec").at("names").place("kind"),
                "two CRDs are of one kind, the other is in " + first + ". Keep one of: " + id);
        return false;
    }
}

package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.CrdDocument;
import dev.kopf.codegen.model.Place;
import dev.kopf.codegen.model.ResourceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * From CRDs to models: {@linkplain #select} those that are wanted, {@linkplain #analyze} each, then {@linkplain #finish}. Not safe for
 * use by several threads.
 */
public final class CrdAnalyzer {

    private final Problems problems;
    private final KindOrigins origins;
    private final Selector selector;
    private final CrdVersions versions;
    private final KindNames kindNames;
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
        this.origins = new KindOrigins(problems);
        this.selector = new Selector(options.selection(), problems);
        this.versions = new CrdVersions(options.selection(), problems);
        this.chosen = new ChosenNames(options.naming(), problems);
        this.kindNames = new KindNames(options.naming(), chosen, problems);
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
        Tree names = Tree.of(document).at("spec").at("names");
        if (found.isEmpty()
                || !origins.add(names, document.source(), found.get(0).kind())) {
            complete = false;
            return List.of();
        }
        KindAnalyzer analyzer = new KindAnalyzer(kindNames, chosen, fields, problems, coreTypes);
        List<ResourceModel> models = new ArrayList<>();
        for (CrdVersions.Version version : found) {
            ResourceModel model = analyzer.analyze(version);
            if (model.hasHandlers() || selector.isWanted(model.kind().version())) {
                models.add(model);
            }
        }
        classes.add(names.place("kind"), models);
        return models;
    }

    /** The models of Kubernetes' own kinds that the options ask for; one that there is not is a problem. */
    public List<ResourceModel> analyzeBuiltIns() {
        if (builtIns.isEmpty()) {
            return List.of();
        }
        List<ResourceModel> models = new ArrayList<>();
        for (BuiltInKind kind : new BuiltIns(problems).find(builtIns)) {
            if (origins.isFree(kind)) {
                ResourceModel model = BuiltInModels.of(kind, kindNames::ofBuiltIn);
                models.add(model);
                classes.add(Place.of(BuiltIns.OPTION), List.of(model));
            }
        }
        return models;
    }

    /** Tells what can be told only after all CRDs: options that name what none of them has. */
    public void finish() {
        // What a CRD with problems has is not known.
        if (complete) {
            kindNames.finish();
            chosen.finish();
            fields.finish();
        }
    }
}

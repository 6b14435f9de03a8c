package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.KindModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields that options want handler methods for. Not safe for use by several threads. */
final class WantedFields {

    private final List<Wanted> fields;
    private final Problems problems;

    WantedFields(List<String> fields, Problems problems) {
        Map<String, String> places = new LinkedHashMap<>();
        fields.forEach(field -> places.put(field, ""));
        this.fields = Wanted.of("fields", places, problems);
        this.problems = problems;
    }

    /** The paths of those that a kind has and that may change, each once. */
    List<List<String>> of(KindModel kind, Map<String, Shape.Property> stanzas) {
        List<List<String>> paths = new ArrayList<>();
        for (Wanted field : fields) {
            if (!field.place().isOf(kind)) {
                continue;
            }
            Walk walk = field.in(kind, stanzas, false);
            if (walk.isComplete() && isImmutable(walk)) {
                field.miss(
                        walk.steps().size() + 1,
                        "the field never changes by the rule self == oldSelf in "
                                + kind.names().kind());
            } else if (walk.isComplete()) {
                field.find();
                if (!paths.contains(field.place().path())) {
                    paths.add(field.place().path());
                }
            }
        }
        return paths;
    }

    private static boolean isImmutable(Walk walk) {
        return walk.steps().stream().anyMatch(step -> step.traits().immutable());
    }

    void finish() {
        fields.forEach(field -> field.tellMissing(problems));
    }
}

package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.KindModel;
import dev.kopf.codegen.model.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A place that an option names, and whether any CRD has it. Not safe for use by several threads. */
final class Wanted {

    private final String option;
    private final SchemaPlace place;
    private final String value;
    private boolean found;
    private int steps = -1;
    private String missing = "no CRD that is generated is of this kind";

    private Wanted(String option, SchemaPlace place, String value) {
        this.option = option;
        this.place = place;
        this.value = value;
    }

    /** What an option names, in its order; a text that is no place is a problem. */
    static List<Wanted> of(String option, Map<String, String> values, Problems problems) {
        List<Wanted> all = new ArrayList<>();
        values.forEach((text, value) -> SchemaPlace.parse(text)
                .ifPresentOrElse(
                        place -> all.add(new Wanted(option, place, value)),
                        () -> problems.report(
                                Problem.Id.KopfInvalidOption,
                                option,
                                "not a place of a schema. Write it as Kind:spec.template, names with dots in brackets: "
                                        + text)));
        return Collections.unmodifiableList(all);
    }

    /** What an option names by kind alone. */
    static List<Wanted> ofKinds(String option, Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> new Wanted(
                        option, new SchemaPlace(entry.getKey(), entry.getKey(), List.of()), entry.getValue()))
                .toList();
    }

    SchemaPlace place() {
        return place;
    }

    /** What the option gives to the place. */
    String value() {
        return value;
    }

    /** Says that a CRD has the place. */
    void find() {
        found = true;
    }

    /** Says why a CRD has not the place; what is told in the end is of the one that comes closest. */
    void miss(int near, String why) {
        if (near > steps) {
            steps = near;
            missing = why;
        }
    }

    /** The way to the place in a kind; not to be asked for kinds that it is not of. */
    Walk in(KindModel kind, Map<String, Shape.Property> stanzas, boolean throughLists) {
        Walk walk = Walk.along(place.path(), stanzas, throughLists);
        if (!walk.isComplete()) {
            miss(walk.steps().size(), walk.missing() + " in " + kind.names().kind());
        }
        return walk;
    }

    void refuse(Problems problems, String message) {
        problems.report(Problem.Id.KopfInvalidOption, option, message + place.text() + "=" + value);
    }

    /** Tells it where no CRD has had the place. */
    void tellMissing(Problems problems) {
        if (!found) {
            problems.report(Problem.Id.KopfNoField, option, missing + ": " + place.text());
        }
    }
}

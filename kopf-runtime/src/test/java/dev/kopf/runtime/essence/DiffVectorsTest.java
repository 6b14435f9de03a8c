package dev.kopf.runtime.essence;

import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Same;
import dev.kopf.runtime.resource.Vectors;
import dev.kopf.runtime.resource.Vectors.Case;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Diffs are Kopf's (D-20…D-26, D-9), but for booleans that are numbers to Python (R19). */
final class DiffVectorsTest {

    @TestFactory
    Stream<DynamicTest> diff() {
        return Vectors.tests(
                "diff.json",
                Map.of("diff", this::checkDiff, "reduce", this::checkReduction, "field", this::checkField));
    }

    private void checkDiff(Case vector) {
        Diff.Scope scope =
                Diff.Scope.valueOf(((String) vector.in().getOrDefault("scope", "full")).toUpperCase(Locale.ROOT));
        FieldPath path = Specs.field(vector.in("path"));
        List<DiffItem> items = Diff.between(vector.in("old"), vector.in("new"), scope).items().stream()
                .map(item -> new DiffItem(
                        item.operation(),
                        new FieldPath(Stream.concat(path.keys().stream(), item.path().keys().stream())
                                .toList()),
                        item.oldValue(),
                        item.newValue()))
                .toList();
        Specs.assertDiff(new Diff(items), vector, vector.out());
    }

    private void checkReduction(Case vector) {
        Diff diff = Diff.between(vector.in("old"), vector.in("new"));
        Specs.assertDiff(diff.reduce(Specs.field(vector.in("field"))), vector, vector.out());
    }

    private void checkField(Case vector) {
        FieldPath field = Specs.field(vector.in("field"));
        Diff diff = Diff.between(vector.in("old"), vector.in("new"));
        Same.assertSame(field.resolve(vector.in("old")), vector.out("old"));
        Same.assertSame(field.resolve(vector.in("new")), vector.out("new"));
        Specs.assertDiff(diff.reduce(field), vector, vector.out("diff"));
    }
}

package dev.kopf.runtime.essence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Same;
import dev.kopf.runtime.resource.Vectors;
import dev.kopf.runtime.resource.Vectors.Case;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Paths lead where Kopf's lead (F-9, D-9, D-1); where Kopf raises, ours find nothing, or make room (R14). */
final class FieldVectorsTest {

    @TestFactory
    Stream<DynamicTest> field() {
        return Vectors.tests(
                "fields.json",
                Map.of(
                        "parse", this::checkParsing,
                        "resolve", this::checkResolution,
                        "ensure", this::checkSetting,
                        "remove", this::checkRemoval,
                        "cherrypick", this::checkPicking),
                "walk"); // HierarchiesVectorsTest
    }

    private void checkParsing(Case vector) {
        Object field = vector.in("field");
        if (field == null || field instanceof String || field instanceof List<?>) {
            assertThat(path(vector).keys()).isEqualTo(vector.out());
        } else {
            assertThat(vector.raises())
                    .as("the type of the argument forbids it")
                    .isTrue();
        }
    }

    private void checkResolution(Case vector) {
        FieldPath path = path(vector);
        Object value = vector.in("value");
        boolean found = !vector.raises()
                && !(vector.in().containsKey("default") && Json.identical(vector.out("value"), vector.in("default")));
        assertThat(path.isPresentIn(value)).isEqualTo(found);
        Same.assertSame(path.resolve(value), found ? vector.out("value") : null);
    }

    private void checkSetting(Case vector) {
        FieldPath path = path(vector);
        checkChange(vector, (field, map) -> field.with(map, vector.in("new")), () -> {
            Map<String, @Nullable Object> changed = path.with(vector.inMap("value"), vector.in("new"));
            Same.assertSame(path.resolve(changed), vector.in("new"));
        });
    }

    private void checkRemoval(Case vector) {
        checkChange(
                vector,
                FieldPath::without,
                () -> Same.assertSame(path(vector).without(vector.inMap("value")), vector.in("value")));
    }

    /** The root is nothing that is picked; through a scalar is nothing to pick, and a scalar in the way makes room (R14). */
    private void checkPicking(Case vector) {
        Map<String, @Nullable Object> picked = vector.inMap("target");
        for (FieldPath field : Specs.fields(vector.in("fields"))) {
            picked = EssenceRules.pick(picked, new Body(vector.inMap("source")), field);
        }
        if (!vector.raises()) {
            Same.assertSame(picked, vector.out("value"));
            return;
        }
        Body source = new Body(vector.inMap("source"));
        for (FieldPath field : Specs.fields(vector.in("fields"))) {
            boolean isPicked = !field.isRoot() && field.isPresentIn(source.fields());
            Same.assertSame(
                    picked,
                    isPicked
                            ? field.with(vector.inMap("target"), field.resolve(source.fields()))
                            : vector.in("target"));
        }
    }

    private static void checkChange(
            Case vector,
            BiFunction<FieldPath, Map<String, @Nullable Object>, Map<String, @Nullable Object>> change,
            Runnable whereKopfRaises) {
        Map<String, @Nullable Object> value = vector.inMap("value");
        if (path(vector).isRoot()) {
            assertThatThrownBy(() -> change.apply(FieldPath.ROOT, value)).isInstanceOf(IllegalArgumentException.class);
        } else if (vector.raises()) {
            whereKopfRaises.run();
        } else {
            Same.assertSame(change.apply(path(vector), value), vector.out("value"));
        }
    }

    private static FieldPath path(Case vector) {
        return Specs.field(vector.in("field"));
    }
}

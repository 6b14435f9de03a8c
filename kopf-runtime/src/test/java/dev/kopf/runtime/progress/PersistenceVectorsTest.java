package dev.kopf.runtime.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.kopf.runtime.essence.Diff;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.essence.Specs;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.Same;
import dev.kopf.runtime.resource.Vectors;
import dev.kopf.runtime.resource.Vectors.Case;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a cycle sees as last handled, as now, and as the difference is what Kopf sees (D-3, D-8, D-20). */
final class PersistenceVectorsTest {

    @TestFactory
    Stream<DynamicTest> essence() {
        return Vectors.tests(
                "essence.json", Map.of("detect", this::checkDetection, "clear", this::checkClearing), "build", "fetch");
    }

    private void checkClearing(Case vector) {
        ProgressStorage storage = ProgressSpecs.storage(vector.inMap("storage"));
        Essence essence = Essence.of(vector.inMap("essence"));
        if (vector.raises()) {
            assertThatCode(() -> storage.clear(essence))
                    .as("odd objects are no reason to raise (R14)")
                    .doesNotThrowAnyException();
        } else {
            Same.assertSameInOrder(storage.clear(essence).asMap(), vector.out("essence"));
        }
    }

    private void checkDetection(Case vector) {
        Persistence persistence = new Persistence(
                Specs.essenceStorage(vector.inMap("storage")), ProgressStorage.smart(), Finalizers.DEFAULT);
        Body body = vector.body();
        Essence before = persistence.lastHandled(body);
        Essence now = persistence.essence(body, Specs.fields(vector.in("extraFields")));
        if (vector.raises()) {
            boolean told = before == null && persistence.essences().problem(body) != null;
            assertThat(told || vector.in("extraFields") != null)
                    .as("odd objects are no reason to raise (R14)")
                    .isTrue();
            return;
        }
        Same.assertSameInOrder(before == null ? null : before.asMap(), vector.out("old"));
        Same.assertSameInOrder(now.asMap(), vector.out("new"));
        Diff diff = Diff.between(before, now);
        Specs.assertDiff(diff, vector, vector.out("diff"));
        assertThat(now.equals(before)).as("equal is what has no diff (R19)").isEqualTo(diff.isEmpty());
        assertThat(before != null && now.digest().equals(before.digest()))
                .as("and has the same digest (R1)")
                .isEqualTo(now.equals(before));
    }
}

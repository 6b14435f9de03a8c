package dev.kopf.runtime.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.essence.AnnotationKeys;
import dev.kopf.runtime.essence.Specs;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.Same;
import dev.kopf.runtime.resource.Vectors;
import dev.kopf.runtime.resource.Vectors.Case;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Records are named, kept and read as Kopf does it (S-1…S-5, S-10…S-14, S-18…S-21, D-5). */
final class ProgressVectorsTest {

    @TestFactory
    Stream<DynamicTest> progress() {
        return Vectors.tests(
                "progress.json",
                Map.of(
                        "keys", this::checkKeys,
                        "suffix", this::checkSuffix,
                        "store", this::checkStore,
                        "fetch", this::checkFetch,
                        "purge", this::checkPurge,
                        "touch", this::checkTouch,
                        "marker", this::checkMarker,
                        "markedPrefixes", this::checkMarkedPrefixes,
                        "declare", this::checkDeclaration));
    }

    private void checkKeys(Case vector) {
        AnnotationKeys keys = Specs.keys(vector.inMap("storage"));
        String id = (String) vector.in("id");
        assertThat(keys.kopfKeys(id, vector.body())).isEqualTo(vector.out());
        List<String> taken = Json.list(vector.out()).stream()
                .map(String.class::cast)
                .filter(key -> key.matches("[^/]*/(?=.{1,63}$)[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?"))
                .toList();
        if (taken.contains(Json.list(vector.out()).get(0))) {
            assertThat(keys.keys(id, vector.body())).isEqualTo(taken);
        } else {
            assertThat(keys.keys(id, vector.body()))
                    .as("Kopf could not have stored it")
                    .hasSize(1);
        }
    }

    private void checkSuffix(Case vector) {
        assertThat(AnnotationKeys.suffix((String) vector.in("id"))).isEqualTo(vector.out("suffix"));
    }

    private void checkStore(Case vector) {
        Map<String, @Nullable Object> record = vector.inMap("record");
        checkPatch(vector, (storage, id, patch) -> storage.store(id, record, vector.body(), patch));
    }

    private void checkPurge(Case vector) {
        checkPatch(vector, (storage, id, patch) -> storage.purge(id.value(), vector.body(), patch));
    }

    private void checkTouch(Case vector) {
        Patch patch = storage(vector).touch((String) vector.in("value"), vector.body(), patch(vector));
        Same.assertSame(patch.asMap(), vector.out("patch"));
    }

    private void checkFetch(Case vector) {
        ProgressStorage storage = storage(vector);
        Map<String, @Nullable Object> record = storage.fetch(id(vector), vector.body());
        Object expected = vector.out("record");
        if (vector.raises() || (expected != null && !(expected instanceof Map<?, ?>))) {
            assertThat(storage.problem(id(vector), vector.body()))
                    .as("it is told (R14)")
                    .isNotNull();
        } else {
            Same.assertSame(record, expected);
            assertThat(storage.problem(id(vector), vector.body())).isNull();
        }
    }

    private void checkMarker(Case vector) {
        AnnotationKeys keys = AnnotationKeys.of((String) vector.in("prefix"));
        Same.assertSame(keys.mark(vector.body(), Patch.EMPTY).asMap(), vector.out("patch"));
    }

    private void checkMarkedPrefixes(Case vector) {
        List<String> keys =
                Json.list(vector.in("keys")).stream().map(String.class::cast).toList();
        assertThat(AnnotationKeys.operatorPrefixes(keys))
                .containsExactlyInAnyOrderElementsOf(
                        Json.list(vector.out()).stream().map(String.class::cast).toList());
    }

    private void checkDeclaration(Case vector) {
        if (vector.raises()) {
            assertThatThrownBy(() -> storage(vector)).isInstanceOf(IllegalArgumentException.class);
        } else {
            assertThat(storage(vector)).isNotNull();
        }
    }

    private void checkPatch(Case vector, Change change) {
        if (vector.raises()) {
            assertThatCode(() -> change.apply(storage(vector), id(vector), patch(vector)))
                    .as("odd objects are no reason to raise (R14)")
                    .doesNotThrowAnyException();
            return;
        }
        Patch patch = change.apply(storage(vector), id(vector), patch(vector));
        Same.assertSame(patch.asMap(), vector.out("patch"));
    }

    private static ProgressStorage storage(Case vector) {
        return ProgressSpecs.storage(vector.inMap("storage"));
    }

    private static HandlerId id(Case vector) {
        return new HandlerId((String) vector.in("id"));
    }

    private static Patch patch(Case vector) {
        return Patch.of(vector.inMap("patch"));
    }

    private interface Change {
        Patch apply(ProgressStorage storage, HandlerId id, Patch patch);
    }
}

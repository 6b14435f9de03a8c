package dev.kopf.runtime.essence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.ResourceKind;
import dev.kopf.runtime.resource.Same;
import dev.kopf.runtime.resource.UnknownValue;
import dev.kopf.runtime.resource.Vectors;
import dev.kopf.runtime.resource.Vectors.Case;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Essences are Kopf's, and kept as Kopf keeps them (D-1…D-7). The calls {@code detect} and {@code clear} are tested with the progress. */
final class EssenceVectorsTest {

    @TestFactory
    Stream<DynamicTest> essence() {
        return Vectors.tests(
                "essence.json", Map.of("build", this::checkBuild, "fetch", this::checkFetch), "detect", "clear");
    }

    private void checkBuild(Case vector) {
        EssenceStorage storage = Specs.essenceStorage(vector.inMap("storage"));
        Body body = vector.in("bodyText") instanceof String text ? new Body(Json.map(Json.parse(text))) : vector.body();
        Essence essence = storage.build(body, Specs.fields(vector.in("extraFields")));
        Patch patch = storage.store(body, essence, Patch.EMPTY);
        if (vector.raises()) {
            assertThatCode(() -> storage.fetch(new Body(patch.applyTo(body.fields()))))
                    .as("odd objects are no reason to raise (R14)")
                    .doesNotThrowAnyException();
            return;
        }
        Same.assertSameInOrder(essence.asMap(), vector.out("essence"));
        if (vector.departs("R12")) {
            checkSecrets(storage, body, essence);
        } else {
            Same.assertSame(patch.asMap(), vector.out("patch"));
        }
    }

    /** Of secrets digests are kept, and all else as Kopf keeps it. */
    private static void checkSecrets(EssenceStorage storage, Body body, Essence essence) {
        ResourceKind kind =
                ResourceKind.namespaced("", "v1", (String) body.fields().get("kind"), "");
        Essence withSecrets = essence.keptWithout(body.uid(), kind.secrets());
        Patch patch = storage.store(body, withSecrets, Patch.EMPTY);
        Essence stored = storage.fetch(new Body(patch.applyTo(body.fields())));
        for (String stanza : List.of("data", "stringData")) {
            Json.map(essence.asMap().get(stanza)).forEach((key, value) -> {
                assertThat(patch.toString()).doesNotContain(String.valueOf(value));
                assertThat(stored.resolve(FieldPath.of(stanza, key))).matches(UnknownValue::is);
            });
        }
        Same.assertSameInOrder(stored.revealedBy(withSecrets).asMap(), essence.asMap());
    }

    private void checkFetch(Case vector) {
        EssenceStorage storage = Specs.essenceStorage(vector.inMap("storage"));
        Essence essence = storage.fetch(vector.body());
        boolean unreadable =
                vector.raises() || (vector.out("essence") != null && !(vector.out("essence") instanceof Map<?, ?>));
        if (unreadable) {
            assertThat(storage.problem(vector.body())).as("it is told (R14)").isNotNull();
        } else {
            Same.assertSame(essence == null ? null : essence.asMap(), vector.out("essence"));
            assertThat(storage.problem(vector.body())).isNull();
        }
    }
}

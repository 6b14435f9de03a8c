package dev.kopf.runtime.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.Same;
import dev.kopf.runtime.resource.Vectors;
import dev.kopf.runtime.resource.Vectors.Case;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Results go where Kopf puts them. */
final class ResultsVectorsTest {

    private final BodyMapper mapper = new BodyMapper();

    @TestFactory
    Stream<DynamicTest> results() {
        return Vectors.tests("results.json", Map.of("deliver", this::checkDeliver));
    }

    private void checkDeliver(Case vector) {
        Patch patch = Patch.of(vector.inMap("patch"));
        for (Map.Entry<String, @Nullable Object> outcome :
                vector.inMap("outcomes").entrySet()) {
            Map<String, @Nullable Object> content = Json.map(outcome.getValue());
            Object result = content.containsKey("error") ? null : mapper.encode(content.get("result"));
            if (!isId(outcome.getKey())) {
                assertThatThrownBy(() -> new HandlerId(outcome.getKey())).hasMessageContaining("A handler's id must");
                return;
            }
            patch = Results.deliver(patch, new HandlerId(outcome.getKey()), result);
        }
        if (vector.raises()) {
            assertReplaced(vector, patch);
            return;
        }
        Same.assertSame(patch.asMap(), vector.out("patch"));
    }

    /** An id is something, in one line. */
    private static boolean isId(String text) {
        return !text.isBlank() && text.chars().noneMatch(Character::isISOControl);
    }

    /** Kopf fails on what a result does not fit beside; here it is replaced, as no odd data may end a cycle (R14). */
    private static void assertReplaced(Case vector, Patch patch) {
        Map<String, @Nullable Object> status = Json.map(patch.asMap().get("status"));
        vector.inMap("outcomes").forEach((id, outcome) -> {
            Object result = Json.map(outcome).get("result");
            assertThat(result == null || Json.identical(status.get(id), result)).isTrue();
        });
    }
}

package dev.kopf.runtime.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.Lifecycle.Awakened;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Vectors;
import dev.kopf.runtime.resource.Vectors.Case;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The lifecycles of a name choose as Kopf's do. */
final class LifecycleVectorsTest {

    @TestFactory
    Stream<DynamicTest> lifecycle() {
        return Vectors.tests("state.json", Map.of("lifecycle", this::checkChoice), "cycle", "sequence");
    }

    private void checkChoice(Case vector) {
        List<Awakened> awakened = Json.list(vector.in("awakened")).stream()
                .map(LifecycleVectorsTest::awakened)
                .toList();
        List<HandlerId> chosen =
                Lifecycle.named((String) vector.in("lifecycle")).choose(awakened, new SplittableRandom(1));
        assertThat(chosen).extracting(HandlerId::value).isEqualTo(Json.list(vector.out()));
    }

    private static Awakened awakened(@Nullable Object handler) {
        Map<String, @Nullable Object> fields = Json.map(handler);
        int retries = new BigDecimal(String.valueOf(fields.get("retries"))).intValueExact();
        return new Awakened(new HandlerId((String) fields.get("id")), retries);
    }
}

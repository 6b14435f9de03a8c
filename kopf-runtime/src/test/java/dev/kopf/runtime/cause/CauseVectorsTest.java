package dev.kopf.runtime.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.essence.Specs;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Vectors;
import dev.kopf.runtime.resource.Vectors.Case;
import dev.kopf.runtime.resource.WatchEvent;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Causes are Kopf's (C-2…C-4), but for what R19 wants. */
final class CauseVectorsTest {

    @TestFactory
    Stream<DynamicTest> cause() {
        return Vectors.tests("cause.json", Map.of("reason", this::checkReason), "finalizer");
    }

    private void checkReason(Case vector) {
        String finalizer = (String) vector.in("finalizer");
        boolean initial = Boolean.TRUE.equals(vector.in("initial"));
        Cause cause = new CauseDetector(finalizer)
                .detect(event(vector), essence(vector.in("old")), essence(vector.in("new")), initial);
        if (vector.raises()) {
            return; // an odd object is no reason to raise (R14): it has got its cause
        }
        assertThat(vector.body().isDeleting()).isEqualTo(vector.out("deleted"));
        boolean same =
                cause.diff().items().stream().allMatch(item -> Specs.equalToPython(item.oldValue(), item.newValue()));
        if (same && !cause.diff().isEmpty() && Set.of("noop", "resume").contains(vector.out("reason"))) {
            assertThat(cause.reason()).as("a boolean is no number (R19)").isEqualTo(Reason.UPDATE);
            return;
        }
        assertThat(cause.reason().text()).isEqualTo(vector.out("reason"));
        assertThat(cause.initial()).isEqualTo(vector.out("initial"));
        assertThat(cause.reason().isHandled()).isEqualTo(vector.out("handlersCalled"));
    }

    private static WatchEvent event(Case vector) {
        WatchEvent.Type type = vector.in("type") == null
                ? WatchEvent.Type.LISTED
                : switch ((String) vector.in("type")) {
                    case "ADDED" -> WatchEvent.Type.ADDED;
                    case "DELETED" -> WatchEvent.Type.DELETED;
                    default -> WatchEvent.Type.MODIFIED;
                };
        return new WatchEvent(type, vector.body());
    }

    private static @Nullable Essence essence(@Nullable Object value) {
        return value == null ? null : Essence.of(Json.map(value));
    }
}

package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Patch;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What of a write with edits is for the status. */
final class FormTest {

    private static final Map<String, Object> STATUS = Map.of("phase", "ready");

    /** What is for the status, where an edit sets a field of an object. */
    private static Map<String, @Nullable Object> status(Map<String, @Nullable Object> object, FieldPath field) {
        Patch edit = Patch.EMPTY.withEdit(before ->
                Json.map(Json.mutableCopy(Patch.EMPTY.with(field, "new").applyTo(before))));
        Write write = new Write(edit, Write.FinalizerChange.NONE);
        return Form.of(write, new Body(object), Finalizers.DEFAULT, false)
                .status(write)
                .asMap();
    }

    @Test
    void P_3_what_an_edit_makes_of_the_status_is_for_the_status() {
        assertThat(status(Map.of("status", STATUS), FieldPath.of("status", "phase")))
                .isEqualTo(Map.of("status", Map.of("phase", "new")));
        assertThat(status(Map.of(), FieldPath.of("status", "phase")))
                .isEqualTo(Map.of("status", Map.of("phase", "new")));
    }

    @Test
    void P_3_a_status_that_an_edit_leaves_alone_is_not_written() {
        assertThat(status(Map.of("status", STATUS), FieldPath.of("spec", "size")))
                .isEmpty();
        assertThat(status(Map.of(), FieldPath.of("spec", "size"))).isEmpty();
    }
}

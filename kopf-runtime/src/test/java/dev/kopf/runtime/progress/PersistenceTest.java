package dev.kopf.runtime.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.Patch;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where an operator keeps what it keeps (D-4…D-7, S-19…S-21), under its own name (C-20). */
final class PersistenceTest {

    private static final Body BODY =
            new Body(Map.of("metadata", Map.of("uid", "u-1"), "spec", Map.of("size", 1, "noise", 2)));
    private static final HandlerId ID = new HandlerId("onCreate");
    private static final FieldPath NOISE = FieldPath.of("spec", "noise");

    @Test
    void C20_the_finalizer_is_named_after_the_prefix() {
        assertThat(Persistence.annotations().finalizer()).isEqualTo(Finalizers.DEFAULT);
        assertThat(Persistence.annotations("kopf.zalando.org").finalizer()).isEqualTo(Finalizers.DEFAULT);
        assertThat(Persistence.annotations("example.org").finalizer()).isEqualTo("example.org/KopfFinalizerMarker");
        assertThat(Persistence.both("example.org", "kopf").finalizer()).isEqualTo("example.org/KopfFinalizerMarker");
        assertThat(Persistence.status("kopf").withFinalizer("example.org/mine").finalizer())
                .isEqualTo("example.org/mine");
    }

    @Test
    void D7_S21_what_is_kept_in_both_places_is_read_where_only_one_of_them_is_left() {
        Persistence both = Persistence.both("example.org", "kopf");
        Body kept = new Body(keep(both).applyTo(BODY.fields()));

        for (Persistence one : List.of(both, Persistence.annotations("example.org"), Persistence.status("kopf"))) {
            assertThat(one.lastHandled(kept)).isEqualTo(both.essence(BODY, List.of()));
            assertThat(one.progress().fetch(ID, kept)).containsEntry("retries", 3);
        }
    }

    @Test
    void D1_fields_that_count_for_nothing_are_no_part_of_the_essence() {
        Essence essence = Persistence.annotations().ignoring(List.of(NOISE)).essence(BODY, List.of());
        assertThat(essence.asMap()).isEqualTo(Map.of("spec", Map.of("size", 1)));
    }

    @Test
    void P4_others_are_told_whose_annotations_these_are_exactly_where_they_could_not_know() {
        assertThat(isMarked("kopf.example.org", Map.of("kopf.example.org/note", "x")))
                .isTrue();
        assertThat(isMarked("kopf.example.org", Map.of("other.org/note", "x"))).isFalse();
        assertThat(isMarked("kopf.zalando.org", Map.of("kopf.zalando.org/note", "x")))
                .isFalse();
        assertThat(isMarked("a.kopf.zalando.org", Map.of("a.kopf.zalando.org/note", "x")))
                .isFalse();

        Patch purge = Patch.EMPTY.with(FieldPath.of("metadata", "annotations", "kopf.example.org/note"), null);
        assertThat(finished("kopf.example.org", purge))
                .as("what goes needs no mark")
                .isEqualTo(purge.asMap());
    }

    private static Patch keep(Persistence persistence) {
        Patch essence = persistence.essences().store(BODY, persistence.essence(BODY, List.of()), Patch.EMPTY);
        return persistence.progress().store(ID, Map.of("retries", 3), BODY, essence);
    }

    private static boolean isMarked(String prefix, Map<String, String> annotations) {
        Patch patch = Patch.EMPTY;
        for (Map.Entry<String, String> annotation : annotations.entrySet()) {
            patch = patch.withAnnotation(annotation.getKey(), annotation.getValue());
        }
        return finished(prefix, patch).toString().contains("kopf-managed");
    }

    private static Map<String, @Nullable Object> finished(String prefix, Patch patch) {
        return Persistence.annotations(prefix).finish(BODY, patch).asMap();
    }
}

package dev.kopf.runtime.progress;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.essence.AnnotationKeys;
import dev.kopf.runtime.essence.EssenceStorage;
import dev.kopf.runtime.handler.Registry;
import dev.kopf.runtime.resource.FieldPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No two ids share a record, and none has a place of the operator's own (R10). */
final class RecordPlacesTest {

    private static final Persistence ANNOTATIONS = Persistence.annotations();
    private static final Persistence STATUS = Persistence.status("kopf");

    @ParameterizedTest
    @CsvSource({"a.b,a/b", "a<b,a_b", "a>b,a_b", "p/x,p.x"})
    void R10_two_ids_of_one_annotation_are_refused_and_both_are_named(String one, String other) {
        assertThatThrownBy(() -> requireApart(ANNOTATIONS, one, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + one + "' (the CREATE handler '" + one + "' of widgets.v1.example.org)")
                .hasMessageContaining("'" + other + "' (the CREATE handler '" + other + "' of widgets.v1.example.org)")
                .hasMessageContaining("metadata.annotations.kopf.zalando.org/");
    }

    @Test
    void R10_an_id_that_is_the_older_annotation_of_another_is_refused_too_S12() {
        String longId = "a".repeat(50);
        String older = "a".repeat(39) + AnnotationKeys.suffix(longId);

        assertThatThrownBy(() -> requireApart(ANNOTATIONS, longId, older)).hasMessageContaining(older);
    }

    @Test
    void where_the_state_is_kept_in_the_status_such_ids_are_apart_S19() {
        assertThatCode(() -> requireApart(STATUS, "a.b", "a/b", "a<b", "a_b")).doesNotThrowAnyException();
        assertThatThrownBy(() -> requireApart(Persistence.both("example.org", "kopf"), "a.b", "a/b"))
                .hasMessageContaining("example.org/a.b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"last-handled-configuration", "touch-dummy", "kopf-managed"})
    void R10_an_id_whose_annotation_is_the_operators_own_is_reserved(String id) {
        assertThatThrownBy(() -> requireApart(ANNOTATIONS, "fine", id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the CREATE handler '" + id + "'")
                .hasMessageContaining("the id is reserved")
                .hasMessageContaining("kopf.zalando.org/" + id);
        assertThatCode(() -> requireApart(STATUS, "fine", id)).doesNotThrowAnyException();
    }

    @Test
    void R10_reserved_is_what_the_author_has_named() {
        Persistence own = new Persistence(
                EssenceStorage.annotations("example.org", "seen"),
                ProgressStorage.annotations(new AnnotationKeys("example.org", true), true, "touched"),
                "example.org/mine");

        assertThatThrownBy(() -> requireApart(own, "seen")).hasMessageContaining("reserved");
        assertThatThrownBy(() -> requireApart(own, "touched")).hasMessageContaining("reserved");
        assertThatCode(() -> requireApart(own, "touch-dummy")).doesNotThrowAnyException();
    }

    @Test
    void R10_a_result_is_not_written_over_the_state_X30() {
        assertThatThrownBy(() -> requireApart(STATUS, "fine", "kopf"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("its result would be written over what the operator keeps in status.kopf.");
        assertThatCode(() -> requireApart(ANNOTATIONS, "kopf")).doesNotThrowAnyException();
    }

    @Test
    void R10_a_result_is_not_written_over_the_last_handled_state_alone_D6_D7() {
        EssenceStorage status = EssenceStorage.status("seen");
        for (EssenceStorage essences :
                List.of(status, EssenceStorage.multi(List.of(EssenceStorage.annotations(), status)))) {
            Persistence own = new Persistence(essences, ProgressStorage.annotations("example.org"), "example.org/mine");

            assertThatThrownBy(() -> requireApart(own, "seen"))
                    .hasMessageContaining("its result would be written over what the operator keeps in status.seen.");
            assertThatCode(() -> requireApart(own, "fine")).doesNotThrowAnyException();
        }
    }

    private static void requireApart(Persistence persistence, String... ids) {
        WidgetHandlers handlers = WidgetHandlers.on();
        for (String id : ids) {
            handlers.create(id, (widget, ctx) -> null);
        }
        Registry.of(List.of(handlers)).kinds().forEach(kind -> RecordPlaces.requireApart(persistence, kind));
    }

    @ParameterizedTest
    @CsvSource({"records, status.records.records", "touched, status.touched"})
    void R10_a_result_is_not_written_over_records_that_are_kept_in_the_status_S19(String id, String place) {
        Persistence own = new Persistence(
                EssenceStorage.annotations(),
                ProgressStorage.status(FieldPath.of("status", "records"), FieldPath.of("status", "touched")),
                "example.org/mine");

        assertThatThrownBy(() -> requireApart(own, id))
                .hasMessageContaining("its result would be written over what the operator keeps in " + place + ".");
        assertThatCode(() -> requireApart(own, "fine")).doesNotThrowAnyException();
    }
}

package dev.kopf.runtime.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.cause.CauseDetector;
import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.essence.Diff;
import dev.kopf.runtime.essence.DiffItem;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.essence.EssenceStorage;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.UnknownValue;
import dev.kopf.runtime.resource.WatchEvent;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of an object is neither secret (R12) nor too big (R13), and tells all the same what has changed. */
final class KeptStateTest {

    private static final List<FieldPath> SECRETS =
            List.of(FieldPath.of("spec", "password"), FieldPath.of("spec", "users", "*", "token"));
    private static final String LAST_HANDLED = "kopf.zalando.org/last-handled-configuration";
    private static final Persistence ANNOTATIONS = Persistence.annotations();

    @Test
    void R12_of_a_secret_a_digest_is_kept_and_of_all_else_the_value() {
        Body handled = remembered(
                object("{\"password\":\"hunter2\",\"users\":[{\"name\":\"a\",\"token\":\"t-1\"}],\"size\":1}"));

        String stored = (String) handled.annotations().get(LAST_HANDLED);
        assertThat(stored).doesNotContain("hunter2", "t-1").contains("\"name\":\"a\"", "\"size\":1");
        assertThat(diff(handled, handled).isEmpty()).isTrue();
    }

    @Test
    void R12_a_changed_secret_is_seen_as_a_change_of_which_the_old_value_is_not_known() {
        Body handled = remembered(object("{\"password\":\"hunter2\",\"size\":1}"));
        Diff diff = diff(handled, handled, "{\"password\":\"hunter3\",\"size\":2}");

        assertThat(diff.items())
                .extracting(DiffItem::toString)
                .containsExactly("CHANGE spec.password", "CHANGE spec.size");
        assertThat(diff.items()).extracting(DiffItem::isOldKnown).containsExactly(false, true);
        assertThat(diff.unknown()).containsExactly(FieldPath.of("spec", "password"));
        assertThat(diff.items().get(0).newValue()).isEqualTo("hunter3");
    }

    @Test
    void R12_a_secret_that_has_not_changed_is_known_in_a_list_that_has() {
        Body handled = remembered(object("{\"users\":[{\"token\":\"t-1\"},{\"token\":\"t-2\"}]}"));
        Diff diff = diff(handled, handled, "{\"users\":[{\"token\":\"t-2\"},{\"token\":\"t-3\"}]}");

        List<@Nullable Object> users = Json.list(diff.items().get(0).oldValue());
        assertThat(Json.map(users.get(0)).get("token")).matches(UnknownValue::is);
        assertThat(Json.map(users.get(1)).get("token")).isEqualTo("t-2");
        assertThat(diff.unknown()).containsExactly(FieldPath.of("spec", "users"));
    }

    @Test
    void R12_equal_secrets_have_digests_of_their_own_on_each_object_and_at_each_place() {
        Body one = remembered(object("{\"password\":\"same\",\"users\":[{\"token\":\"same\"}]}"));
        Map<String, @Nullable Object> other = new LinkedHashMap<>(one.fields());
        other.put("metadata", Map.of("name", "b", "uid", "u-2"));
        Essence first = essence(one).kept();
        Essence second = essence(new Body(other)).kept();

        Object password = first.resolve(FieldPath.of("spec", "password"));
        assertThat(second.resolve(FieldPath.of("spec", "password"))).isNotEqualTo(password);
        Object user = Json.list(first.resolve(FieldPath.of("spec", "users"))).get(0);
        assertThat(Json.map(user).get("token")).isNotEqualTo(password).matches(UnknownValue::is);
        assertThat(essence(one).digest(FieldPath.of("spec", "password")))
                .as("nor can the digest of a record be looked up")
                .isNotEqualTo(Essence.of(Map.of("spec", Map.of("password", "same")))
                        .digest(FieldPath.of("spec", "password")));
    }

    @Test
    void R12_what_is_no_value_where_secrets_should_be_is_not_kept_either() {
        for (String spec :
                List.of("{\"users\":\"s3cret\"}", "{\"users\":[\"s3cret\"]}", "{\"password\":[\"s3cret\"]}")) {
            Body handled = remembered(object(spec));
            assertThat((String) handled.annotations().get(LAST_HANDLED)).doesNotContain("s3cret");
            assertThat(diff(handled, handled).isEmpty()).isTrue();
        }
    }

    @Test
    void R12_a_state_that_was_stored_before_a_field_became_secret_is_no_change() {
        Body plain = object("{\"password\":\"hunter2\"}");
        Body handled = new Body(ANNOTATIONS
                .essences()
                .store(plain, ANNOTATIONS.essence(plain, List.of()), Patch.EMPTY)
                .applyTo(plain.fields()));
        assertThat(diff(handled, handled).isEmpty()).isTrue();
    }

    @Test
    void R13_an_essence_too_big_is_stored_compressed_and_read_as_it_was() {
        Body big = object(Json.write(Map.of("text", "abc ".repeat(80_000), "size", 1)));
        Body handled = remembered(big);

        assertThat(sizeOfAnnotations(handled)).isLessThanOrEqualTo(262_144);
        assertThat((String) handled.annotations().get(LAST_HANDLED)).startsWith("{\"kopf.zalando.org/compressed\":");
        assertThat(ANNOTATIONS.lastHandled(handled)).isEqualTo(essence(big));
        assertThat(diff(handled, handled).isEmpty()).isTrue();
    }

    @Test
    void R13_what_fits_to_the_last_byte_is_stored_as_Kopf_stores_it() {
        String around = "{\"spec\":{\"text\":\"\"}}\n" + LAST_HANDLED;
        for (int spare : new int[] {0, -1}) {
            Body handled =
                    remembered(object(Json.write(Map.of("text", "x".repeat(262_144 - around.length() - spare)))));
            assertThat(((String) handled.annotations().get(LAST_HANDLED)).startsWith("{\"spec\":"))
                    .isEqualTo(spare == 0);
        }
    }

    @Test
    void R13_annotations_of_others_count_with_their_bytes_in_UTF_8() {
        String around = "{\"spec\":{\"text\":\"\"}}\n" + LAST_HANDLED + "note";
        String letters = "\u007F\u0080\u07FF\u0800\uD83D\uDE00"; // of 1, 2, 2, 3 and 4 bytes
        for (int spare : new int[] {0, -1}) {
            int room = 262_144 - around.length() - 1_000 * 12 - spare;
            Map<String, @Nullable Object> fields = new HashMap<>(
                    object(Json.write(Map.of("text", "x".repeat(room)))).fields());
            fields.put("metadata", Map.of("uid", "u-1", "annotations", Map.of("note", letters.repeat(1_000))));
            Body body = new Body(fields);
            Essence essence = Essence.of(Map.of("spec", Json.map(fields.get("spec"))));
            Patch patch = ANNOTATIONS.finish(body, ANNOTATIONS.essences().store(body, essence, Patch.EMPTY));
            Body handled = new Body(patch.applyTo(body.fields()));
            assertThat(((String) handled.annotations().get(LAST_HANDLED)).startsWith("{\"spec\":"))
                    .isEqualTo(spare == 0);
        }
    }

    @Test
    void R13_what_is_too_big_even_compressed_is_stored_as_a_digest_for_each_field() {
        Body handled = remembered(incompressible(Map.of("size", 1)));

        assertThat(sizeOfAnnotations(handled)).isLessThanOrEqualTo(262_144);
        assertThat(diff(handled, handled).isEmpty()).isTrue();

        Map<String, @Nullable Object> changed = new LinkedHashMap<>(handled.fields());
        changed.put("spec", Map.of("size", 2));
        Diff diff = diff(handled, new Body(changed));
        assertThat(diff.items()).extracting(DiffItem::toString).containsExactly("CHANGE spec");
        assertThat(diff.unknown()).containsExactly(FieldPath.of("spec"));
    }

    @Test
    void R13_a_field_in_what_is_not_known_any_more_counts_as_changed_even_if_it_is_gone() {
        Body handled = remembered(incompressible(Map.of("size", 1, "color", "red")));
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(handled.fields());
        changed.put("spec", Map.of("size", 1));
        Diff diff = diff(handled, new Body(changed));

        assertThat(diff.reduce(FieldPath.of("spec", "color")).items())
                .extracting(DiffItem::toString)
                .containsExactly("REMOVE ");
        assertThat(diff.reduce(FieldPath.of("spec", "size")).isEmpty()).isFalse();
        assertThat(diff.reduce(FieldPath.of("blob")).isEmpty()).isTrue();
    }

    @Test
    void R13_what_stands_already_makes_way_where_other_annotations_grow() {
        Body handled = remembered(object(Json.write(Map.of("text", "abc ".repeat(40_000)))));
        assertThat((String) handled.annotations().get(LAST_HANDLED)).startsWith("{\"spec\":");

        Patch patch = ANNOTATIONS.finish(handled, Patch.EMPTY.withAnnotation("example.org/note", "n".repeat(200_000)));
        Body after = new Body(patch.applyTo(handled.fields()));
        assertThat(sizeOfAnnotations(after)).isLessThanOrEqualTo(262_144);
        assertThat(ANNOTATIONS.lastHandled(after)).isEqualTo(ANNOTATIONS.lastHandled(handled));
    }

    @Test
    void R13_the_message_of_a_record_is_cut_where_it_would_not_fit() {
        Body body = object("{\"size\":1}");
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        record.put("started", "2026-11-21T12:00:00.000000+00:00");
        record.put("retries", 1);
        record.put("message", "Ж".repeat(200_000));
        Patch patch = ANNOTATIONS.finish(
                body, ANNOTATIONS.progress().store(new HandlerId("onCreate"), record, body, Patch.EMPTY));

        Body after = new Body(patch.applyTo(body.fields()));
        assertThat(sizeOfAnnotations(after)).isLessThanOrEqualTo(262_144);
        assertThat(ANNOTATIONS.progress().fetch(new HandlerId("onCreate"), after))
                .containsEntry("retries", 1);
    }

    @Test
    void R13_in_the_status_too_a_state_that_makes_the_object_too_big_is_shorter() {
        Body big = object(Json.write(Map.of("text", "abc ".repeat(200_000))));
        Persistence status = Persistence.status("kopf");
        Body handled = remembered(status, big);
        assertThat(Json.write(handled.fields()).length()).isLessThan(1_000_000);
        assertThat(status.lastHandled(handled)).isEqualTo(status.essence(big, List.of()));
    }

    @Test
    void R13_what_fits_into_the_object_to_the_last_byte_is_stored_as_it_is() {
        Persistence status = Persistence.status("kopf");
        int around = Json.write(remembered(status, object("{\"text\":\"\",\"more\":\"\"}"))
                        .fields())
                .length();
        int twice = (1_300_000 - around) / 2; // in the object, and in what is stored of it
        String odd = "x".repeat((1_300_000 - around) % 2); // in the object alone
        for (String spare : List.of("", "x")) {
            Map<String, @Nullable Object> fields =
                    new HashMap<>(object(Json.write(Map.of("text", "x".repeat(twice), "more", "")))
                            .fields());
            fields.put("metadata", Map.of("name", "a" + odd + spare, "uid", "u-1"));
            Body handled = remembered(status, new Body(fields));

            assertThat(storedPlainly(handled)).isEqualTo(spare.isEmpty());
            if (spare.isEmpty()) {
                assertThat(Json.write(handled.fields())).hasSize(1_300_000);
            }
        }
    }

    @Test
    void R13_a_small_patch_is_not_the_reason_why_an_object_is_too_big() {
        Persistence status = Persistence.status("kopf");
        Body empty = object("{\"text\":\"\"}");
        int around = Json.write(stored(status, empty).asMap()).length();
        for (int spare : new int[] {0, -1}) {
            Map<String, @Nullable Object> fields =
                    new HashMap<>(object(Json.write(Map.of("text", "x".repeat(162_499 - around - spare))))
                            .fields());
            fields.put("status", Map.of("others", "x".repeat(1_300_000)));

            assertThat(storedPlainly(remembered(status, new Body(fields)))).isEqualTo(spare == 0);
        }
    }

    /** Whether the essence is stored in the status as it is. */
    private static boolean storedPlainly(Body handled) {
        return String.valueOf(FieldPath.of("status", "kopf", "last-handled-configuration")
                        .resolve(handled.fields()))
                .startsWith("{\"spec\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "not base64!", "eJw="})
    void R14_a_compressed_state_that_cannot_be_read_is_told_and_is_none(String text) {
        Body body = object("{}");
        Body odd = new Body(Patch.EMPTY
                .withAnnotation(LAST_HANDLED, "{\"kopf.zalando.org/compressed\":\"" + text + "\"}")
                .applyTo(body.fields()));
        assertThat(ANNOTATIONS.lastHandled(odd)).isNull();
        assertThat(ANNOTATIONS.essences().problem(odd)).contains(LAST_HANDLED);
    }

    @Test
    void S18_what_Kopf_left_to_provoke_an_event_goes_with_the_next_write_and_makes_none() {
        Body touched = new Body(Patch.EMPTY
                .withAnnotation("kopf.zalando.org/touch-dummy", "2026-11-21T12:00:00")
                .applyTo(object("{}").fields()));
        assertThat(ANNOTATIONS.finish(touched, Patch.EMPTY).isEmpty()).isTrue();
        Patch patch = ANNOTATIONS.finish(touched, Patch.EMPTY.withAnnotation("a", "b"));
        assertThat(patch.applyTo(touched.fields()).toString()).doesNotContain("touch-dummy");
    }

    @Test
    void D7_both_storages_are_written_cut_and_read() {
        Persistence both = new Persistence(
                EssenceStorage.multi(List.of(EssenceStorage.annotations(), EssenceStorage.status())),
                ProgressStorage.smart(),
                Finalizers.DEFAULT);
        Body handled = remembered(both, object(Json.write(Map.of("text", "abc ".repeat(80_000)))));
        assertThat(both.lastHandled(handled)).isEqualTo(both.essence(handled, List.of()));
        assertThat(handled.fields().toString()).contains("status");
    }

    private static Body incompressible(Map<String, Object> spec) {
        byte[] noise = new byte[400_000];
        new Random(5).nextBytes(noise);
        Map<String, @Nullable Object> fields = new HashMap<>(object("{}").fields());
        fields.put("spec", spec);
        fields.put("blob", new String(noise, StandardCharsets.ISO_8859_1));
        return new Body(fields);
    }

    private static Body object(String spec) {
        return new Body(Json.map(Json.parse(
                "{\"kind\":\"Vault\",\"metadata\":{\"name\":\"a\",\"uid\":\"u-1\"},\"spec\":" + spec + "}")));
    }

    private static Essence essence(Body body) {
        return ANNOTATIONS.essence(body, List.of(), SECRETS);
    }

    /** The object, after its state was handled. */
    private static Body remembered(Body body) {
        return remembered(ANNOTATIONS, body);
    }

    private static Body remembered(Persistence persistence, Body body) {
        return new Body(stored(persistence, body).applyTo(body.fields()));
    }

    /** What is written when the state of an object was handled. */
    private static Patch stored(Persistence persistence, Body body) {
        Essence essence = persistence.essence(body, List.of(), SECRETS);
        return persistence.finish(body, persistence.essences().store(body, essence, Patch.EMPTY));
    }

    private static Diff diff(Body handled, Body now, String spec) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(now.fields());
        fields.put("spec", Json.parse(spec));
        return diff(handled, new Body(fields));
    }

    private static Diff diff(Body handled, Body now) {
        var event = new WatchEvent(WatchEvent.Type.MODIFIED, now);
        var cause = new CauseDetector("f").detect(event, ANNOTATIONS.lastHandled(handled), essence(now), false);
        assertThat(cause.reason()).isEqualTo(cause.diff().isEmpty() ? Reason.NOOP : Reason.UPDATE);
        return cause.diff();
    }

    private static int sizeOfAnnotations(Body body) {
        int size = 0;
        for (Map.Entry<String, @Nullable Object> annotation : body.annotations().entrySet()) {
            size += annotation.getKey().length();
            size += String.valueOf(annotation.getValue()).getBytes(StandardCharsets.UTF_8).length;
        }
        return size;
    }
}

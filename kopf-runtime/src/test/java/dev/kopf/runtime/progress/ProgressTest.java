package dev.kopf.runtime.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.essence.EssenceChange;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Patch;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProgressTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:10:12.314586Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final HandlerId A = new HandlerId("onCreate");
    private static final HandlerId B = new HandlerId("onSpecSizeChange");
    private static final List<HandlerId> ALL = List.of(A, B);
    private static final ProgressStorage STORAGE = ProgressStorage.smart();
    private static final EssenceChange SIZE = new EssenceChange(Map.of("spec", Map.of("size", 2)));
    private static final Body NEW = new Body(Map.of("metadata", Map.of()));

    @Test
    void a_success_counts_only_for_what_was_shown_R1() {
        Body body = stored(begin(NEW, Reason.UPDATE, "one").withOutcomes(Map.of(A, succeeded(), B, retry()), NOW), NEW);

        Progress same = begin(body, Reason.UPDATE, "one");
        assertThat(same.awakened(LATER)).containsExactly(B);

        Progress changed = begin(body, Reason.UPDATE, "two");
        assertThat(changed.awakened(LATER)).containsExactly(A, B);
        assertThat(changed.state(A).retries()).isZero();
        assertThat(changed.state(B).retries())
                .as("what is being retried begins anew, too: the mistake may be mended")
                .isZero();
    }

    @Test
    void what_a_record_in_the_status_no_longer_says_is_deleted_there_R1() {
        ProgressStorage storage = ProgressStorage.status();
        Patch first = begin(NEW, Reason.UPDATE, "one").store(storage, NEW, Patch.EMPTY);
        Body before = new Body(first.applyTo(NEW.fields()));
        Progress deletion = Progress.load(storage, before, ALL, NOW)
                .withPurpose(Reason.DELETE)
                .withHandlers(ALL, NOW);
        Body after = new Body(deletion.store(storage, before, Patch.EMPTY).applyTo(before.fields()));

        assertThat(storage.fetch(A, before)).containsKey("digest");
        assertThat(storage.fetch(A, after)).containsEntry("purpose", "delete").doesNotContainKey("digest");
    }

    @Test
    void a_failure_counts_only_for_what_was_shown_R1() {
        Body body = stored(
                begin(NEW, Reason.UPDATE, "one").withOutcomes(Map.of(A, new Outcome.Failed("no"), B, retry()), NOW),
                NEW);
        assertThat(begin(body, Reason.UPDATE, "one").awakened(LATER)).containsExactly(B);
        assertThat(begin(body, Reason.UPDATE, "two").awakened(LATER)).containsExactly(A, B);
    }

    @Test
    void all_is_done_only_when_all_have_seen_the_newest_R1() {
        Progress first = begin(NEW, Reason.UPDATE, "one").withOutcomes(Map.of(A, succeeded(), B, retry()), NOW);
        Progress second = begin(stored(first, NEW), Reason.UPDATE, "two");
        assertThat(second.withOutcomes(Map.of(B, succeeded()), LATER).isDone()).isFalse();
        assertThat(second.withOutcomes(Map.of(A, succeeded(), B, succeeded()), LATER)
                        .isDone())
                .isTrue();
    }

    @Test
    void a_retried_handler_is_recorded_for_what_it_sees_next_R1() {
        Progress first = begin(NEW, Reason.UPDATE, "one").withOutcomes(Map.of(A, retry(), B, retry()), NOW);
        Progress second = begin(stored(first, NEW), Reason.UPDATE, "two").withOutcomes(Map.of(A, succeeded()), LATER);
        assertThat(second.state(A).digest()).isEqualTo("two");
    }

    @Test
    void a_record_that_kopf_wrote_counts_as_to_kopf_R21() {
        Body body = new Body(Json.map(Json.parse("{\"metadata\":{\"annotations\":{\"kopf.zalando.org/onCreate\":"
                + "\"{\\\"started\\\":\\\"2026-11-20T10:10:11.314586+00:00\\\",\\\"purpose\\\":\\\"update\\\","
                + "\\\"retries\\\":1,\\\"success\\\":true,\\\"failure\\\":false}\"}}}")));
        Progress progress = begin(body, Reason.UPDATE, "any");
        assertThat(progress.awakened(NOW)).containsExactly(B);
        assertThat(STORAGE.fetch(
                        A, new Body(progress.store(STORAGE, body, Patch.EMPTY).applyTo(body.fields()))))
                .as("and stays as Kopf wrote it")
                .doesNotContainKey("digest");
    }

    @Test
    void a_record_made_for_one_cause_is_never_taken_for_another_R10() {
        Body body = stored(begin(NEW, Reason.CREATE, "one").withOutcomes(Map.of(A, succeeded(), B, retry()), NOW), NEW);
        Progress deletion = Progress.load(STORAGE, body, ALL, LATER)
                .withPurpose(Reason.DELETE)
                .withHandlers(Map.of(A, "one"), LATER);
        assertThat(deletion.awakened(LATER)).containsExactly(A);
        assertThat(deletion.isDone()).isFalse();
        assertThat(deletion.superseded()).containsOnlyKeys("create");

        Body after = stored(deletion, body);
        assertThat(STORAGE.fetch(B, after)).as("and goes").isNull();
        assertThat(STORAGE.fetch(A, after)).containsEntry("purpose", "delete").containsEntry("success", false);
    }

    @Test
    void a_record_without_purpose_fits_any_cause_S17() {
        Body body = record("{\"retries\":2,\"success\":true,\"failure\":false}");
        assertThat(begin(body, Reason.UPDATE, "one").awakened(NOW)).containsExactly(B);
    }

    @Test
    void what_did_not_change_is_not_written_again_S9_P4() {
        Progress progress = begin(NEW, Reason.UPDATE, "one").withOutcomes(Map.of(A, succeeded(), B, retry()), NOW);
        Body body = stored(progress, NEW);
        assertThat(begin(body, Reason.UPDATE, "one")
                        .store(STORAGE, body, Patch.EMPTY)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void all_selected_handlers_are_recorded_at_once_S6() {
        assertThat(stored(begin(NEW, Reason.CREATE, "one"), NEW).annotations())
                .containsOnlyKeys("kopf.zalando.org/onCreate", "kopf.zalando.org/onSpecSizeChange");
    }

    @Test
    void a_purge_leaves_nothing_behind_S15() {
        Progress progress = begin(NEW, Reason.UPDATE, "one")
                .withOutcomes(Map.of(A, succeeded(), B, retry()), NOW)
                .withState(A, state -> state.withSubrefs(List.of("onCreate/item")));
        Body body = stored(progress, NEW);
        Body withItem = new Body(STORAGE.store(new HandlerId("onCreate/item"), Map.of("retries", 1), body, Patch.EMPTY)
                .applyTo(body.fields()));
        Progress found = Progress.load(STORAGE, withItem, ALL, NOW);
        assertThat(found.hasRecords()).isTrue();
        Body purged = new Body(found.purge(STORAGE, withItem, ALL, Patch.EMPTY).applyTo(withItem.fields()));
        assertThat(purged.annotations()).isEmpty();
        assertThat(Progress.load(STORAGE, purged, ALL, NOW).hasRecords()).isFalse();
    }

    @Test
    void what_was_only_in_the_patch_is_not_written_at_all_S15() {
        Progress progress = begin(NEW, Reason.CREATE, "one").withOutcomes(Map.of(A, succeeded(), B, succeeded()), NOW);
        Patch checkpoint = progress.store(STORAGE, NEW, Patch.EMPTY);
        assertThat(checkpoint.isEmpty()).isFalse();
        assertThat(progress.purge(STORAGE, NEW, ALL, checkpoint).isEmpty()).isTrue();
    }

    @Test
    void an_odd_record_is_told_and_starts_afresh_R14() {
        for (String odd : List.of(
                "{",
                "1",
                "[]",
                "{\"delayed\":\"soon\"}",
                "{\"retries\":\"x\"}",
                "{\"subrefs\":5}",
                "{\"started\":\"2026-11-20T10:10:12\"}")) {
            Progress progress = begin(record(odd), Reason.UPDATE, "one");
            assertThat(progress.problems()).as(odd).hasSize(1);
            assertThat(progress.awakened(NOW)).as(odd).containsExactly(A, B);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"delayed\":\"%s\"}",
                "{\"started\":[\"%s\"]}",
                "{\"waited\":\"%s\"}",
                "{\"retries\":\"%s\"}",
                "{\"subrefs\":{\"%s\":1}}",
                "{\"%s",
                "%s"
            })
    void R14_what_is_told_of_an_odd_record_is_one_short_line_whatever_stands_in_it(String odd) {
        Progress progress = begin(record(odd.formatted("x\\nERROR all is lost ".repeat(10_000))), Reason.UPDATE, "one");
        assertThat(progress.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasSizeLessThan(600).doesNotContain("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "1e400", "99999999999", "2147483647", "-1e999", "0.5"})
    void R14_a_number_of_attempts_that_cannot_be_is_counted_on(String retries) {
        Progress progress = begin(record("{\"purpose\":\"update\",\"retries\":" + retries + "}"), Reason.UPDATE, "one");
        assertThat(progress.problems()).isEmpty();
        int before = Objects.requireNonNull(progress.state(A)).retries();
        assertThat(before).isNotNegative();
        assertThat(Objects.requireNonNull(progress.withOutcomes(Map.of(A, succeeded()), NOW)
                                .state(A))
                        .retries())
                .isEqualTo(before + 1)
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "1000000000", "1000000001", "2000000000"})
    void R14_a_number_of_attempts_that_was_counted_is_read_as_it_was_written(String retries) {
        Progress progress = begin(record("{\"purpose\":\"update\",\"retries\":" + retries + "}"), Reason.UPDATE, "one");

        assertThat(Objects.requireNonNull(progress.state(A)).retries()).hasToString(retries);
    }

    @Test
    void a_record_that_is_no_text_is_told_and_starts_afresh_R14() {
        Body odd = new Body(Map.of("metadata", Map.of("annotations", Map.of("kopf.zalando.org/onCreate", 5))));
        Progress progress = begin(odd, Reason.UPDATE, "one");
        assertThat(progress.problems()).containsExactly("kopf.zalando.org/onCreate is no text");
        assertThat(progress.awakened(NOW)).containsExactly(A, B);
    }

    @Test
    void times_are_read_as_others_write_them_and_written_as_kopf_does_S5() {
        Map<String, String> times = Map.of(
                "2026-11-20T10:10:12Z", "2026-11-20T10:10:12.000000+00:00",
                "2026-11-20 11:10:12,5+01:00", "2026-11-20T10:10:12.500000+00:00",
                "2026-11-20T10:10:12.1234567+0000", "2026-11-20T10:10:12.123456+00:00",
                "2026-11-20T10:10+00", "2026-11-20T10:10:00.000000+00:00");
        times.forEach((read, written) -> assertThat(
                        HandlerState.fromRecord(Map.of("started", read), NOW).toRecord())
                .containsEntry("started", written));
    }

    @Test
    void waiting_ends_exactly_at_its_time_S7_S23() {
        Progress progress = begin(NEW, Reason.CREATE, "one")
                .withOutcomes(Map.of(A, succeeded(), B, new Outcome.Retry("wait", Duration.ofSeconds(10))), NOW);
        assertThat(progress.delay(NOW)).isEqualTo(Duration.ofSeconds(10));
        assertThat(progress.awakened(NOW.plusSeconds(9))).isEmpty();
        assertThat(progress.awakened(NOW.plusSeconds(10))).containsExactly(B);
        assertThat(progress.delay(NOW.plusSeconds(11))).isEqualTo(Duration.ZERO);
        assertThat(progress.withOutcomes(Map.of(B, succeeded()), LATER).delay(LATER))
                .isNull();
    }

    @Test
    void handlers_run_in_the_order_of_registration_R7() {
        Map<HandlerId, String> reversed = new LinkedHashMap<>();
        reversed.put(B, "x");
        reversed.put(A, "x");
        Body body = stored(begin(NEW, Reason.CREATE, "one"), NEW);
        assertThat(Progress.load(STORAGE, body, ALL, NOW)
                        .withPurpose(Reason.CREATE)
                        .withHandlers(reversed, NOW)
                        .awakened(NOW))
                .containsExactly(B, A);
    }

    private static Progress begin(Body body, Reason reason, String shown) {
        Map<HandlerId, String> digests = new LinkedHashMap<>();
        ALL.forEach(id -> digests.put(id, shown));
        return Progress.load(STORAGE, body, ALL, NOW).withPurpose(reason).withHandlers(digests, NOW);
    }

    private static Body stored(Progress progress, Body body) {
        return new Body(progress.store(STORAGE, body, Patch.EMPTY).applyTo(body.fields()));
    }

    private static Body record(String text) {
        return new Body(Map.of("metadata", Map.of("annotations", Map.of("kopf.zalando.org/onCreate", text))));
    }

    private static Outcome succeeded() {
        return new Outcome.Succeeded(null);
    }

    private static Outcome retry() {
        return new Outcome.Retry("not yet", null);
    }

    @ParameterizedTest
    @CsvSource({"CREATE, true", "UPDATE, true", "RESUME, false", "DELETE, false"})
    void R1_what_one_is_done_with_who_is_not_for_the_object_now_is_left_where_it_is_of_a_change(
            Reason reason, boolean left) {
        Progress progress = begin(NEW, reason, "one")
                .withOutcomes(Map.of(A, succeeded(), B, succeeded()), NOW)
                .withState(A, state -> state.afterSeeing(SIZE));
        Body body = stored(progress, NEW);
        Body after = left(Progress.load(STORAGE, body, ALL, NOW), body);

        assertThat(STORAGE.fetch(A, after)).isEqualTo(left ? STORAGE.fetch(A, body) : null);
        assertThat(STORAGE.fetch(B, after)).as("it has seen nothing").isNull();
    }

    @Test
    void R1_of_one_who_was_not_done_only_what_it_was_done_with_before_is_left() {
        Progress progress = begin(NEW, Reason.UPDATE, "one")
                .withOutcomes(Map.of(A, succeeded()), NOW)
                .withState(A, state -> state.afterSeeing(SIZE).forNewContent("two", NOW))
                .withOutcomes(Map.of(A, new Outcome.Retry("no", Duration.ofHours(1))), NOW);
        Body body = stored(progress, NEW);
        Body after = left(Progress.load(STORAGE, body, ALL, NOW), body);

        HandlerState state =
                Objects.requireNonNull(Progress.load(STORAGE, after, ALL, NOW).state(A));
        assertThat(state.seen()).isEqualTo(new Seen(SIZE, null));
        assertThat(state.isAwakened(NOW)).isTrue();
        assertThat(state.retries()).isZero();
        assertThat(state.message()).isNull();
    }

    private static Body left(Progress progress, Body body) {
        Patch patch = progress.leave(STORAGE, body, new Progress.Leaving(ALL, ALL), Patch.EMPTY);
        return new Body(patch.applyTo(body.fields()));
    }

    @Test
    void R14_what_is_told_of_an_odd_record_shows_its_value_and_of_a_long_one_the_beginning() {
        String whole = "x".repeat(98);
        assertThat(problem("{\"delayed\":\"soon\"}"))
                .isEqualTo("The record of onCreate: 'delayed' is no time with an offset: \"soon\"");
        assertThat(problem("{\"delayed\":\"" + whole + "\"}")).endsWith(": \"" + whole + "\"");
        assertThat(problem("{\"delayed\":\"" + whole + "y\"}")).endsWith(": \"" + whole + "y… (101 characters)");
    }

    private static String problem(String record) {
        return begin(record(record), Reason.UPDATE, "one").problems().get(0);
    }

    @Test
    void what_is_logged_of_it_says_why_and_how_far() {
        assertThat(begin(NEW, Reason.UPDATE, "one").withOutcomes(Map.of(A, succeeded()), NOW))
                .hasToString("Progress[update, Counts[success=1, failure=0, running=1]]");
        assertThat(Progress.empty()).hasToString("Progress[Counts[success=0, failure=0, running=0]]");
    }
}

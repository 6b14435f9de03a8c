package dev.kopf.runtime.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.essence.EssenceChange;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a record says of its handler, once it is stored and read again (S-5, R1, R5). */
final class HandlerStateTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:10:12Z");

    @Test
    void R5_the_time_in_which_it_waited_for_sub_handlers_is_never_held_against_a_handler() {
        HandlerState waiting = read(HandlerState.fresh(Reason.CREATE, "one", NOW)
                .withSubrefs(List.of("p/a"))
                .withOutcome(new Outcome.Waiting(Duration.ofSeconds(10)), NOW));
        assertThat(waiting.isWaiting()).isTrue();
        assertThat(waiting.ownRuntime(NOW.plusSeconds(60))).isEqualTo(Duration.ZERO);

        HandlerState early = read(waiting.withOutcome(new Outcome.Retry("no", null), NOW.plusSeconds(5)));
        assertThat(early.isWaiting()).isFalse();
        assertThat(early.ownRuntime(NOW.plusSeconds(6))).isEqualTo(Duration.ZERO);
        assertThat(early.ownRuntime(NOW.plusSeconds(30))).isEqualTo(Duration.ofSeconds(20));
        assertThat(early.runtime(NOW.plusSeconds(30))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void R5_the_time_of_a_call_that_went_by_in_sub_handlers_is_never_held_against_a_handler() {
        HandlerState failed = read(HandlerState.fresh(Reason.CREATE, "one", NOW)
                .afterSubHandlers(Duration.ofSeconds(10))
                .withOutcome(new Outcome.Retry("no", null), NOW.plusSeconds(15)));
        assertThat(failed.ownRuntime(NOW.plusSeconds(20))).isEqualTo(Duration.ofSeconds(10));

        HandlerState again = read(failed.afterSubHandlers(Duration.ofSeconds(3))
                .withOutcome(new Outcome.Retry("no", null), NOW.plusSeconds(25)));
        assertThat(again.ownRuntime(NOW.plusSeconds(25))).isEqualTo(Duration.ofSeconds(12));
        assertThat(again.runtime(NOW.plusSeconds(25))).isEqualTo(Duration.ofSeconds(25));
    }

    @Test
    void P4_no_pause_is_lost_to_the_precision_of_a_record() {
        HandlerState fresh = HandlerState.fresh(Reason.CREATE, "one", NOW);
        Instant between = NOW.plusNanos(500);
        Duration little = Duration.ofNanos(200);

        assertThat(fresh.withOutcome(new Outcome.Retry("no", little), between).remaining(between))
                .isPositive();
        assertThat(fresh.withOutcome(new Outcome.Waiting(little), between).remaining(between))
                .isPositive();
    }

    @Test
    void P2_a_wait_is_as_long_as_it_was_to_be_whatever_clock_wrote_it() {
        Duration days = Duration.ofDays(3_000);
        HandlerState failed = read(HandlerState.fresh(Reason.CREATE, "one", NOW)
                .withOutcome(new Outcome.Retry("no", days), NOW.plusSeconds(1))
                .pausedSince(NOW.plusSeconds(1)));
        assertThat(FoundTimes.at(NOW.plusSeconds(2), failed).remaining(NOW.plusSeconds(2)))
                .as("a clock that was right")
                .isEqualTo(days.minusSeconds(1));

        Duration year = Duration.ofDays(365);
        HandlerState ahead = read(HandlerState.fresh(Reason.CREATE, "one", NOW)
                .withOutcome(new Outcome.Retry("no", days), NOW.plus(year))
                .pausedSince(NOW.plus(year)));
        HandlerState found = read(FoundTimes.at(NOW.plusSeconds(2), ahead));
        assertThat(found.remaining(NOW.plusSeconds(2)))
                .as("a clock that was ahead")
                .isEqualTo(days);
        assertThat(found.started()).isEqualTo(NOW);
        assertThat(FoundTimes.at(NOW.plusSeconds(3), found).remaining(NOW.plusSeconds(3)))
                .as("once it is mended")
                .isEqualTo(days.minusSeconds(1));
    }

    @Test
    void R5_what_is_not_held_against_a_handler_stays_so_where_a_later_attempt_was_by_a_clock_that_was_ahead() {
        HandlerState ahead = HandlerState.fresh(Reason.CREATE, "one", NOW)
                .afterSubHandlers(Duration.ofSeconds(10))
                .withOutcome(new Outcome.Retry("no", Duration.ofSeconds(5)), NOW.plus(Duration.ofDays(365)))
                .pausedSince(NOW.plus(Duration.ofDays(365)));

        assertThat(FoundTimes.at(NOW.plusSeconds(20), ahead).ownRuntime(NOW.plusSeconds(20)))
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void R5_a_handler_with_sub_handlers_waits_where_no_error_is_recorded_and_not_where_one_is() {
        assertThat(withSubHandler(Map.of("message", "None")).isWaiting())
                .as("as Kopf writes it")
                .isTrue();
        assertThat(withSubHandler(Map.of()).isWaiting()).isTrue();
        assertThat(withSubHandler(Map.of("message", "boom")).isWaiting()).isFalse();
        assertThat(withSubHandler(Map.of("success", true)).isWaiting()).isFalse();
        assertThat(HandlerState.fromRecord(Map.of(), NOW).isWaiting()).isFalse();
    }

    @Test
    void R1_what_a_handler_was_called_for_is_read_as_it_was_written() {
        EssenceChange change = new EssenceChange(Map.of("spec", Map.of("size", 2)));
        HandlerState attempted = HandlerState.fresh(Reason.UPDATE, "one", NOW)
                .withOutcome(new Outcome.Retry("no", null), NOW)
                .afterSeeing(change);
        HandlerState handled =
                attempted.withOutcome(new Outcome.Succeeded(null), NOW).afterSeeing(change);

        assertThat(read(attempted).seen()).isEqualTo(new Seen(null, change));
        assertThat(read(handled).seen()).isEqualTo(new Seen(change, null));
        assertThat(read(handled)).isEqualTo(handled);
    }

    @Test
    void R21_what_Kopf_recorded_of_a_handler_that_is_done_stays_and_of_another_is_for_what_it_is_shown() {
        HandlerState done = HandlerState.fromRecord(Map.of("success", true, "retries", 1), NOW);
        HandlerState retried = HandlerState.fromRecord(Map.of("retries", 2), NOW);

        assertThat(done.forNewContent("one", NOW)).isSameAs(done);
        assertThat(retried.forNewContent("one", NOW).digest()).isEqualTo("one");
        assertThat(retried.forNewContent("one", NOW).retries()).isEqualTo(2);
    }

    @Test
    void R10_a_state_is_for_the_reason_that_it_was_given_last_and_for_none_where_that_is_none() {
        HandlerState state = HandlerState.fresh(Reason.CREATE, "one", NOW);

        assertThat(state.withPurpose(Reason.DELETE).purpose()).isEqualTo("delete");
        assertThat(state.withPurpose(null).purpose()).isNull();
    }

    @Test
    void R13_of_a_record_that_is_too_long_only_what_explains_is_cut() {
        EssenceChange change = new EssenceChange(Map.of("spec", Map.of("size", 2)));
        HandlerState state = HandlerState.fresh(Reason.UPDATE, "one", NOW)
                .withOutcome(new Outcome.Succeeded(null), NOW)
                .afterSeeing(change)
                .withOutcome(new Outcome.Retry("x".repeat(600), null), NOW)
                .afterSeeing(EssenceChange.NONE);
        HandlerState cut = HandlerState.fromRecord(Records.shortened(state.toRecord()), NOW);

        assertThat(cut.message()).isEqualTo("x".repeat(500) + "…");
        assertThat(cut.seen()).isEqualTo(new Seen(EssenceChange.UNKNOWN, EssenceChange.UNKNOWN));
        assertThat(cut.digest()).isEqualTo(state.digest());
        assertThat(cut.retries()).isEqualTo(state.retries());
    }

    @Test
    void R13_a_message_is_cut_only_where_it_is_too_long_and_never_within_a_character() {
        assertThat(shortened("x".repeat(500))).isEqualTo("x".repeat(500));
        assertThat(shortened("x".repeat(499) + "\uD83D\uDE00.")).isEqualTo("x".repeat(499) + "…");
        assertThat(shortened("x".repeat(498) + "\uD83D\uDE00.")).isEqualTo("x".repeat(498) + "\uD83D\uDE00…");
    }

    private static @Nullable Object shortened(String message) {
        return Records.shortened(Map.of("message", message)).get("message");
    }

    private static HandlerState withSubHandler(Map<String, Object> fields) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>(fields);
        record.put("subrefs", List.of("p/a"));
        return HandlerState.fromRecord(record, NOW);
    }

    private static HandlerState read(HandlerState state) {
        return HandlerState.fromRecord(state.toRecord(), NOW.plusSeconds(99));
    }

    @Test
    void R5_waiting_for_sub_handlers_is_neither_an_end_nor_an_error() {
        Outcome waiting = new Outcome.Waiting(Duration.ofSeconds(10));

        assertThat(waiting.isFinal()).isFalse();
        assertThat(waiting.message()).isNull();
    }
}

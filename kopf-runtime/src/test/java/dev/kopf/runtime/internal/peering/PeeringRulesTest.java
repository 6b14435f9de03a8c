package dev.kopf.runtime.internal.peering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.internal.peering.PeeringRules.Self;
import dev.kopf.runtime.internal.peering.PeeringRules.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who works and who pauses, where Kopf has no answer or another one. */
final class PeeringRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:10:12Z");
    private static final Duration LIFETIME = Duration.ofSeconds(60);

    private final Map<String, @Nullable Object> status = new LinkedHashMap<>();

    @Test
    void R9_of_any_number_of_equal_priority_exactly_the_oldest_works() {
        List<Self> all = List.of(self("c", 0, 30), self("a", 0, 10), self("b", 0, 20), self("d", 0, 40));

        List<String> working = new ArrayList<>();
        for (Self each : all) {
            status.put(each.identity(), each.seen(NOW).record());
        }
        for (Self each : all) {
            if (!judge(each).pauses()) {
                working.add(each.identity());
            }
        }

        assertThat(working).containsExactly("d");
    }

    @Test
    void R9_of_two_that_began_at_one_moment_one_works() {
        Self one = self("a", 7, 10);
        Self other = self("b", 7, 10);
        status.put("a", one.seen(NOW).record());
        status.put("b", other.seen(NOW).record());

        assertThat(judge(one).pauses()).isFalse();
        assertThat(judge(other).pauses()).isTrue();
    }

    @Test
    void R9_whoever_began_later_works_when_its_priority_is_higher() {
        Self old = self("a", 0, 100);
        Self higher = self("b", 1, 10);
        status.put("a", old.seen(NOW).record());
        status.put("b", higher.seen(NOW).record());

        assertThat(judge(old).blocking()).extracting(Peer::identity).containsExactly("b");
        assertThat(judge(higher).pauses()).isFalse();
    }

    @Test
    void R9_an_operator_of_kopf_with_our_priority_leaves_the_work_to_us() {
        Self self = self("a", 0, 10);
        status.put("kopf", Map.of("priority", 0, "lifetime", 60, "lastseen", "2026-11-20T10:10:10+00:00"));

        Verdict verdict = judge(self);

        assertThat(verdict.pauses()).isFalse();
        assertThat(verdict.yielding()).extracting(Peer::identity).containsExactly("kopf");
    }

    @Test
    void N13_whoever_freezes_operators_of_our_priority_by_hand_does_not_pause_for_us() {
        status.put("me@laptop", Map.of("priority", 100, "lifetime", 60, "lastseen", "2026-11-20T10:10:10+00:00"));

        assertThat(judge(self("a", 100, 10)).pauses()).isTrue();
    }

    @Test
    void N3_a_record_of_the_first_versions_is_read() {
        status.put(
                "old",
                Map.of(
                        "namespace",
                        "default",
                        "priority",
                        10,
                        "lifetime",
                        "60",
                        "lastseen",
                        "2026-11-20T10:10:10.123"));

        Verdict verdict = judge(self("a", 0, 10));

        assertThat(verdict.pauses()).isTrue();
        assertThat(verdict.deadline()).isEqualTo(Instant.parse("2026-11-20T10:11:10.123Z"));
    }

    @Test
    void a_record_that_cannot_be_read_is_named_and_the_others_count() {
        status.put("text", "x");
        status.put("list", List.of(1));
        status.put("no-time", Map.of("lastseen", "yesterday"));
        status.put("number-as-time", Map.of("lastseen", 5));
        status.put("too-late", Map.of("lastseen", "+999999999-12-31T23:59:59Z", "priority", 100));
        status.put("no-number", Map.of("priority", true));
        status.put("no-lifetime", Map.of("lifetime", "a while"));
        status.put("higher", Map.of("priority", 10, "lastseen", "2026-11-20T10:10:10Z"));

        Verdict verdict = judge(self("a", 0, 10));

        assertThat(verdict.blocking()).extracting(Peer::identity).containsExactly("higher");
        assertThat(verdict.unreadable())
                .containsOnlyKeys("text", "list", "no-time", "number-as-time", "too-late", "no-number", "no-lifetime")
                .containsEntry("text", "It is no map: \"x\"")
                .containsEntry("no-time", "'lastseen' is no time: \"yesterday\"")
                .containsEntry("no-number", "'priority' is no number: true");
    }

    @Test
    void numbers_beyond_all_measure_are_cut() {
        status.put("eternal", Map.of("priority", "1e999999", "lifetime", 1e300, "lastseen", "2026-11-20T10:10:10Z"));

        Verdict verdict = judge(self("a", Integer.MAX_VALUE - 1, 10));

        assertThat(verdict.blocking()).extracting(Peer::identity).containsExactly("eternal");
        assertThat(verdict.deadline()).isAfter(NOW.plus(Duration.ofDays(365)));
    }

    @Test
    void a_status_that_is_no_map_has_no_peers() {
        assertThat(PeeringRules.judge(self("a", 0, 0), "x", NOW).pauses()).isFalse();
        assertThat(PeeringRules.judge(self("a", 0, 0), null, NOW).pauses()).isFalse();
    }

    private Verdict judge(Self self) {
        return PeeringRules.judge(self, status, NOW);
    }

    private static Self self(String identity, int priority, int secondsAgo) {
        return new Self(identity, priority, LIFETIME, NOW.minusSeconds(secondsAgo));
    }
}

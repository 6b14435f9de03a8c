package dev.kopf.runtime.internal.peering;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.internal.client.FakeTimers;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.internal.client.Watcher;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.NamespaceChoice;
import dev.kopf.runtime.resource.NamespacePattern;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Operators among their peers, on one clock and one server. */
final class PeeringTest {

    private static final String CLUSTER = FakePeerings.CLUSTER;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final FakePeerings server = FakePeerings.ofCluster().create(CLUSTER);
    private final FakeTimers timers = new FakeTimers();

    @Test
    void one_alone_writes_its_record_and_works() {
        Member one = member("one", 0).start();

        assertThat(one.works()).isTrue();
        assertThat(Json.map(server.records(CLUSTER).get("one")))
                .containsEntry("priority", 0)
                .containsEntry("lifetime", 60)
                .containsEntry("lastseen", "2026-01-01T00:00:00+00:00");
    }

    @Test
    void N6_the_higher_one_works_and_gives_back_when_it_leaves() {
        Member low = member("low", 0).start();
        Member high = member("high", 10).start();

        assertThat(low.works()).isFalse();
        assertThat(high.works()).isTrue();

        high.leave();

        assertThat(low.works()).isTrue();
        assertThat(server.records(CLUSTER)).containsOnlyKeys("low");
    }

    @Test
    void R8_N5_who_leaves_takes_its_record_away_though_its_watch_cannot_be_ended() {
        Member one = member("one", 0).start();
        server.threadless(true);
        try (CapturedLog log = new CapturedLog("kopf.watching")) {
            log.when("", () -> {
                throw new OutOfMemoryError("no memory for words");
            });
            one.leave();
        }

        assertThat(server.records(CLUSTER)).isEmpty();
    }

    @Test
    void N7_one_that_vanishes_without_a_word_releases_the_others_when_its_lifetime_is_over() {
        Member low = member("low", 0).start();
        Member high = member("high", 10).start();
        high.kill();

        advance(Duration.ofSeconds(59));
        assertThat(low.works()).isFalse();
        advance(SECOND);

        assertThat(low.works()).isTrue();
        assertThat(server.records(CLUSTER)).containsOnlyKeys("low");
    }

    @Test
    void N5_records_are_kept_alive() {
        Member low = member("low", 0).start();
        Member high = member("high", 10).start();

        for (int i = 0; i < 600; i++) {
            advance(SECOND);
            assertThat(low.works()).isFalse();
            assertThat(high.works()).isTrue();
        }

        assertThat(server.records(CLUSTER)).containsOnlyKeys("low", "high");
    }

    @Test
    void R9_equal_ones_never_all_pause_and_the_next_takes_over() {
        List<Member> members = new ArrayList<>();
        for (String name : List.of("c", "a", "d", "b")) {
            members.add(member(name, 5).start());
            advance(SECOND);
        }

        while (!members.isEmpty()) {
            assertThat(members.stream().filter(Member::works)).containsExactly(members.get(0));
            members.remove(0).kill();
            advance(Duration.ofSeconds(61));
        }
    }

    @Test
    void R9_one_that_finds_no_memory_to_begin_meets_its_peers_when_there_is_some() {
        Member low = member("low", 0).start();
        timers.failOnce(PeeringRules.interval(Duration.ofSeconds(60), 0.5));
        Member high = member("high", 10).start();
        assertThat(low.works()).isTrue();
        assertThat(high.works()).isFalse();

        advance(Duration.ofSeconds(30));

        assertThat(low.works()).isFalse();
        assertThat(high.works()).isTrue();
        assertThat(server.records(CLUSTER)).containsOnlyKeys("low", "high");
    }

    @Test
    void R9_beside_an_operator_of_kopf_with_our_priority_we_work() {
        kopf("kopf@host/20260101000000/abc", 0);
        Member one = member("one", 0).start();

        assertThat(one.works()).isTrue();
    }

    @Test
    void N10_an_operator_knows_whether_others_have_worked_while_it_paused() {
        Member one = member("one", 0).start();
        assertThat(one.states).containsExactly("pause", "resume");
        Member high = member("high", 10).start();
        advance(SECOND);
        high.leave();
        advance(SECOND);

        assertThat(one.states).containsExactly("pause", "resume", "pause", "resume after others");
    }

    @Test
    void N8_nothing_is_begun_before_it_is_known_who_is_there() {
        kopf("kopf", 10);
        Member one = member("one", 0).start();

        assertThat(one.states).containsExactly("pause");
    }

    @Test
    void N8_without_the_kind_one_request_is_made_and_the_operator_works_and_says_so_once() {
        server.served.clear();
        try (CapturedLog log = new CapturedLog("kopf.peering")) {
            Member one = member("one", 0).start();
            assertThat(one.works()).isTrue();
            assertThat(server.taken()).containsExactly("GET /apis");
            advance(Duration.ofHours(1));

            assertThat(log.messages())
                    .filteredOn(line -> line.contains("works without peers"))
                    .hasSize(1);
        }
    }

    @Test
    void N8_without_the_object_the_operator_works_and_says_so_once_and_honours_it_when_it_appears() {
        server.delete(CLUSTER);
        try (CapturedLog log = new CapturedLog("kopf.peering")) {
            Member one = member("one", 0).start();
            advance(Duration.ofHours(1));
            assertThat(one.works()).isTrue();
            assertThat(log.messages())
                    .filteredOn(line -> line.contains("works without peers"))
                    .hasSize(1);
        }

        server.create(CLUSTER);
        kopf("kopf", 10);
        server.pump();

        assertThat(server.records(CLUSTER)).containsOnlyKeys("one", "kopf");
    }

    @Test
    void N8_a_kind_that_is_installed_later_is_honoured() {
        server.served.clear();
        Member one = member("one", 0).start();
        server.served.add("kopf.dev/v1/clusterkopfpeerings");
        advance(Duration.ofSeconds(59));
        kopf("kopf", 10);

        advance(SECOND);

        assertThat(one.works()).isFalse();
    }

    @Test
    void N8_where_it_is_mandatory_the_operator_pauses_until_there_is_an_object() {
        server.delete(CLUSTER);
        server.served.clear();
        Member one = mandatory("one").start();
        assertThat(one.works()).isFalse();

        server.served.add("kopf.dev/v1/clusterkopfpeerings");
        advance(Duration.ofMinutes(1));
        assertThat(one.works()).isFalse();

        server.create(CLUSTER);
        advance(Duration.ofMinutes(1));
        assertThat(one.works()).isTrue();

        server.delete(CLUSTER);
        server.pump();
        assertThat(one.works()).isFalse();
    }

    @Test
    void N1_the_older_kind_is_honoured_too() {
        server.served.add("zalando.org/v1/clusterkopfpeerings");
        String old = CLUSTER.replace("kopf.dev", "zalando.org");
        server.create(old);
        Member one = member("one", 0).start();
        assertThat(one.works()).isTrue();

        server.record(old, "kopf", "{\"priority\": 10, \"lastseen\": \"2026-01-01T00:00:00.000000\"}");
        server.pump();

        assertThat(one.works()).isFalse();
        assertThat(server.records(old)).containsOnlyKeys("one", "kopf");
        assertThat(server.records(CLUSTER)).containsOnlyKeys("one");
    }

    @Test
    void N1_a_kind_that_is_installed_beside_the_older_one_is_honoured() {
        server.served.clear();
        server.served.add("zalando.org/v1/clusterkopfpeerings");
        server.create(CLUSTER.replace("kopf.dev", "zalando.org"));
        Member one = member("one", 0).start();
        assertThat(one.works()).isTrue();

        server.served.add("kopf.dev/v1/clusterkopfpeerings");
        advance(Duration.ofSeconds(59));
        kopf("kopf", 10);
        advance(SECOND);

        assertThat(one.works()).isFalse();
        assertThat(server.records(CLUSTER)).containsOnlyKeys("one", "kopf");
    }

    @Test
    void N1_a_kind_that_is_removed_and_installed_again_beside_the_older_one_is_honoured() {
        server.served.add("zalando.org/v1/clusterkopfpeerings");
        server.create(CLUSTER.replace("kopf.dev", "zalando.org"));
        Member one = member("one", 0).start();
        server.served.remove("kopf.dev/v1/clusterkopfpeerings");
        advance(Duration.ofDays(2)); // until the watch is found to be silent
        server.served.add("kopf.dev/v1/clusterkopfpeerings");
        server.record(CLUSTER, "one", null);

        advance(Duration.ofMinutes(1));
        kopf("kopf", 10);
        server.pump();

        assertThat(one.works()).isFalse();
        assertThat(server.records(CLUSTER)).containsOnlyKeys("one", "kopf");
    }

    @Test
    void N8_where_the_usual_kind_is_there_no_other_is_looked_for() {
        member("one", 0).start();
        server.taken();

        advance(Duration.ofMinutes(30));

        assertThat(server.taken()).noneMatch(request -> request.startsWith("GET /apis"));
    }

    @Test
    void N2_operators_of_namespaces_meet_in_each_of_them() {
        server.served.add("kopf.dev/v1/kopfpeerings");
        String first = "/apis/kopf.dev/v1/namespaces/a/kopfpeerings/default";
        String second = "/apis/kopf.dev/v1/namespaces/b/kopfpeerings/default";
        server.create(first).create(second);
        Member both = member("both", 0, "a", "b").start();
        Member other = member("other", 1, "b", "c").start();

        assertThat(both.works()).isFalse();
        assertThat(other.works()).isTrue();
        assertThat(server.records(first)).containsOnlyKeys("both");
        assertThat(server.records(second)).containsOnlyKeys("both", "other");
        assertThat(server.records(CLUSTER)).isEmpty();

        other.leave();
        assertThat(both.works()).isTrue();
    }

    @Test
    void garbage_is_named_once_and_work_goes_on() {
        try (CapturedLog log = new CapturedLog("kopf.peering")) {
            server.record(CLUSTER, "garbage", "[1]");
            Member one = member("one", 0).start();
            assertThat(one.works()).isTrue();
            kopf("kopf", 10);
            server.pump();
            assertThat(one.works()).isFalse();
            advance(Duration.ofMinutes(10));

            assertThat(one.works()).isTrue();
            assertThat(log.messages())
                    .filteredOn(line -> line.contains("'garbage'"))
                    .singleElement()
                    .asString()
                    .contains("ClusterKopfPeering 'default'")
                    .contains("It is no map: [1]");
        }
        assertThat(server.records(CLUSTER)).containsOnlyKeys("one", "garbage");
    }

    @Test
    void a_record_that_was_taken_away_is_written_again_at_once() {
        member("one", 0).start();
        server.record(CLUSTER, "one", null);
        server.pump();

        assertThat(server.records(CLUSTER)).containsOnlyKeys("one");
    }

    @Test
    void R9_a_record_that_was_taken_away_before_its_write_was_answered_is_written_again_at_once() {
        Member one = member("one", 0).start();
        one.line.hold("PATCH", true);
        advance(Duration.ofSeconds(56));
        server.record(CLUSTER, "one", null);
        server.pump();
        one.line.hold(null);
        one.line.answer();

        assertThat(server.records(CLUSTER)).containsOnlyKeys("one");
    }

    @Test
    void R9_of_two_writes_of_a_record_the_newer_one_comes_last() {
        Member one = member("one", 0).start();
        one.line.hold("PATCH");
        advance(Duration.ofSeconds(56)); // it is kept alive
        kopf("kopf", 10);
        advance(Duration.ofSeconds(65)); // whose record ends

        assertThat(one.line.held).hasSize(1);
        one.line.hold(null);
        one.line.answer();
        advance(Duration.ofSeconds(5));
        assertThat(one.works()).isTrue();
        assertThat(server.records(CLUSTER)).containsOnlyKeys("one");
    }

    @Test
    void N6_where_clocks_differ_by_more_than_a_lifetime_records_are_not_written_without_end_and_people_are_told() {
        Member observer = member("observer", 0).start();
        LaggingTimers lagging = new LaggingTimers(timers, Duration.ofSeconds(90));
        try (CapturedLog log = new CapturedLog("kopf.peering")) {
            Member late = new Member("late", 666, lagging).start();
            server.taken();
            advance(Duration.ofHours(1));

            assertThat(late.works()).isTrue();
            assertThat(observer.works()).isTrue();
            assertThat(server.taken())
                    .filteredOn(request -> request.startsWith("PATCH") && request.contains("\"late\""))
                    .hasSizeBetween(100, 200); // written and taken away once a lifetime
            assertThat(log.messages())
                    .filteredOn(line -> line.contains("Do the clocks of the machines agree?"))
                    .hasSize(1);
            log.clear();

            lagging.behind = Duration.ZERO;
            advance(Duration.ofMinutes(2));
            assertThat(observer.works()).isFalse();
            assertThat(log.messages()).anyMatch(line -> line.contains("Our record in") && line.contains("stays again"));
        }
        server.record(CLUSTER, "late", null);
        server.pump();
        assertThat(server.records(CLUSTER)).containsOnlyKeys("late", "observer");
    }

    @Test
    void a_record_that_is_taken_away_again_and_again_is_written_again_while_others_come_and_go() {
        member("one", 0).start();
        for (int i = 0; i < 20; i++) {
            server.record(CLUSTER, "one", null);
            server.record(CLUSTER, "other", i % 2 == 0 ? "{\"priority\": -1}" : null);
            server.pump();
        }
        server.taken();

        advance(Duration.ofSeconds(55));

        assertThat(server.taken()).anyMatch(request -> request.startsWith("PATCH"));
        assertThat(server.records(CLUSTER)).containsKey("one");
    }

    @Test
    void a_record_of_ours_that_somebody_has_made_unreadable_is_written_again_at_once() {
        Member high = member("high", 10).start();
        Member low = member("low", 0).start();
        server.record(CLUSTER, "high", "\"nonsense\"");
        server.pump();

        assertThat(server.records(CLUSTER).get("high")).isInstanceOf(Map.class);
        assertThat(high.works()).isTrue();
        assertThat(low.works()).isFalse();
    }

    @Test
    void R9_whatever_has_happened_exactly_one_works_when_all_is_calm() {
        for (int seed = 0; seed < 300; seed++) {
            new PeeringTest().play(new Random(seed), "seed " + seed);
        }
    }

    private void play(Random random, String seed) {
        List<Member> alive = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        for (int step = 0; step < 15; step++) {
            int which = random.nextInt(12);
            Member one = alive.isEmpty() ? null : alive.get(random.nextInt(alive.size()));
            String name = one == null ? "nobody" : one.identity;
            steps.add(which + " " + name);
            switch (which) {
                case 0, 1, 2 -> alive.add(member("m" + step, random.nextInt(3)).start());
                case 3 -> {
                    if (one != null) {
                        alive.remove(one);
                        one.leave();
                    }
                }
                case 4 -> {
                    if (one != null) {
                        alive.remove(one);
                        one.kill();
                    }
                }
                case 5 -> server.record(CLUSTER, name, random.nextBoolean() ? null : "[\"nonsense\"]");
                case 6 -> server.record(CLUSTER, name, "{\"priority\": 9, \"lifetime\": -5}");
                case 7 -> {
                    server.delete(CLUSTER);
                    server.pump();
                    advance(Duration.ofSeconds(random.nextInt(20)));
                    server.create(CLUSTER);
                }
                case 8 -> server.refuse("PATCH", random.nextBoolean() ? 500 : 0);
                case 9 -> server.reachable(random.nextBoolean());
                case 10 -> kopf("kopf@host", random.nextInt(3)); // whoever freezes operators by hand
                default -> {}
            }
            server.pump();
            advance(Duration.ofSeconds(random.nextInt(70)));
        }
        server.refuse("PATCH", 0);
        server.reachable(true);
        advance(Duration.ofSeconds(150));
        int highest = alive.stream().mapToInt(member -> member.priority).max().orElse(0);
        Member first = alive.stream()
                .filter(member -> member.priority == highest)
                .findFirst()
                .orElse(null);
        assertThat(alive.stream().filter(Member::works))
                .as("%s: %s", seed, steps)
                .containsExactlyElementsOf(first == null ? List.of() : List.of(first));
    }

    @Test
    void a_peer_that_came_back_to_life_is_not_taken_away() {
        kopf("kopf", 10);
        Member one = member("one", 0).start();
        advance(Duration.ofSeconds(59));
        server.record(CLUSTER, "kopf", "{\"lastseen\": \"2026-01-01T00:00:59+00:00\"}");

        advance(Duration.ofSeconds(59));

        assertThat(one.works()).isFalse();
        assertThat(server.records(CLUSTER)).containsOnlyKeys("one", "kopf");
        advance(SECOND);
        assertThat(one.works()).isTrue();
    }

    @Test
    void R9_one_that_finds_no_thread_to_learn_its_name_joins_its_peers_when_there_is_one() {
        Member high = member("high", 10).start();
        Member low = member("low", 0);
        low.withoutName = 1;
        low.start();
        assertThat(low.works()).isFalse();
        advance(Duration.ofSeconds(9));

        assertThat(server.records(CLUSTER)).containsOnlyKeys("low", "high");
        assertThat(low.works()).isFalse();
        assertThat(high.works()).isTrue();
    }

    @Test
    void N8_one_that_never_learns_its_name_works_without_peers() {
        Member one = member("one", 0);
        one.withoutName = Integer.MAX_VALUE;
        one.start();
        advance(Duration.ofSeconds(11));

        assertThat(one.works()).isTrue();
    }

    @Test
    void N6_one_whose_pause_broke_off_goes_on_though_its_peer_has_left_meanwhile() {
        Member low = member("low", 0).start();
        low.breakingOff = 1;
        Member high = member("high", 10).start();
        high.leave();
        advance(Duration.ofSeconds(10));

        assertThat(low.works()).isTrue();
    }

    @Test
    void N6_one_whose_going_on_broke_off_pauses_for_a_peer_that_has_come_meanwhile() {
        Member low = member("low", 0).start();
        Member high = member("high", 10).start();
        low.breakingOff = 1;
        high.leave();
        Member next = member("next", 10).start();
        advance(Duration.ofSeconds(10));

        assertThat(next.works()).isTrue();
        assertThat(low.works()).isFalse();
    }

    @Test
    void nobody_is_taken_for_dead_while_the_server_cannot_be_reached() {
        kopf("kopf", 10);
        Member one = member("one", 0).start();
        server.reachable(false);

        advance(Duration.ofMinutes(10));
        assertThat(one.works()).isFalse();

        server.reachable(true);
        advance(Duration.ofSeconds(10));
        assertThat(one.works()).isTrue();
    }

    @Test
    void writes_that_fail_are_tried_again_before_the_record_ends() {
        Member low = member("low", 0).start();
        member("high", 10).start();
        server.refuse("PATCH", 500);
        advance(Duration.ofSeconds(55));
        server.refuse("PATCH", 0);

        advance(Duration.ofSeconds(8));

        assertThat(low.works()).isFalse();
    }

    @Test
    void R9_a_write_for_which_there_is_no_memory_is_tried_again_before_the_record_ends() {
        Member low = member("low", 0).start();
        Member high = member("high", 10).start();
        high.line.breakOff("PATCH");
        advance(Duration.ofSeconds(55));
        high.line.breakOff(null);

        advance(Duration.ofSeconds(8));

        assertThat(low.works()).isFalse();
        high.leave();
        assertThat(low.works()).isTrue();
    }

    @Test
    void whoever_may_not_write_makes_way_and_goes_on_all_the_same() {
        kopf("kopf", 10);
        server.refuse("PATCH", 403);
        try (CapturedLog log = new CapturedLog("kopf.peering")) {
            Member one = member("one", 0).start();
            assertThat(one.works()).isFalse();
            advance(Duration.ofSeconds(60));
            assertThat(one.works()).isTrue();

            assertThat(log.messages())
                    .filteredOn(line -> line.contains("Not allowed to patch clusterkopfpeerings.kopf.dev"))
                    .hasSize(1);
        }
    }

    @Test
    void whoever_may_not_look_works_after_a_moment() {
        server.refuse("PATCH", 403);
        server.refuse("GET /apis/kopf.dev/v1/cluster", 403);
        Member one = member("one", 0).start();
        assertThat(one.works()).isFalse();

        advance(Duration.ofSeconds(10));

        assertThat(one.works()).isTrue();
    }

    @Test
    void a_kind_that_is_removed_releases_the_operator() {
        server.record(
                CLUSTER,
                "kopf",
                "{\"priority\": 10, \"lifetime\": 1000000, \"lastseen\": \"" + timers.instant() + "\"}");
        Member one = member("one", 0).start();
        assertThat(one.works()).isFalse();
        server.served.clear();

        advance(Duration.ofDays(2)); // until the watch is found to be silent

        assertThat(one.works()).isTrue();
    }

    @Test
    void N8_that_discovery_denies_the_kind_for_a_moment_does_not_end_a_pause() {
        server.record(
                CLUSTER,
                "kopf",
                "{\"priority\": 10, \"lifetime\": 1000000, \"lastseen\": \"" + timers.instant() + "\"}");
        Member one = member("one", 0).start();
        advance(Duration.ofSeconds(20));

        server.refuse("GET /apis/kopf.dev/v1", 404);
        server.breakWatches();
        advance(Duration.ofSeconds(50));
        server.refuse("GET /apis/kopf.dev/v1", 0);
        advance(Duration.ofMinutes(10));

        assertThat(one.works()).isFalse();
        assertThat(one.states).containsExactly("pause");
        server.record(CLUSTER, "kopf", null);
        server.pump();
        assertThat(one.works()).isTrue();
    }

    @Test
    void N8_a_kind_that_is_denied_for_a_minute_is_gone() {
        server.record(
                CLUSTER,
                "kopf",
                "{\"priority\": 10, \"lifetime\": 1000000, \"lastseen\": \"" + timers.instant() + "\"}");
        Member one = member("one", 0).start();
        server.served.clear();
        server.breakWatches();

        advance(Duration.ofSeconds(59));
        assertThat(one.works()).isFalse();
        advance(Duration.ofSeconds(40)); // it is asked for again and again, with growing pauses

        assertThat(one.works()).isTrue();
    }

    @Test
    void N11_one_that_is_stealthy_says_nothing_of_writes_that_keep_its_record_alive() {
        try (CapturedLog log = new CapturedLog("kopf.peering", Level.DEBUG)) {
            member("one", 0).start();
            assertThat(log.messages(Level.DEBUG)).anyMatch(line -> line.startsWith("Keep-alive"));
            log.clear();
            new Member("other", 1, false, true).start();
            assertThat(server.records(CLUSTER)).containsKey("other");
            assertThat(log.messages(Level.DEBUG)).noneMatch(line -> line.startsWith("Keep-alive"));
        }
    }

    @Test
    void after_the_end_nothing_is_written_any_more() {
        Member one = member("one", 0).start();
        one.leave();
        server.taken();

        advance(Duration.ofHours(1));

        assertThat(server.taken()).isEmpty();
        assertThat(server.records(CLUSTER)).isEmpty();
    }

    /** One that is about to serve 200 namespaces, whose requests are held. */
    private Member ofManyNamespaces(String held) {
        server.served.add("kopf.dev/v1/kopfpeerings");
        Member one = new Member("one", 0, false, false, NamespaceChoice.of(List.of(NamespacePattern.ofUser("app-*"))))
                .start();
        one.line.hold(held);
        for (int i = 0; i < 200; i++) {
            one.entries.put("app-" + i, one.peering.enter("app-" + i));
        }
        return one;
    }

    private List<String> entered(Member member) {
        timers.advance(Duration.ZERO);
        return member.entries.entrySet().stream()
                .filter(entry -> entry.getValue().isDone())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void W_42_N_8_of_200_namespaces_ten_requests_are_under_way_at_once_and_none_is_served_before_it_was_looked_at() {
        Member one = ofManyNamespaces("GET");
        while (!one.line.held.isEmpty()) {
            for (int i = 0; i < 10 && !one.line.held.isEmpty(); i++) {
                assertThat(one.line.held).hasSizeLessThanOrEqualTo(10);
                one.line.answer();
            }
            advance(SECOND);
            assertThat(entered(one))
                    .allMatch(namespace -> server.requests.stream()
                            .anyMatch(request -> request.startsWith("GET") && request.contains("/" + namespace + "/")));
        }
        assertThat(timers.instant()).isAfter(Instant.parse("2026-01-01T00:00:30Z"));
        assertThat(entered(one)).hasSize(200);
    }

    @Test
    void W_42_N_8_a_server_that_does_not_answer_where_it_is_looked_first_holds_up_no_namespace_for_long() {
        Member one = ofManyNamespaces("");
        advance(Duration.ofSeconds(9));
        assertThat(entered(one)).isEmpty();
        advance(SECOND);
        assertThat(one.line.held).hasSize(10);
        assertThat(entered(one)).hasSize(200);
    }

    @Test
    void R8_N_5_who_leaves_waits_for_no_namespace_that_has_not_had_its_turn_and_leaves_no_record_there() {
        for (int i = 0; i < 200; i++) {
            server.create("/apis/kopf.dev/v1/namespaces/app-" + i + "/kopfpeerings/default");
        }
        Member one = ofManyNamespaces("GET");
        assertThat(server.records("/apis/kopf.dev/v1/namespaces/app-5/kopfpeerings/default"))
                .containsKey("one");
        one.leave();
        server.taken();
        while (!one.line.held.isEmpty()) {
            one.line.answer();
        }
        assertThat(server.taken()).allMatch(request -> request.startsWith("GET"));
        for (int i = 0; i < 200; i++) {
            assertThat(server.records("/apis/kopf.dev/v1/namespaces/app-" + i + "/kopfpeerings/default"))
                    .isEmpty();
        }
    }

    private void kopf(String identity, int priority) {
        server.record(
                CLUSTER,
                identity,
                "{\"priority\": " + priority + ", \"lifetime\": 60, \"lastseen\": \"" + timers.instant() + "\"}");
    }

    private void advance(Duration time) {
        Duration left = time;
        while (!left.isZero()) {
            Duration step = left.compareTo(SECOND) > 0 ? SECOND : left;
            timers.advance(step);
            server.pump();
            left = left.minus(step);
        }
    }

    private Member member(String identity, int priority, String... namespaces) {
        return new Member(identity, priority, false, false, namespaces);
    }

    private Member mandatory(String identity) {
        return new Member(identity, 0, true, false);
    }

    /** The clock of a machine that is behind the others. */
    private static final class LaggingTimers implements Timers {

        private final Timers timers;
        Duration behind;

        LaggingTimers(Timers timers, Duration behind) {
            this.timers = timers;
            this.behind = behind;
        }

        @Override
        public Instant instant() {
            return timers.instant().minus(behind);
        }

        @Override
        public Timer after(Duration delay, Runnable task) {
            return timers.after(delay, task);
        }
    }

    /** An operator, as far as its peers are concerned. */
    private final class Member implements Peering.Pausable {

        final List<String> states = new ArrayList<>();
        final Map<String, CompletableFuture<?>> entries = new LinkedHashMap<>();
        private final FakePeerings.Line line = server.line();
        private final Peering peering;
        private final String identity;
        private final int priority;

        /** How often it breaks off when it is told what to do. */
        private int breakingOff;

        /** How often there is no thread to ask for the name in. */
        private int withoutName;

        Member(String identity, int priority, boolean isMandatory, boolean isStealthy, String... namespaces) {
            this(identity, priority, isMandatory, isStealthy, NamespaceChoice.ofNames(namespaces));
        }

        Member(String identity, int priority, boolean isMandatory, boolean isStealthy, NamespaceChoice choice) {
            this(identity, priority, isMandatory, isStealthy, choice, timers);
        }

        Member(String identity, int priority, Timers clock) {
            this(identity, priority, false, false, NamespaceChoice.CLUSTER, clock);
        }

        private Member(
                String identity,
                int priority,
                boolean isMandatory,
                boolean isStealthy,
                NamespaceChoice choice,
                Timers clock) {
            this.identity = identity;
            this.priority = priority;
            this.peering = new Peering(
                    new Peering.Options("default", priority, Duration.ofSeconds(60), isMandatory, false, isStealthy),
                    choice,
                    new Watcher.Surroundings(line, clock, Duration.ofDays(1), Duration.ofMillis(100), () -> 0.5),
                    this::name,
                    this);
        }

        private CompletableFuture<String> name() {
            if (withoutName-- > 0) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            return CompletableFuture.completedFuture(identity);
        }

        Member start() {
            peering.start();
            server.pump();
            return this;
        }

        void leave() {
            peering.leave();
            server.pump();
        }

        /** Ends it without a word: what it would do, nobody hears. */
        void kill() {
            line.cut();
        }

        boolean works() {
            assertThat(peering.isPaused())
                    .as("%s: %s", identity, states)
                    .isEqualTo(states.get(states.size() - 1).equals("pause"));
            return !peering.isPaused();
        }

        @Override
        public void pause() {
            states.add("pause");
            breakOff();
        }

        @Override
        public void resume(boolean afterOthers) {
            states.add(afterOthers ? "resume after others" : "resume");
            breakOff();
        }

        private void breakOff() {
            if (breakingOff-- > 0) {
                throw new OutOfMemoryError("in the middle");
            }
        }
    }
}

package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.resource.DiscoveredKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the cluster serves is known, and what comes and goes is noticed (W-40, W-41), whatever the API server does meanwhile. */
final class KindObserverTest {

    private static final String CRDS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    private final FakeTimers timers = new FakeTimers();
    private final Server server = new Server();
    private final List<Set<String>> told = new ArrayList<>();
    private final List<String> shortNames = new ArrayList<>();
    private boolean deaf;

    /** Answers what it is told to, and knows of nothing else. */
    private static final class Server implements Transport {

        private final Map<String, String> answers = new HashMap<>();
        private final Map<String, Integer> failures = new HashMap<>();
        private final List<String> requests = new ArrayList<>();
        private @Nullable String crashing;
        private final List<Listener> watches = new ArrayList<>();

        void serves(String group, String... plurals) {
            String kinds = Arrays.stream(plurals)
                    .map(plural ->
                            "{\"name\": \"%s\", \"kind\": \"%s\", \"namespaced\": true, \"verbs\": [\"list\", \"watch\"]}"
                                    .formatted(plural, plural))
                    .collect(Collectors.joining(", "));
            answers.put("/apis/" + group + "/v1", "{\"resources\": [" + kinds + "]}");
        }

        void groups(String... names) {
            String groups = Arrays.stream(names)
                    .map(name ->
                            "{\"name\": \"%s\", \"versions\": [{\"version\": \"v1\"}], \"preferredVersion\": {\"version\": \"v1\"}}"
                                    .formatted(name))
                    .collect(Collectors.joining(", "));
            answers.put("/apis", "{\"groups\": [" + groups + "]}");
        }

        long count(String path) {
            return requests.stream().filter(path::equals).count();
        }

        /** What the watch of CRDs tells. */
        void tell(String type, String crd) {
            byte[] line =
                    "{\"type\": \"%s\", \"object\": %s}".formatted(type, crd).getBytes(StandardCharsets.UTF_8);
            List.copyOf(watches).forEach(watch -> watch.onLine(line));
        }

        @Override
        public String server() {
            return "https://server";
        }

        @Override
        public CompletableFuture<ApiResponse> send(ApiRequest request) {
            String path = request.path().replaceFirst("\\?.*", "");
            requests.add(path);
            if (path.equals(crashing)) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            String answer = answers.get(path);
            int status = failures.getOrDefault(path, answer == null ? 404 : 200);
            byte[] body = (status == 200 && answer != null ? answer : "{}").getBytes(StandardCharsets.UTF_8);
            return CompletableFuture.completedFuture(new ApiResponse(status, body, null));
        }

        @Override
        public Transport.Stream stream(ApiRequest request, Listener listener) {
            watches.add(listener);
            listener.onOpen();
            return () -> watches.remove(listener);
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void serve() {
        server.answers.put("/api", "{\"versions\": [\"v1\"]}");
        server.answers.put("/api/v1", "{\"resources\": [{\"name\": \"pods\", \"kind\": \"Pod\", \"verbs\": []}]}");
        server.groups("apiextensions.k8s.io", "good.org", "bad.org");
        server.serves("apiextensions.k8s.io", "customresourcedefinitions");
        server.serves("good.org", "goods");
        server.serves("bad.org", "bads");
        server.answers.put(CRDS, "{\"metadata\": {\"resourceVersion\": \"10\"}, \"items\": []}");
    }

    private KindObserver observer(@Nullable Set<String> groups) {
        KindObserver observer = new KindObserver(
                groups,
                new Watcher.Surroundings(
                        server, timers, Duration.ofHours(1), Duration.ofMillis(100), () -> 0.5, AccessCheck.NONE),
                cluster -> {
                    if (deaf) {
                        throw new IllegalStateException("a bug");
                    }
                    List<DiscoveredKind> kinds = cluster.kinds();
                    told.add(kinds.stream()
                            .map(DiscoveredKind::toString)
                            .collect(Collectors.toCollection(TreeSet::new)));
                    shortNames.clear();
                    kinds.forEach(kind -> shortNames.addAll(kind.names().shortNames()));
                });
        observer.start();
        return observer;
    }

    private static String crd(String group, String plural, boolean established) {
        return """
                {"metadata": {"uid": "uid-%s", "resourceVersion": "11"},
                 "spec": {"group": "%s", "names": {"kind": "%s", "plural": "%s"}, "versions": [{"name": "v1", "served": true}]},
                 "status": {"conditions": [{"type": "Established", "status": "%s"}]}}""".formatted(plural, group, plural, plural, established ? "True" : "False")
                .replace('\n', ' ');
    }

    @Test
    void W40_only_the_groups_that_are_of_interest_are_asked_for() {
        try (KindObserver observer = observer(Set.of("good.org"))) {
            assertThat(told).containsExactly(Set.of("goods.v1.good.org"));
            assertThat(server.requests).doesNotContain("/api/v1", "/apis/bad.org/v1");

            server.tell("ADDED", crd("bad.org", "bads", true));
            timers.advance(Duration.ofMinutes(1));
            assertThat(server.requests).doesNotContain("/apis/bad.org/v1");
        }
    }

    @Test
    void W40_a_group_that_does_not_answer_holds_up_no_other_and_is_asked_again() {
        server.failures.put("/apis/bad.org/v1", 503);
        Set<String> others =
                Set.of("pods.v1", "goods.v1.good.org", "customresourcedefinitions.v1.apiextensions.k8s.io");
        try (KindObserver observer = observer(null)) {
            assertThat(told).containsExactly(others);

            server.failures.clear();
            timers.advance(Duration.ofSeconds(1));
            assertThat(told).hasSize(2).last().isNotEqualTo(others);
            assertThat(told.get(1)).contains("bads.v1.bad.org");

            // What was known of it stays known.
            server.failures.put("/apis/bad.org/v1", 503);
            server.serves("good.org", "goods", "betters");
            server.tell("ADDED", crd("good.org", "betters", true));
            timers.advance(Duration.ofSeconds(1));
            assertThat(told).last().asString().contains("betters.v1.good.org", "bads.v1.bad.org");
        }
    }

    @Test
    void W41_a_server_that_is_behind_its_crds_is_asked_until_it_is_not() {
        try (KindObserver observer = observer(null)) {
            server.tell("ADDED", crd("good.org", "betters", false));
            server.tell("MODIFIED", crd("good.org", "betters", true));
            timers.advance(Duration.ofSeconds(2));
            assertThat(told).hasSize(1);
            assertThat(server.count("/apis/good.org/v1")).isGreaterThan(3);
            assertThat(server.count("/apis/bad.org/v1")).isEqualTo(1);

            server.serves("good.org", "goods", "betters");
            timers.advance(Duration.ofSeconds(10));
            assertThat(told).hasSize(2).last().asString().contains("betters.v1.good.org");

            server.tell("DELETED", crd("good.org", "betters", true));
            timers.advance(Duration.ofSeconds(2));
            assertThat(told).hasSize(2);
            server.serves("good.org", "goods");
            timers.advance(Duration.ofSeconds(10));
            assertThat(told).hasSize(3).last().isEqualTo(told.get(0));

            long asked = server.count("/apis/good.org/v1");
            timers.advance(Duration.ofMinutes(10));
            assertThat(server.count("/apis/good.org/v1")).isEqualTo(asked);
        }
    }

    @Test
    void W41_a_crd_that_came_between_the_first_look_and_the_watch_is_not_missed() {
        server.answers.put(
                CRDS,
                "{\"metadata\": {\"resourceVersion\": \"10\"}, \"items\": [" + crd("late.org", "lates", true) + "]}");
        try (KindObserver observer = observer(null)) {
            server.groups("apiextensions.k8s.io", "good.org", "bad.org", "late.org");
            server.serves("late.org", "lates");
            timers.advance(Duration.ofSeconds(1));
            assertThat(told).hasSize(2).last().asString().contains("lates.v1.late.org");
        }
    }

    @Test
    void W41_without_the_right_to_list_crds_it_is_looked_once_a_minute_and_said_once() {
        server.failures.put(CRDS, 403);
        try (CapturedLog log = new CapturedLog("kopf.watching");
                KindObserver observer = observer(null)) {
            server.serves("good.org", "goods", "betters");
            timers.advance(Duration.ofMinutes(1));
            assertThat(told).hasSize(2).last().asString().contains("betters.v1.good.org");
            timers.advance(Duration.ofMinutes(5));
            assertThat(log.messages(Level.WARN)).hasSize(1);

            server.failures.clear();
            timers.advance(Duration.ofMinutes(1));
            assertThat(server.watches).hasSize(1);
        }
    }

    @Test
    void R2_a_server_that_cannot_be_asked_at_the_start_is_asked_until_it_answers() {
        server.failures.put("/apis", 500);
        server.failures.put("/api", 500);
        try (KindObserver observer = observer(null)) {
            timers.advance(Duration.ofMinutes(1));
            assertThat(told).isEmpty();
            server.failures.clear();
            timers.advance(Duration.ofMinutes(1));
            assertThat(told).hasSize(1);
        }
    }

    @Test
    void R2_crds_are_asked_for_until_there_is_memory_to_ask() {
        server.crashing = CRDS;
        try (KindObserver observer = observer(null)) {
            timers.advance(Duration.ofMinutes(5));
            assertThat(server.watches).isEmpty();

            server.crashing = null;
            timers.advance(Duration.ofMinutes(1));
            assertThat(server.watches).hasSize(1);
        }
    }

    @Test
    void R2_what_was_not_heard_to_its_end_is_told_again() {
        deaf = true;
        try (KindObserver observer = observer(null)) {
            timers.advance(Duration.ofMinutes(5));
            assertThat(told).isEmpty();

            deaf = false;
            timers.advance(Duration.ofMinutes(1));
            assertThat(told).hasSize(1);
        }
    }

    @Test
    void R2_what_was_found_is_told_and_looked_for_again_though_there_was_no_memory_to_go_on() {
        timers.failOnce(Duration.ofMinutes(1));
        try (KindObserver observer = observer(null)) {
            assertThat(told).isEmpty();
            timers.advance(Duration.ofSeconds(30));
            assertThat(told).isNotEmpty();

            server.groups("apiextensions.k8s.io", "good.org", "bad.org", "late.org");
            server.serves("late.org", "lates");
            timers.advance(Duration.ofMinutes(2));
            assertThat(told.get(told.size() - 1)).anyMatch(kind -> kind.contains("late.org"));
        }
    }

    @Test
    void W40_only_the_group_that_does_not_answer_is_asked_again_and_kinds_of_others_are_noticed_at_once() {
        server.failures.put("/apis/bad.org/v1", 503);
        try (KindObserver observer = observer(null)) {
            timers.advance(Duration.ofMinutes(10));
            assertThat(server.count("/apis/bad.org/v1")).isBetween(20L, 40L);
            assertThat(server.count("/apis/good.org/v1")).isEqualTo(1);
            assertThat(server.count("/api/v1")).isEqualTo(1);

            server.serves("good.org", "goods", "betters");
            server.tell("ADDED", crd("good.org", "betters", true));
            timers.advance(Duration.ofMillis(100));
            assertThat(told).last().asString().contains("betters.v1.good.org");
            assertThat(observer.outage()).isNotNull();
        }
    }

    @Test
    void R2_an_answer_that_makes_no_sense_says_nothing_and_is_asked_for_again() {
        try (KindObserver observer = observer(null)) {
            Set<String> all = told.get(0);
            Map<String, String> sense = Map.copyOf(server.answers);
            for (String path : List.of("/api", "/apis", "/apis/bad.org/v1")) {
                for (String nonsense : List.of("{}", "[]", "null", "{\"kind\": \"Status\", \"code\": 500}")) {
                    server.answers.put(path, nonsense);
                    timers.advance(Duration.ofMinutes(15));
                    assertThat(told).as("%s: %s", path, nonsense).containsExactly(all);
                    assertThat(Objects.requireNonNull(observer.outage()).why()).contains(path);
                    server.answers.putAll(sense);
                    timers.advance(Duration.ofMinutes(1));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/apis"})
    void R2_discovery_that_is_not_found_at_all_says_nothing_and_is_asked_for_again(String path) {
        try (KindObserver observer = observer(null)) {
            Set<String> all = told.get(0);
            server.failures.put(path, 404);
            timers.advance(Duration.ofMinutes(15));
            assertThat(told).containsExactly(all);
            assertThat(Objects.requireNonNull(observer.outage()).why()).contains("There is no " + path);

            server.failures.clear();
            timers.advance(Duration.ofMinutes(1));
            assertThat(observer.outage()).isNull();
        }
    }

    @Test
    void R2_a_group_that_is_listed_and_not_found_may_be_unknown_to_one_of_several_servers_and_is_asked_for_again() {
        try (KindObserver observer = observer(null)) {
            server.failures.put("/apis/good.org/v1", 404);
            server.tell("ADDED", crd("good.org", "betters", true));
            timers.advance(Duration.ofMillis(100));
            assertThat(told).hasSize(1);

            server.failures.clear();
            server.serves("good.org", "goods", "betters");
            timers.advance(Duration.ofSeconds(2));
            assertThat(told).hasSize(2).last().asString().contains("goods.v1.good.org", "betters.v1.good.org");
            assertThat(observer.outage()).isNull();
        }
    }

    @Test
    void W40_a_group_that_comes_or_goes_without_a_crd_is_noticed_within_a_minute_for_one_request() {
        try (KindObserver observer = observer(null)) {
            timers.advance(Duration.ofMinutes(5));
            assertThat(server.requests.stream()
                            .filter(path -> !path.equals("/apis"))
                            .toList())
                    .containsExactlyInAnyOrder(
                            "/api",
                            "/api/v1",
                            "/apis/apiextensions.k8s.io/v1",
                            "/apis/good.org/v1",
                            "/apis/bad.org/v1",
                            CRDS,
                            "/apis/apiextensions.k8s.io/v1",
                            CRDS);
            assertThat(server.count("/apis")).isBetween(5L, 6L);

            server.groups("apiextensions.k8s.io", "good.org", "aggregated.org");
            server.serves("aggregated.org", "lates");
            timers.advance(Duration.ofSeconds(61));
            assertThat(told)
                    .last()
                    .asString()
                    .contains("lates.v1.aggregated.org")
                    .doesNotContain("bads");
            assertThat(server.count("/apis/good.org/v1")).isEqualTo(1);
        }
    }

    @Test
    void W40_a_kind_that_comes_into_a_group_without_a_crd_is_noticed_within_a_quarter_of_an_hour() {
        try (KindObserver observer = observer(Set.of("good.org"))) {
            server.serves("good.org", "goods", "betters");
            timers.advance(Duration.ofMinutes(15));
            assertThat(told).hasSize(2).last().asString().contains("betters.v1.good.org");
            assertThat(server.requests).doesNotContain("/api");
        }
    }

    @Test
    void W41_a_server_that_still_serves_a_version_or_a_name_of_before_is_asked_again() {
        server.answers.put("/apis/good.org/v1beta1", server.answers.get("/apis/good.org/v1"));
        server.answers.put(
                "/apis",
                Objects.requireNonNull(server.answers.get("/apis"))
                        .replace(
                                "\"good.org\", \"versions\": [",
                                "\"good.org\", \"versions\": [{\"version\": \"v1beta1\"}, "));
        try (KindObserver observer = observer(null)) {
            assertThat(told).last().asString().contains("goods.v1beta1.good.org");
            server.tell("ADDED", crd("good.org", "goods", true));
            timers.advance(Duration.ofSeconds(1));
            server.groups("apiextensions.k8s.io", "good.org", "bad.org");
            timers.advance(Duration.ofSeconds(5));
            assertThat(told).hasSize(2).last().asString().doesNotContain("v1beta1");

            server.tell(
                    "MODIFIED",
                    crd("good.org", "goods", true).replace("\"plural\"", "\"shortNames\": [\"gg\"], \"plural\""));
            timers.advance(Duration.ofSeconds(1));
            assertThat(shortNames).doesNotContain("gg");
            server.answers.computeIfPresent(
                    "/apis/good.org/v1",
                    (path, answer) -> answer.replace("\"verbs\"", "\"shortNames\": [\"gg\"], \"verbs\""));
            timers.advance(Duration.ofSeconds(5));
            assertThat(shortNames).contains("gg");
            assertThat(observer.outage()).isNull();
        }
    }

    @Test
    void W41_a_kind_whose_crd_was_made_again_with_another_scope_is_noticed_though_the_server_is_behind() {
        try (KindObserver observer = observer(null)) {
            server.tell("ADDED", crd("good.org", "goods", true));
            timers.advance(Duration.ofSeconds(1));
            server.tell("DELETED", crd("good.org", "goods", true));
            server.tell(
                    "ADDED",
                    crd("good.org", "goods", true)
                            .replace("uid-goods", "uid-2")
                            .replace("\"versions\"", "\"scope\": \"Cluster\", \"versions\""));
            timers.advance(Duration.ofSeconds(1));
            assertThat(told).hasSize(1);
            server.answers.computeIfPresent(
                    "/apis/good.org/v1",
                    (path, answer) -> answer.replace("\"namespaced\": true", "\"namespaced\": false"));
            timers.advance(Duration.ofSeconds(5));
            assertThat(told).hasSize(2);
        }
    }
}

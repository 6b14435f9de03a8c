package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kopf.runtime.internal.CapturedLog;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.http.StandardHttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class SparingTokenRefreshTest {

    private final Counting headers = new Counting();
    private final Counting renewals = new Counting();
    private Instant now = Instant.parse("2026-11-22T00:00:00Z");

    @Test
    void without_credentials_a_token_is_looked_for_once_a_minute() {
        SparingTokenRefresh sparing = sparing(config().build());
        ask(sparing, 3);
        assertThat(renewals.asked).isZero();
        now = now.plus(Duration.ofMinutes(1));
        ask(sparing, 3);
        assertThat(renewals.asked).isEqualTo(1);
        now = now.plus(Duration.ofMinutes(1));
        ask(sparing, 3);
        assertThat(renewals.asked).isEqualTo(2);
        assertThat(headers.asked).isZero();
    }

    @Test
    void a_token_goes_with_every_request_and_is_renewed_once_a_minute() {
        ask(sparing(config().withAutoOAuthToken("of an account").build()), 3);
        ask(sparing(config().withOauthToken("of a user").build()), 3);
        SparingTokenRefresh sparing =
                sparing(config().withOauthTokenProvider(() -> "of a provider").build());
        ask(sparing, 3);
        assertThat(headers.asked).isEqualTo(9);
        assertThat(renewals.asked).isZero();
        now = now.plus(Duration.ofMinutes(1));
        ask(sparing, 3);
        assertThat(headers.asked).isEqualTo(12);
        assertThat(renewals.asked).isEqualTo(1);
    }

    @Test
    void a_name_goes_with_every_request() {
        ask(sparing(config().withUsername("me").withPassword("secret").build()), 3);
        assertThat(headers.asked).isEqualTo(3);
    }

    @Test
    void a_token_that_was_found_goes_with_every_request() {
        Config config = config().build();
        SparingTokenRefresh sparing = sparing(config);
        config.setAutoOAuthToken("found");
        ask(sparing, 3);
        assertThat(headers.asked).isEqualTo(3);
    }

    @Test
    void a_refused_request_is_sent_again_with_a_new_token() {
        SparingTokenRefresh sparing = sparing(config().build());
        StandardHttpRequest.Builder request = request();
        assertThat(sparing.afterFailure(request, answer(401), null)).isCompletedWithValue(true);
        assertThat(request.build().header("Authorization")).isEqualTo("Bearer new");
        assertThat(sparing.afterFailure(request, answer(403), null)).isCompletedWithValue(false);
        assertThat(renewals.failures).isEqualTo(1);
    }

    @Test
    void R2_a_program_of_the_kubeconfig_that_hangs_holds_up_no_request_and_is_started_three_times_at_most()
            throws InterruptedException {
        CountDownLatch programs = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(3);
        CountDownLatch ended = new CountDownLatch(3);
        AtomicInteger count = new AtomicInteger();
        Counting hanging = new Counting() {
            @Override
            public void before(BasicBuilder headers, HttpRequest request, RequestTags tags) {
                count.incrementAndGet();
                started.countDown();
                try {
                    programs.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                } finally {
                    ended.countDown();
                }
            }
        };
        TokenRenewal renewal = new TokenRenewal(() -> hanging, HttpClients.background(), Duration.ofMillis(10));
        SparingTokenRefresh sparing = new SparingTokenRefresh(
                headers, renewal, config().withAutoOAuthToken("old").build(), () -> now);
        try (CapturedLog log = new CapturedLog("kopf.watching")) {
            for (int i = 1; i <= 5; i++) {
                now = now.plus(Duration.ofMinutes(1));
                ask(sparing, 1);
                assertThat(headers.asked).isEqualTo(i);
                int said = Math.min(i, 3);
                await().untilAsserted(() -> assertThat(log.messages()).hasSize(said));
            }
            assertThat(log.messages().get(0))
                    .startsWith("The token for the API server cannot be renewed: that takes longer than");
            started.await();
            assertThat(count).hasValue(3);
        }
        programs.countDown();
        ended.await();

        await().untilAsserted(
                        () -> { // there is one more as soon as the ends of the others are counted
                            now = now.plus(Duration.ofMinutes(1));
                            ask(sparing, 1);
                            assertThat(count).hasValueGreaterThan(3);
                        });
    }

    @Test
    void one_renewal_is_for_all_who_wait() {
        Deque<Runnable> tasks = new ArrayDeque<>();
        SparingTokenRefresh sparing = new SparingTokenRefresh(
                headers, new TokenRenewal(() -> renewals, tasks::add, TokenRenewal.LIMIT), config().build(), () -> now);
        List<StandardHttpRequest.Builder> requests = List.of(request(), request(), request());
        List<CompletableFuture<Boolean>> answers = requests.stream()
                .map(request -> sparing.afterFailure(request, answer(401), null))
                .toList();
        assertThat(tasks).hasSize(1);
        tasks.remove().run();

        assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompletedWithValue(true));
        assertThat(requests)
                .allSatisfy(request ->
                        assertThat(request.build().header("Authorization")).isEqualTo("Bearer new"));
        assertThat(renewals.failures).isEqualTo(1);
    }

    @Test
    void a_renewal_that_fails_says_so_and_leaves_the_answer_as_it_is() {
        Counting failing = new Counting() {
            @Override
            public CompletableFuture<Boolean> afterFailure(
                    BasicBuilder headers, HttpResponse<?> response, RequestTags tags) {
                throw new IllegalStateException("no such program");
            }
        };
        SparingTokenRefresh sparing = new SparingTokenRefresh(
                headers,
                new TokenRenewal(() -> failing, Runnable::run, TokenRenewal.LIMIT),
                config().build(),
                () -> now);
        try (CapturedLog log = new CapturedLog("kopf.watching")) {
            for (int i = 0; i < 5; i++) {
                assertThat(sparing.afterFailure(request(), answer(401), null)).isCompletedWithValue(false);
            }
            assertThat(log.messages())
                    .hasSize(5)
                    .contains(
                            "The token for the API server cannot be renewed: no such program. Requests go on with the one"
                                    + " that is there.");
        }
    }

    private SparingTokenRefresh sparing(Config config) {
        return new SparingTokenRefresh(
                headers, new TokenRenewal(() -> renewals, Runnable::run, TokenRenewal.LIMIT), config, () -> now);
    }

    private static void ask(SparingTokenRefresh sparing, int times) {
        for (int i = 0; i < times; i++) {
            StandardHttpRequest.Builder request = request();
            sparing.before(request, request.build(), null);
        }
    }

    private static StandardHttpRequest.Builder request() {
        StandardHttpRequest.Builder request = new StandardHttpRequest.Builder();
        request.uri("https://localhost/");
        return request;
    }

    private static ConfigBuilder config() {
        return new ConfigBuilder(Config.empty());
    }

    private static HttpResponse<Void> answer(int code) {
        return new HttpResponse<>() {
            @Override
            public int code() {
                return code;
            }

            @Override
            public Void body() {
                throw new UnsupportedOperationException("nobody reads it");
            }

            @Override
            public HttpRequest request() {
                throw new UnsupportedOperationException("nobody asks");
            }

            @Override
            public Optional<HttpResponse<?>> previousResponse() {
                return Optional.empty();
            }

            @Override
            public List<String> headers(String key) {
                return List.of();
            }

            @Override
            public Map<String, List<String>> headers() {
                return Map.of();
            }
        };
    }

    /** Counts what it is asked. */
    private static class Counting implements Interceptor {

        private int asked;
        private int failures;

        @Override
        public void before(BasicBuilder headers, HttpRequest request, RequestTags tags) {
            asked++;
        }

        @Override
        public CompletableFuture<Boolean> afterFailure(
                BasicBuilder headers, HttpResponse<?> response, RequestTags tags) {
            failures++;
            headers.header("Authorization", "Bearer old");
            headers.setHeader("Authorization", "Bearer new");
            return CompletableFuture.completedFuture(true);
        }
    }
}

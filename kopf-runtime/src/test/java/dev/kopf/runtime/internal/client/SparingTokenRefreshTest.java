package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.http.StandardHttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SparingTokenRefreshTest {

    private Instant now = Instant.parse("2026-11-22T00:00:00Z");

    @Test
    void without_credentials_a_token_is_looked_for_once_a_minute() {
        Counting refresh = new Counting();
        SparingTokenRefresh sparing = sparing(refresh, config().build());
        ask(sparing, 3);
        assertThat(refresh.asked).isZero();
        now = now.plus(Duration.ofMinutes(1));
        ask(sparing, 3);
        assertThat(refresh.asked).isEqualTo(1);
        now = now.plus(Duration.ofMinutes(1));
        ask(sparing, 3);
        assertThat(refresh.asked).isEqualTo(2);
    }

    @Test
    void a_token_goes_with_every_request() {
        Counting refresh = new Counting();
        ask(sparing(refresh, config().withAutoOAuthToken("of an account").build()), 3);
        ask(sparing(refresh, config().withOauthToken("of a user").build()), 3);
        ask(
                sparing(
                        refresh,
                        config().withOauthTokenProvider(() -> "of a provider").build()),
                3);
        assertThat(refresh.asked).isEqualTo(9);
    }

    @Test
    void a_name_goes_with_every_request() {
        Counting refresh = new Counting();
        ask(sparing(refresh, config().withUsername("me").withPassword("secret").build()), 3);
        assertThat(refresh.asked).isEqualTo(3);
    }

    @Test
    void a_token_that_was_found_goes_with_every_request() {
        Counting refresh = new Counting();
        Config config = config().build();
        SparingTokenRefresh sparing = sparing(refresh, config);
        config.setAutoOAuthToken("found");
        ask(sparing, 3);
        assertThat(refresh.asked).isEqualTo(3);
    }

    @Test
    void a_refused_request_asks_at_once() {
        Counting refresh = new Counting();
        SparingTokenRefresh sparing = sparing(refresh, config().build());
        assertThat(sparing.afterFailure(request(), null, null)).isCompletedWithValue(true);
        assertThat(refresh.failures).isEqualTo(1);
    }

    private SparingTokenRefresh sparing(Interceptor refresh, Config config) {
        return new SparingTokenRefresh(refresh, config, () -> now);
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

    /** Counts what it is asked. */
    private static final class Counting implements Interceptor {

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
            return CompletableFuture.completedFuture(true);
        }
    }
}

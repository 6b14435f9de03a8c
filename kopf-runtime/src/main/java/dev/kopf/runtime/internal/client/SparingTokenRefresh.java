package dev.kopf.runtime.internal.client;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.utils.TokenRefreshInterceptor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends tokens along as fabric8 does, but renews them, or looks for one that is not there, beside the requests and once a minute only.
 * From its second minute on fabric8 does so in the thread that asks, which may be that of all timers; and where there is no token, as with
 * a client certificate, it reads and parses the kubeconfig before each request. Safe for use by several threads.
 */
final class SparingTokenRefresh implements Interceptor {

    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration NEVER = Duration.ofDays(365_000);
    private static final int UNAUTHORIZED = 401;

    private final Interceptor headers;
    private final TokenRenewal renewal;
    private final Config config;
    private final InstantSource time;
    private final AtomicReference<Instant> nextLook;

    /** @param headers sends along what there is */
    SparingTokenRefresh(Interceptor headers, TokenRenewal renewal, Config config, InstantSource time) {
        this.headers = headers;
        this.renewal = renewal;
        this.config = config;
        this.time = time;
        this.nextLook = new AtomicReference<>(time.instant().plus(INTERVAL));
    }

    /** For all clients of a configuration: it keeps the token. */
    static SparingTokenRefresh of(HttpClient.Factory factory, Config config) {
        InstantSource time = InstantSource.system();
        TokenRenewal renewal = new TokenRenewal(
                () -> new TokenRefreshInterceptor(config, factory, Instant.EPOCH), // for which it is always time
                HttpClients.background(),
                TokenRenewal.LIMIT);
        Interceptor headers =
                new TokenRefreshInterceptor(config, factory, time.instant().plus(NEVER));
        return new SparingTokenRefresh(headers, renewal, config, time);
    }

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        if (isTimeToLook()) {
            renewal.begin();
        }
        if (hasCredentials()) {
            headers.before(builder, request, tags);
        }
    }

    @Override
    public CompletableFuture<Boolean> afterFailure(BasicBuilder builder, HttpResponse<?> response, RequestTags tags) {
        if (response.code() != UNAUTHORIZED) {
            return CompletableFuture.completedFuture(false);
        }
        return renewal.after(response, tags).thenApply(header -> {
            header.ifPresent(value -> builder.setHeader(TokenRefreshInterceptor.AUTHORIZATION, value));
            return header.isPresent();
        });
    }

    /** Whether there is, or may be, something to send along with a request. */
    private boolean hasCredentials() {
        return config.getOauthTokenProvider() != null
                || config.getAuthProvider() != null
                || isThere(config.getOauthToken())
                || isThere(config.getAutoOAuthToken())
                || isThere(config.getUsername());
    }

    private boolean isTimeToLook() {
        Instant now = time.instant();
        Instant next = nextLook.get();
        return !now.isBefore(next) && nextLook.compareAndSet(next, now.plus(INTERVAL));
    }

    private static boolean isThere(@Nullable String credential) {
        return credential != null && !credential.isEmpty();
    }
}

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
 * Refreshes tokens as fabric8 does, but looks for one that is not there once a minute only. From its second minute on fabric8 reads and
 * parses the kubeconfig before each request where there is no token, as with a client certificate. Safe for use by several threads.
 */
final class SparingTokenRefresh implements Interceptor {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Interceptor refresh;
    private final Config config;
    private final InstantSource time;
    private final AtomicReference<Instant> nextLook;

    SparingTokenRefresh(Interceptor refresh, Config config, InstantSource time) {
        this.refresh = refresh;
        this.config = config;
        this.time = time;
        this.nextLook = new AtomicReference<>(time.instant().plus(INTERVAL));
    }

    /** Puts it in the place of fabric8's. */
    static void in(HttpClient.Builder builder, HttpClient.Factory factory, Config config) {
        InstantSource time = InstantSource.system();
        Interceptor refresh = new TokenRefreshInterceptor(config, factory, time.instant());
        builder.addOrReplaceInterceptor(TokenRefreshInterceptor.NAME, new SparingTokenRefresh(refresh, config, time));
    }

    @Override
    public void before(BasicBuilder headers, HttpRequest request, RequestTags tags) {
        if (hasCredentials() || isTimeToLook()) {
            refresh.before(headers, request, tags);
        }
    }

    @Override
    public CompletableFuture<Boolean> afterFailure(BasicBuilder headers, HttpResponse<?> response, RequestTags tags) {
        return refresh.afterFailure(headers, response, tags);
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

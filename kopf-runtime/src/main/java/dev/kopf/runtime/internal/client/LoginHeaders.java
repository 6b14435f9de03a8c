package dev.kopf.runtime.internal.client;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.utils.TokenRefreshInterceptor;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends along the credentials that there are at that moment. Safe for use by several threads. */
final class LoginHeaders implements Interceptor {

    private final Supplier<@Nullable String> current;
    private final Function<@Nullable String, CompletableFuture<Optional<String>>> refused;

    /**
     * @param current the header as it is now
     * @param refused the header to repeat a request with whose header was refused; empty where it is not to be repeated
     */
    LoginHeaders(
            Supplier<@Nullable String> current,
            Function<@Nullable String, CompletableFuture<Optional<String>>> refused) {
        this.current = current;
        this.refused = refused;
    }

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        String header = current.get();
        if (header != null) {
            builder.setHeader(TokenRefreshInterceptor.AUTHORIZATION, header);
        }
    }

    @Override
    public CompletableFuture<Boolean> afterFailure(BasicBuilder builder, HttpResponse<?> response, RequestTags tags) {
        if (response.code() != LoginTransport.UNAUTHORIZED) {
            return CompletableFuture.completedFuture(false);
        }
        return refused.apply(response.request().header(TokenRefreshInterceptor.AUTHORIZATION))
                .thenApply(header -> {
                    header.ifPresent(value -> builder.setHeader(TokenRefreshInterceptor.AUTHORIZATION, value));
                    return header.isPresent();
                });
    }
}

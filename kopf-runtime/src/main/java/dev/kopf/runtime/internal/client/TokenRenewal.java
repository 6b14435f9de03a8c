package dev.kopf.runtime.internal.client;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews a token in a thread of its own, one renewal at a time, within a limit. For a renewal fabric8 runs the program that a kubeconfig
 * names, as those of EKS and GKE do, and waits for its end, however long that takes. Safe for use by several threads.
 */
final class TokenRenewal {

    /** Less than a request has, which may wait for a renewal: it is to fail with what the server says. */
    static final Duration LIMIT = Duration.ofSeconds(25);

    /** Programs that hang cannot be ended, and are not to become many. */
    private static final int MOST_HANGING = 3;

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.watching");

    private final Supplier<Interceptor> fresh;
    private final Executor threads;
    private final Duration limit;
    private @Nullable CompletableFuture<Optional<String>> underWay;
    private int running;

    /**
     * @param fresh makes what renews a token, which keeps it where all find it
     * @param threads runs a renewal
     * @param limit how long one may take
     */
    TokenRenewal(Supplier<Interceptor> fresh, Executor threads, Duration limit) {
        this.fresh = fresh;
        this.threads = threads;
        this.limit = limit;
    }

    /** Begins to renew the token, unless that is under way. */
    void begin() {
        CompletableFuture<Optional<String>> unused = join(header -> {
            fresh.get().before(header, null, null);
            return CompletableFuture.completedFuture(true);
        });
    }

    /** The header with a new token, after the old one was refused; empty where there is none. */
    CompletableFuture<Optional<String>> after(HttpResponse<?> refusal, Interceptor.RequestTags tags) {
        return join(header -> fresh.get().afterFailure(header, refusal, tags));
    }

    private CompletableFuture<Optional<String>> join(Function<Header, CompletableFuture<Boolean>> how) {
        CompletableFuture<Optional<String>> renewed = new CompletableFuture<>();
        CompletableFuture<Optional<String>> limited;
        synchronized (this) {
            if (underWay != null && !underWay.isDone()) {
                return underWay;
            }
            if (running >= MOST_HANGING) {
                return CompletableFuture.completedFuture(Optional.empty()); // it was said of each of them
            }
            running++;
            limited = renewed.orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS).exceptionally(this::failed);
            underWay = limited;
        }
        try {
            threads.execute(() -> renew(how, renewed));
        } catch (RuntimeException | Error e) { // the system gives no thread
            ended();
            renewed.completeExceptionally(e);
        }
        return limited;
    }

    private synchronized void ended() {
        running--;
    }

    private void renew(Function<Header, CompletableFuture<Boolean>> how, CompletableFuture<Optional<String>> renewed) {
        Header header = new Header();
        try {
            CompletableFuture<Void> unused = how.apply(header).handle((success, failure) -> {
                if (failure == null) {
                    renewed.complete(Optional.ofNullable(header.value));
                } else {
                    renewed.completeExceptionally(HttpTransport.cause(failure));
                }
                return null;
            });
        } catch (RuntimeException | Error e) {
            renewed.completeExceptionally(e);
        } finally {
            ended();
        }
    }

    private Optional<String> failed(Throwable failure) {
        String problem = failure instanceof TimeoutException
                ? "that takes longer than " + limit.toSeconds()
                        + " s; a program that the kubeconfig names hangs, perhaps"
                : Answers.message(HttpTransport.cause(failure));
        LOGGER.warn(
                "The token for the API server cannot be renewed: {}. Requests go on with the one that is there.",
                problem);
        return Optional.empty();
    }

    /** Takes a token as a request would. */
    private static final class Header implements BasicBuilder {

        private volatile @Nullable String value;

        @Override
        public BasicBuilder uri(URI uri) {
            return this;
        }

        /** With the token that was there before. */
        @Override
        public BasicBuilder header(String name, String old) {
            return this;
        }

        @Override
        public BasicBuilder setHeader(String name, String renewed) {
            value = renewed;
            return this;
        }
    }
}

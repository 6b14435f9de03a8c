package dev.kopf.maven;

import dev.kopf.codegen.model.CrdInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Gets what is behind a URL, within bounds of size and time, whatever the server does. */
final class Network {

    private final ProxySelector proxies;
    private final @Nullable Authenticator passwords;
    private final Limits limits;

    /**
     * @param proxies which proxy is for which URL
     * @param passwords those of proxies; null for none
     */
    Network(ProxySelector proxies, @Nullable Authenticator passwords, Limits limits) {
        this.proxies = proxies;
        this.passwords = passwords;
        this.limits = limits;
    }

    /**
     * How much, and how long.
     *
     * @param size in bytes
     * @param time for all of it
     */
    record Limits(int size, Duration time) {

        /** More than any bundle of CRDs needs. */
        static final Limits DEFAULT = new Limits(CrdInput.MAX_FILE_SIZE, Duration.ofMinutes(2));
    }

    /** @param uri of the scheme {@code http}, {@code https} or {@code file} */
    byte[] get(URI uri) throws IOException {
        if ("file".equals(uri.getScheme())) {
            try (InputStream stream = uri.toURL().openStream()) {
                byte[] content = stream.readNBytes(limits.size() + 1);
                if (content.length > limits.size()) {
                    throw tooLarge();
                }
                return content;
            }
        }
        HttpClient.Builder client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(limits.time())
                .proxy(proxies);
        if (passwords != null) {
            client.authenticator(passwords);
        }
        HttpRequest request;
        try {
            request = HttpRequest.newBuilder(uri).build();
        } catch (IllegalArgumentException e) {
            throw new IOException("not a URL: " + e.getMessage(), e);
        }
        return within(client.build().sendAsync(request, this::body));
    }

    private byte[] within(CompletableFuture<HttpResponse<byte[]>> response) throws IOException {
        try {
            HttpResponse<byte[]> answer = response.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != 200) {
                // The answer of a proxy that opens no tunnel: it has no body, and nobody was asked for one.
                throw new IOException(reason(answer.statusCode()));
            }
            return answer.body();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("it takes longer than " + limits.time().toSeconds() + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            response.cancel(true); // Ends the connection where it is not at its end.
        }
    }

    private HttpResponse.BodySubscriber<byte[]> body(HttpResponse.ResponseInfo response) {
        Body body = new Body();
        if (response.statusCode() != 200) {
            body.fail(new IOException(reason(response.statusCode())));
        }
        return body;
    }

    private static String reason(int status) {
        return status == 407
                ? "the proxy wants a name and a password, or others than those of Maven's settings. For https URLs, Java gives"
                        + " a proxy a password as it is (Basic) only where MAVEN_OPTS has"
                        + " -Djdk.http.auth.tunneling.disabledSchemes= with nothing behind it: status 407"
                : "the server answers with status " + status;
    }

    private IOException tooLarge() {
        return new IOException("more than " + limits.size() + " bytes");
    }

    /** Takes what comes, up to the limit. Its methods are called one after the other. */
    private final class Body implements HttpResponse.BodySubscriber<byte[]> {

        private final CompletableFuture<byte[]> content = new CompletableFuture<>();
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private Flow.@Nullable Subscription subscription;

        void fail(IOException e) {
            content.completeExceptionally(e);
            if (subscription != null) {
                subscription.cancel();
            }
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return content;
        }

        @Override
        public void onSubscribe(Flow.Subscription wanted) {
            subscription = wanted;
            if (content.isDone()) {
                wanted.cancel();
            } else {
                wanted.request(Long.MAX_VALUE);
            }
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                if (taken.size() + buffer.remaining() > limits.size()) {
                    fail(tooLarge());
                    return;
                }
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                taken.writeBytes(bytes);
            }
        }

        @Override
        public void onError(Throwable e) {
            content.completeExceptionally(e);
        }

        @Override
        public void onComplete() {
            content.complete(taken.toByteArray());
        }
    }
}

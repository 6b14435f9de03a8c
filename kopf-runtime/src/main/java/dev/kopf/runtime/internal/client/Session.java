package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.handler.Credentials;
import io.fabric8.kubernetes.client.Config;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Credentials that are in use.
 *
 * @param credentials what the server is told
 * @param access the connections
 * @param header what goes along with each request over these connections, for whatever session; null for nothing
 * @param since from when on
 */
record Session(Credentials credentials, Access access, AtomicReference<@Nullable String> header, Instant since) {

    /** What is left of the time when new ones are asked for. */
    private static final int RESERVE = 5;

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** What the author's client is to send after a refusal of what it has sent. */
    interface Renewal
            extends BiFunction<
                    AtomicReference<@Nullable String>, @Nullable String, CompletableFuture<Optional<String>>> {}

    /** With connections of its own. */
    static Session open(Credentials credentials, Instant now, Renewal renewal) {
        AtomicReference<@Nullable String> header = new AtomicReference<>(LoginConfig.header(credentials));
        Config config = LoginConfig.of(credentials);
        Access access = credentials.kubeconfig() != null
                ? Access.by(config)
                : Access.by(
                        config,
                        (factory, any) -> new LoginHeaders(
                                header::get, refused -> CompletableFuture.completedFuture(Optional.empty())),
                        (factory, any) -> new LoginHeaders(header::get, refused -> renewal.apply(header, refused)));
        return new Session(credentials, access, header, now);
    }

    /** With other credentials: over the same connections, if they serve for them. */
    Session next(Credentials other, Instant now, Renewal renewal) {
        if (!credentials.sharesConnectionsWith(other)) {
            return open(other, now, renewal);
        }
        header.set(LoginConfig.header(other));
        return new Session(other, access, header, now);
    }

    /** Whether their time is over (AU-6). */
    static boolean isOver(Credentials credentials, Instant now) {
        Instant expiry = credentials.expiry();
        return expiry != null && !now.isBefore(expiry);
    }

    boolean isOver(Instant now) {
        return isOver(credentials, now);
    }

    /** How long to wait before new ones are asked for, which is before these expire; null for ever. */
    @Nullable
    Duration renewal() {
        Instant expiry = credentials.expiry();
        if (expiry == null) {
            return null;
        }
        Duration left = Duration.between(since, expiry);
        Duration early = left.minus(left.dividedBy(RESERVE));
        return early.compareTo(SHORTEST) < 0 ? SHORTEST : early;
    }
}

package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.handler.Credentials;
import dev.kopf.runtime.handler.RetryPolicy;
import dev.kopf.runtime.handler.TemporaryException;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Talks to the API server with credentials that handlers give (AU-1…AU-6). They are asked for when somebody needs them, before they expire,
 * and when the server has refused them; then requests wait, and nothing goes to the server. What still has no credentials after a while
 * fails as it does when the server cannot be reached, and is tried again as that is. Safe for use by several threads.
 */
final class LoginTransport implements Transport {

    static final int UNAUTHORIZED = 401;

    /** Credentials that were good for so long were no mistake: new ones are asked for at once. */
    static final Duration STEADY = Duration.ofMinutes(1);

    /** What is under way over connections that are replaced has so long to end. */
    static final Duration LINGER = Duration.ofMinutes(1);

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.login");

    private final CredentialSource source;
    private final Timers timers;
    private final DoubleSupplier chance;
    private final Refusals refusals = new Refusals();
    private final LoginWaiters waiters;
    private final List<CompletableFuture<@Nullable String>> logins = new ArrayList<>();
    private final Set<Access> replaced = new LinkedHashSet<>();
    private @Nullable Session session;
    private Timers.@Nullable Timer next;
    private String problem = "";
    private @Nullable Instant missing;
    private int failures;
    private boolean wasRefused;
    private boolean asking;
    private boolean closed;

    LoginTransport(CredentialSource source, Timers timers, DoubleSupplier chance) {
        this.source = source;
        this.timers = timers;
        this.chance = chance;
        this.waiters = new LoginWaiters(timers);
    }

    /** Asks for credentials unless there are some; completes with why there are none, or with null. */
    CompletableFuture<@Nullable String> logIn() {
        CompletableFuture<@Nullable String> login = new CompletableFuture<>();
        synchronized (this) {
            if (usable() != null) {
                return CompletableFuture.completedFuture(null);
            }
            logins.add(login);
            miss();
        }
        ask();
        return login;
    }

    /** That there are no credentials, with what the handlers say of it; null while nobody needed any, and where there are some. */
    @Nullable
    Outage outage() {
        String said = source.failure(); // without the monitor, which requests need
        synchronized (this) {
            return usable() != null || missing == null ? null : new Outage("the API server", why(said), missing);
        }
    }

    /** @param said what the handlers say, which are asked at this moment; empty where they say nothing */
    private String why(String said) {
        return "There are no credentials for it: " + (said.isEmpty() ? problem : said);
    }

    @Override
    public synchronized String server() {
        return session == null
                ? "the address that the login handlers give"
                : session.access().transport().server();
    }

    @Override
    public CompletableFuture<ApiResponse> send(ApiRequest request) {
        return session()
                .thenCompose(first -> send(request, first).thenCompose(answer -> {
                    if (answer.status() != UNAUTHORIZED) {
                        return CompletableFuture.completedFuture(answer);
                    }
                    return session()
                            .thenCompose(second -> send(request, second))
                            .thenApply(LoginTransport::accepted);
                }));
    }

    private CompletableFuture<ApiResponse> send(ApiRequest request, Session by) {
        return by.access().transport().send(request).whenComplete((answer, failure) -> {
            if (answer != null && answer.status() == UNAUTHORIZED) {
                refused(by);
            }
        });
    }

    private static ApiResponse accepted(ApiResponse answer) {
        if (answer.status() == UNAUTHORIZED) {
            throw new CompletionException(
                    new IOException("It refused the credentials of the login handlers: " + Answers.message(answer)));
        }
        return answer;
    }

    @Override
    public Stream stream(ApiRequest request, Listener listener) {
        AwaitedStream stream = new AwaitedStream(listener);
        CompletableFuture<Void> unused = session()
                .thenAccept(
                        by -> stream.open(heard -> by.access().transport().stream(request, heard), () -> refused(by)))
                .exceptionally(failure -> {
                    stream.onEnd(new End.Broken(HttpTransport.cause(failure)));
                    return null;
                });
        return stream;
    }

    /** fabric8's client; waits for credentials. */
    KubernetesClient client() {
        try {
            return session().get().access().client();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TemporaryException("Interrupted while waiting for credentials.", null, e);
        } catch (ExecutionException e) {
            throw new TemporaryException(Answers.message(HttpTransport.cause(e)), null, e);
        }
    }

    private CompletableFuture<Session> session() {
        CompletableFuture<Session> found;
        synchronized (this) {
            if (closed) {
                return CompletableFuture.failedFuture(ended());
            }
            Session usable = usable();
            if (usable != null) {
                return CompletableFuture.completedFuture(usable);
            }
            found = waiters.add(this::none);
        }
        want();
        return found;
    }

    private IOException none() {
        String said = source.failure();
        synchronized (this) {
            return new IOException(why(said));
        }
    }

    private static IOException ended() {
        return new IOException("The operator has ended.");
    }

    /** The session, unless it was refused, or its time is over. */
    private @Nullable Session usable() {
        return session == null || missing != null || session.isOver(timers.instant()) ? null : session;
    }

    /** Somebody needs credentials: they are asked for, unless that is under way, or is to be waited with. */
    private void want() {
        synchronized (this) {
            if (usable() != null) {
                return; // they have come meanwhile
            }
            boolean isNews = miss();
            if (asking || (next != null && !isNews)) {
                return; // new ones are asked for already, or after a pause; a renewal that is still to come is no pause
            }
        }
        ask();
    }

    /** Notes that credentials are needed, and not there; says whether that is news. */
    private boolean miss() {
        boolean isNews = missing == null;
        if (isNews) {
            missing = timers.instant();
            problem = session == null
                    ? "The login handlers have not given any yet."
                    : "Those that there were have expired.";
        }
        return isNews;
    }

    private void ask() {
        synchronized (this) {
            if (asking || closed) {
                return;
            }
            asking = true;
            cancelNext();
        }
        CompletableFuture<Void> unused = asked().handle((answer, bug) -> {
            answered(
                    bug == null
                            ? answer
                            : new CredentialSource.Answer(null, Answers.message(HttpTransport.cause(bug))));
            return null;
        });
    }

    /** What is thrown is told of as any failure: else nobody would ask again. */
    private CompletableFuture<CredentialSource.Answer> asked() {
        try {
            return source.ask(this::objection);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void cancelNext() {
        if (next != null) {
            next.cancel();
            next = null;
        }
    }

    private void schedule(Duration delay) {
        cancelNext();
        next = timers.after(delay, this::ask);
    }

    /** Why credentials are of no use; null where they may be. */
    private @Nullable String objection(Credentials credentials) {
        Instant now = timers.instant();
        if (Session.isOver(credentials, now)) {
            return "its credentials have expired at " + credentials.expiry();
        }
        synchronized (this) {
            if (refusals.contains(credentials, now)) {
                return "the API server has refused its credentials less than " + Refusals.TIME.toSeconds() + " s ago";
            }
            if (session != null && session.credentials().sharesConnectionsWith(credentials)) {
                return null;
            }
        }
        return LoginConfig.problem(credentials);
    }

    private void answered(CredentialSource.Answer answer) {
        List<CompletableFuture<Session>> helped = List.of();
        List<CompletableFuture<@Nullable String>> told;
        String failure = answer.failure();
        Session good = null;
        try {
            good = made(answer.credentials());
        } catch (RuntimeException | Error e) { // its message may show what it is about
            failure =
                    "What a login handler gave cannot be used: " + e.getClass().getSimpleName() + ".";
        }
        Session found = good;
        boolean isLate;
        Runnable toSay = () -> {};
        synchronized (this) {
            asking = false;
            told = List.copyOf(logins);
            logins.clear();
            isLate = closed;
            if (found == null && !isLate) {
                toSay = failed(failure);
            } else if (found != null && !isLate) {
                toSay = use(found);
                helped = waiters.all();
            }
        }
        if (found != null && isLate) {
            found.access().close();
        }
        String why = isLate ? ended().getMessage() : found == null ? failure : null;
        told.forEach(each -> each.complete(why));
        helped.forEach(each -> each.complete(found));
        toSay.run(); // without the monitor: each request needs it, and who logs may wait for one of them
    }

    /** What is to be said of it. */
    private Runnable failed(String why) {
        failures++;
        problem = why;
        Duration pause = RetryPolicy.HANDLERS.delay(failures, chance.getAsDouble());
        String what = usable() == null
                ? "There are no credentials for the API server"
                : "There are no new credentials for the API server; the old ones are used until they expire";
        schedule(pause);
        return () -> LOGGER.warn("{}. {} The handlers are asked again in {} s.", what, why, pause.toMillis() / 1000.0);
    }

    /** Without the monitor held: a program that a kubeconfig names may be asked, and take its time. */
    private @Nullable Session made(@Nullable Credentials credentials) {
        if (credentials == null) {
            return null;
        }
        Session old;
        synchronized (this) {
            old = session;
        }
        Instant now = timers.instant();
        return old == null ? Session.open(credentials, now, this::another) : old.next(credentials, now, this::another);
    }

    /** It is used from now on; what is to be said of that. */
    private Runnable use(Session good) {
        Session old = session;
        if (old != null && !wasRefused && isSteady(old, good.since())) {
            failures = 0;
        }
        wasRefused = false;
        session = good;
        missing = null;
        problem = "";
        if (old != null && !old.access().equals(good.access())) {
            replaced.add(old.access());
            Timers.Timer unused = timers.after(LINGER, () -> end(old.access()));
        }
        Duration renewal = good.renewal();
        if (renewal != null) {
            schedule(renewal);
        }
        return () -> LOGGER.info(
                "Logged in to the API server at {}.", good.access().transport().server());
    }

    private static boolean isSteady(Session session, Instant until) {
        return Duration.between(session.since(), until).compareTo(STEADY) >= 0;
    }

    /** What the author's client sends after a refusal: it waits as our own requests do. */
    private CompletableFuture<Optional<String>> another(
            AtomicReference<@Nullable String> header, @Nullable String refused) {
        Session now;
        synchronized (this) {
            now = session;
        }
        if (now != null && now.header() == header && Objects.equals(header.get(), refused)) {
            refused(now);
        }
        return session()
                .handle((next, none) ->
                        next != null && next.header() == header ? Optional.ofNullable(header.get()) : Optional.empty());
    }

    /** The server has refused the credentials of a session; those that are in use by now may be others. */
    private void refused(Session refused) {
        Duration pause;
        synchronized (this) {
            if (closed || !refused.equals(session) || missing != null) {
                return;
            }
            Instant now = timers.instant();
            if (refused.credentials().kubeconfig() == null) { // whose text says nothing of the token
                refusals.add(refused.credentials(), now);
            }
            wasRefused = true;
            boolean steady = isSteady(refused, now);
            failures = steady ? 0 : failures + 1;
            pause = steady ? Duration.ZERO : RetryPolicy.HANDLERS.delay(failures, chance.getAsDouble());
            missing = now;
            problem = "It has refused those of the login handlers.";
            if (!asking) {
                schedule(pause);
            }
        }
        LOGGER.warn(
                "The API server has refused the credentials of the login handlers. Others are asked for in {} s.",
                pause.toMillis() / 1000.0);
    }

    private void end(Access access) {
        boolean isOpen;
        synchronized (this) {
            isOpen = replaced.remove(access);
        }
        if (isOpen) {
            access.close();
        }
    }

    @Override
    public void close() {
        List<CompletableFuture<Session>> disappointed;
        List<Access> open;
        synchronized (this) {
            closed = true;
            cancelNext();
            disappointed = waiters.all();
            open = new ArrayList<>(replaced);
            replaced.clear();
            if (session != null) {
                open.add(session.access());
            }
        }
        source.end();
        disappointed.forEach(each -> each.completeExceptionally(ended()));
        open.forEach(Access::close);
    }
}

package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.handler.Credentials;
import dev.kopf.runtime.handler.Login;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.progress.HandlerState;
import dev.kopf.runtime.progress.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One handler for login during one login, attempt after attempt. One that hangs is left alone, and holds up no other. Safe for use by several threads. */
final class LoginRun {

    /** As long as an attempt may take. */
    static final Duration LIMIT = Duration.ofSeconds(30);

    private final Login login;
    private final ActivityAttempt attempt;
    private final Services services;
    private final Executor executor;
    private HandlerState state;

    /** When it is to be asked next; null where it is not. */
    private @Nullable Instant due;

    private String failure = "";

    private boolean ended;

    /** Where an attempt runs, one that nobody waits for any more included; null where none does. */
    private @Nullable Thread thread;

    LoginRun(Login login, Services services, Executor executor) {
        this.login = login;
        this.attempt = new ActivityAttempt("login", login.options(), services);
        this.services = services;
        this.executor = executor;
        this.state = HandlerState.fresh(null, null, services.time().instant());
    }

    /** Another login begins. */
    synchronized void forget() {
        due = services.time().instant();
        state = HandlerState.fresh(null, null, due);
        failure = "";
    }

    synchronized boolean isDue(Instant now) {
        return due != null && !due.isAfter(now);
    }

    synchronized @Nullable Instant due() {
        return due;
    }

    /** Why it gave no credentials: a sentence. */
    synchronized String failure() {
        return failure;
    }

    /** Asks once; completes with credentials that are of use, or with null. */
    CompletableFuture<@Nullable Credentials> attempt(Function<Credentials, @Nullable String> objection) {
        CompletableFuture<Said> said = new CompletableFuture<>();
        HandlerState before;
        synchronized (this) {
            before = state;
        }
        Timers.Timer limit = services.time().after(LIMIT, () -> giveUp(before, said));
        try {
            begin(before, said, objection);
        } catch (RuntimeException | Error e) { // the system gives no thread
            said.complete(new Said(attempt.failed(before, e, () -> false), null, null));
        }
        return said.thenApply(what -> {
            limit.cancel();
            return heard(before, what);
        });
    }

    /**
     * What became of an attempt.
     *
     * @param credentials what was given
     * @param problem why it is of no use; null where it may be
     */
    private record Said(
            Outcome outcome,
            @Nullable Credentials credentials,
            @Nullable String problem) {}

    private void begin(
            HandlerState before, CompletableFuture<Said> said, Function<Credentials, @Nullable String> objection) {
        synchronized (this) {
            if (thread != null) {
                throw new TemporaryException("It still runs since it was asked the last time.");
            }
        }
        executor.execute(() -> {
            synchronized (this) {
                thread = Thread.currentThread();
            }
            AtomicReference<@Nullable Credentials> given = new AtomicReference<>();
            AtomicReference<@Nullable String> problem = new AtomicReference<>();
            Outcome outcome;
            try {
                outcome = attempt.outcome(
                        before,
                        context -> {
                            Credentials credentials = login.function().login(context);
                            given.set(credentials);
                            // A part of the attempt: a program that a kubeconfig names is asked here, and may hang.
                            problem.set(credentials == null ? null : objection.apply(credentials));
                        },
                        () -> isOver(said));
            } finally {
                synchronized (this) {
                    thread = null;
                }
            }
            said.complete(new Said(outcome, given.get(), problem.get()));
        });
    }

    private void giveUp(HandlerState before, CompletableFuture<Said> said) {
        if (said.isDone()) {
            return;
        }
        Outcome outcome = attempt.failed(
                before,
                new TemporaryException("It has not answered within " + LIMIT.toSeconds() + " s."),
                said::isDone);
        if (said.complete(new Said(outcome, null, null))) {
            interrupt();
        }
    }

    /** Whether nobody is to hear of what becomes of an attempt. */
    private synchronized boolean isOver(CompletableFuture<Said> said) {
        return ended || said.isDone();
    }

    private synchronized @Nullable Credentials heard(HandlerState before, Said said) {
        Instant now = services.time().instant();
        Outcome outcome = said.outcome();
        state = before.withOutcome(outcome, now);
        due = null;
        if (outcome instanceof Outcome.Retry retry) {
            due = now.plus(retry.delay() == null ? Duration.ZERO : retry.delay());
            failure = sentence("failed: " + retry.message());
            return null;
        }
        if (outcome instanceof Outcome.Failed failed) {
            failure = sentence("failed: " + failed.message());
            return null;
        }
        Credentials credentials = said.credentials();
        String problem = credentials == null ? "gave no credentials" : said.problem();
        failure = problem == null ? "" : sentence(credentials == null ? problem : "is of no help: " + problem);
        return problem == null ? credentials : null;
    }

    private String sentence(String what) {
        String text = "The login handler '" + login.id() + "' " + what;
        return text.endsWith(".") ? text : text + ".";
    }

    /** Nobody waits for an answer any more. */
    synchronized void end() {
        ended = true;
        interrupt();
    }

    private synchronized void interrupt() {
        if (thread != null && thread != Thread.currentThread()) {
            thread.interrupt();
        }
    }
}

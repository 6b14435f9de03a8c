package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.handler.Credentials;
import dev.kopf.runtime.handler.Login;
import dev.kopf.runtime.internal.client.CredentialSource;
import dev.kopf.runtime.internal.client.EventSink;
import dev.kopf.runtime.internal.client.Timers;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks the handlers for login, one after the other in order of registration: the first that gives credentials counts (AU-3). One that fails
 * is asked again by the rules of errors (L-30), while the others are asked; when all have ended without any, so has the login. Safe for use
 * by several threads.
 */
public final class LoginHandlers implements CredentialSource {

    private final List<LoginRun> runs;
    private final Timers timers;
    private volatile CompletableFuture<Answer> asked = CompletableFuture.completedFuture(new Answer(null, ""));
    private volatile boolean ended;

    /**
     * What handlers for login need from around them; there is no client, as they give what it needs, and no events.
     *
     * @param time what time it is, and what is to be done later
     * @param chance a random number from 0 to 1, for jitter (R16)
     * @param mapper between plain JSON and typed objects
     * @param shared what handlers share
     */
    public record Around(Timers time, DoubleSupplier chance, BodyMapper mapper, Shared shared) {

        private Services services() {
            return new Services(time, chance, Around::noClient, mapper, () -> false, EventSink.NONE, shared);
        }

        private static KubernetesClient noClient() {
            throw new IllegalStateException("A handler for login has no client: it gives what a client needs.");
        }
    }

    /** @param executor runs each call in a thread of its own */
    public LoginHandlers(List<Login> logins, Around around, Executor executor) {
        Services services = around.services();
        this.runs = logins.stream()
                .map(login -> new LoginRun(login, services, executor))
                .toList();
        this.timers = services.time();
    }

    @Override
    public CompletableFuture<Answer> ask(Function<Credentials, @Nullable String> objection) {
        runs.forEach(LoginRun::forget);
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        asked = answer;
        ask(0, objection, answer);
        return answer;
    }

    @Override
    public String failure() {
        return asked.isDone() ? "" : failures();
    }

    private String failures() {
        return runs.stream()
                .map(LoginRun::failure)
                .filter(failure -> !failure.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private void ask(int index, Function<Credentials, @Nullable String> objection, CompletableFuture<Answer> answer) {
        if (ended) {
            return;
        }
        if (index == runs.size()) {
            goOn(objection, answer);
            return;
        }
        LoginRun run = runs.get(index);
        if (!run.isDue(timers.instant())) {
            ask(index + 1, objection, answer);
            return;
        }
        CompletableFuture<Void> unused = run.attempt(objection)
                .thenAccept(credentials -> {
                    if (credentials == null) {
                        ask(index + 1, objection, answer);
                    } else {
                        answer.complete(new Answer(credentials, ""));
                    }
                })
                .exceptionally(bug -> {
                    answer.completeExceptionally(bug);
                    return null;
                });
    }

    /** All were asked. */
    private void goOn(Function<Credentials, @Nullable String> objection, CompletableFuture<Answer> answer) {
        Instant next = runs.stream()
                .map(LoginRun::due)
                .filter(due -> due != null)
                .min(Instant::compareTo)
                .orElse(null);
        if (next == null) {
            answer.complete(new Answer(null, failures()));
            return;
        }
        Timers.Timer unused = timers.after(Duration.between(timers.instant(), next), () -> askAgain(objection, answer));
    }

    /** What is thrown is told of: else whoever waits for the answer would wait for ever, and nobody would ask anew. */
    private void askAgain(Function<Credentials, @Nullable String> objection, CompletableFuture<Answer> answer) {
        try {
            ask(0, objection, answer);
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
        }
    }

    @Override
    public void end() {
        ended = true;
        runs.forEach(LoginRun::end);
    }
}

package dev.kopf.runtime.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.handler.Credentials;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.Login;
import dev.kopf.runtime.handler.LoginFunction;
import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.internal.client.CredentialSource;
import dev.kopf.runtime.internal.client.FakeTimers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The handlers for login, on a clock that the test turns. */
final class LoginHandlersTest {

    private static final Credentials GOOD = Credentials.of("https://good").withToken("secret");
    private static final Credentials BAD = Credentials.of("https://bad").withToken("secret");

    private final FakeTimers timers = new FakeTimers();
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();

    private static Login login(String id, LoginFunction function) {
        return new Login(HandlerOptions.of(id), function);
    }

    private LoginHandlers handlers(Login... logins) {
        return new LoginHandlers(
                List.of(logins),
                new LoginHandlers.Around(timers, () -> 0.0, new BodyMapper(), new Shared()),
                threads::add);
    }

    private CompletableFuture<CredentialSource.Answer> ask(Login... logins) {
        return ask(handlers(logins), credentials -> credentials.equals(BAD) ? "they are bad" : null);
    }

    private CompletableFuture<CredentialSource.Answer> ask(
            LoginHandlers handlers, Function<Credentials, @Nullable String> objection) {
        CompletableFuture<CredentialSource.Answer> answer = handlers.ask(objection);
        work();
        return answer;
    }

    private void work() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }

    private void advance(Duration time) {
        timers.advance(time);
        work();
    }

    @Test
    void AU_3_the_first_that_gives_credentials_of_use_counts_and_no_other_is_asked() {
        CompletableFuture<CredentialSource.Answer> answer = ask(
                login("none", ctx -> null), login("bad", ctx -> BAD), login("good", ctx -> GOOD), login("last", ctx -> {
                    calls.add("last");
                    return GOOD;
                }));
        assertThat(answer).isCompletedWithValue(new CredentialSource.Answer(GOOD, ""));
        assertThat(calls).isEmpty();
        assertThat(timers.waiting()).isZero();
    }

    @Test
    void L_30_a_handler_that_fails_is_asked_again_by_the_rules_of_errors_while_others_are_asked() {
        CompletableFuture<CredentialSource.Answer> answer = ask(
                login("slow", ctx -> {
                    calls.add("slow " + ctx.retry());
                    if (ctx.retry() < 2) {
                        throw new TemporaryException("Not yet.", Duration.ofSeconds(7));
                    }
                    return GOOD;
                }),
                login("none", ctx -> {
                    calls.add("none");
                    return null;
                }));
        assertThat(calls).containsExactly("slow 0", "none");
        advance(Duration.ofSeconds(7));
        assertThat(answer).isNotDone();
        advance(Duration.ofSeconds(7));
        assertThat(calls).containsExactly("slow 0", "none", "slow 1", "slow 2");
        assertThat(answer).isCompletedWithValue(new CredentialSource.Answer(GOOD, ""));
    }

    @Test
    void L_30_when_all_have_ended_without_credentials_so_has_the_login_with_what_each_of_them_said() {
        CompletableFuture<CredentialSource.Answer> answer = ask(
                login("broken", ctx -> {
                    throw new PermanentException("No such role.");
                }),
                login("bad", ctx -> BAD),
                new Login(HandlerOptions.of("limited").withRetries(1), ctx -> {
                    throw new AssertionError("odd");
                }));
        assertThat(answer.join().credentials()).isNull();
        assertThat(answer.join().failure())
                .isEqualTo("The login handler 'broken' failed: No such role."
                        + " The login handler 'bad' is of no help: they are bad."
                        + " The login handler 'limited' failed: odd.");
    }

    @Test
    void P7_until_there_is_an_answer_it_is_told_what_each_handler_has_said_this_time() {
        Deque<String> sayings = new ArrayDeque<>(List.of("It is sealed.", "It is still sealed."));
        LoginHandlers handlers = handlers(
                login("vault", ctx -> {
                    String saying = sayings.poll();
                    if (saying != null) {
                        throw new TemporaryException(saying, Duration.ofSeconds(7));
                    }
                    return GOOD;
                }),
                login("none", ctx -> null));
        assertThat(handlers.failure()).isEmpty();
        CompletableFuture<CredentialSource.Answer> answer = ask(handlers, credentials -> null);
        assertThat(handlers.failure())
                .isEqualTo("The login handler 'vault' failed: It is sealed."
                        + " The login handler 'none' gave no credentials.");
        advance(Duration.ofSeconds(7));
        assertThat(handlers.failure()).startsWith("The login handler 'vault' failed: It is still sealed.");
        advance(Duration.ofSeconds(7));
        assertThat(answer).isDone();
        assertThat(handlers.failure()).isEmpty();

        assertThat(ask(handlers, credentials -> "they are bad")).isDone();
        assertThat(handlers.failure()).isEmpty();
    }

    @Test
    void a_handler_that_hangs_holds_up_no_other_and_is_not_called_while_it_still_runs() {
        AtomicReference<Runnable> hanging = new AtomicReference<>();
        LoginHandlers handlers = new LoginHandlers(
                List.of(
                        new Login(HandlerOptions.of("hangs").withBackoff(Duration.ofSeconds(1)), ctx -> {
                            calls.add("hangs");
                            hanging.get().run();
                            return null;
                        }),
                        login("none", ctx -> null)),
                new LoginHandlers.Around(timers, () -> 0.0, new BodyMapper(), new Shared()),
                threads::add);
        try (CapturedLog log = new CapturedLog("kopf.activities")) {
            // What happens while it hangs is told from within, as there is one thread here.
            hanging.set(() -> {
                timers.advance(Duration.ofSeconds(30));
                assertThat(log.messages())
                        .anySatisfy(line -> assertThat(line).contains("It has not answered within 30 s."));
                assertThat(handlers.failure())
                        .startsWith("The login handler 'hangs' failed: It has not answered within 30 s.");
                timers.advance(Duration.ofSeconds(1));
                assertThat(log.messages())
                        .anySatisfy(
                                line -> assertThat(line).contains("It still runs since it was asked the last time."));
            });
            assertThat(ask(handlers, credentials -> null)).isNotDone();
        }
        assertThat(calls).containsExactly("hangs");
    }

    @Test
    void where_the_system_gives_no_thread_it_is_tried_again() {
        Deque<Boolean> refusals = new ArrayDeque<>(List.of(true));
        LoginHandlers handlers = new LoginHandlers(
                List.of(login("good", ctx -> GOOD)),
                new LoginHandlers.Around(timers, () -> 0.0, new BodyMapper(), new Shared()),
                task -> {
                    if (refusals.poll() != null) {
                        throw new RejectedExecutionException("no thread");
                    }
                    threads.add(task);
                });
        CompletableFuture<CredentialSource.Answer> answer = ask(handlers, credentials -> null);
        assertThat(answer).isNotDone();
        advance(Duration.ofSeconds(1));
        assertThat(answer).isCompletedWithValue(new CredentialSource.Answer(GOOD, ""));
    }

    @Test
    void R2_a_login_that_breaks_off_when_it_is_time_to_ask_again_is_told_of_and_can_be_begun_anew() {
        LoginHandlers handlers = handlers(login("slow", ctx -> {
            throw new TemporaryException("Not yet.", Duration.ofSeconds(7));
        }));
        CompletableFuture<CredentialSource.Answer> answer = ask(handlers, credentials -> null);
        timers.failOnce(LoginRun.LIMIT);
        advance(Duration.ofSeconds(7));

        assertThat(answer).isCompletedExceptionally();
        assertThat(ask(handlers, credentials -> null)).isNotDone();
    }

    @Test
    void a_handler_for_login_has_no_client() {
        CompletableFuture<CredentialSource.Answer> answer =
                ask(new Login(HandlerOptions.of("asks").withRetries(1), ctx -> {
                    ctx.client();
                    return GOOD;
                }));
        assertThat(answer.join().failure())
                .isEqualTo(
                        "The login handler 'asks' failed: A handler for login has no client: it gives what a client needs.");
    }
}

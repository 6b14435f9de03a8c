package dev.kopf.runtime;

import dev.kopf.runtime.handler.Login;
import dev.kopf.runtime.internal.client.Connection;
import dev.kopf.runtime.internal.execution.LoginHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Which cluster a program is for. */
final class Connections {

    private Connections() {}

    private static Connection fromEnvironment() {
        try {
            return Connection.fromEnvironment(System.getenv(), Path.of(System.getProperty("user.home")));
        } catch (IllegalArgumentException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The cluster that handlers for login name; that of the environment where there are none (AU-1).
     *
     * @throws OperatorException if none is configured
     */
    static Connection of(List<Login> logins, LoginHandlers.Around around) {
        return logins.isEmpty()
                ? fromEnvironment()
                : Connection.byLogin(
                        new LoginHandlers(logins, around, Lifespan::inThread), around.time(), around.chance());
    }

    /**
     * Waits for credentials.
     *
     * @param login completes with why there are none, or with null
     * @param over is complete when nobody needs them any more
     * @return a sentence where there are none; null where there are, or where nobody needs them
     */
    static @Nullable String awaitLogin(
            CompletableFuture<@Nullable String> login, CompletableFuture<@Nullable String> over, Duration limit) {
        try {
            String failure = CompletableFuture.anyOf(login, over)
                    .thenApply(why -> (String) why)
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return failure == null ? null : "There are no credentials for the API server. " + failure;
        } catch (TimeoutException e) {
            return "There are no credentials for the API server: the login handlers have not given any within "
                    + limit.toMillis() / 1000.0 + " s.";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "The login was interrupted.";
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /**
     * The cluster of a kubeconfig.
     *
     * @throws OperatorException if it is none
     */
    static Connection of(String kubeconfig) {
        try {
            return Connection.of(kubeconfig);
        } catch (IllegalArgumentException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
    }
}

package dev.kopf.runtime;

import dev.kopf.runtime.handler.Login;
import dev.kopf.runtime.internal.client.Connection;
import dev.kopf.runtime.internal.execution.LoginHandlers;
import java.nio.file.Path;
import java.util.List;

/** Which cluster a program is for. */
final class Connections {

    private Connections() {}

    /**
     * The cluster that the environment of the process names.
     *
     * @throws OperatorException if none is configured
     */
    static Connection fromEnvironment() {
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

package dev.kopf.runtime;

import dev.kopf.runtime.internal.client.Connection;
import java.nio.file.Path;

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

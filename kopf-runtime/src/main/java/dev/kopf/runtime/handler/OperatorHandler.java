package dev.kopf.runtime.handler;

import org.jspecify.annotations.Nullable;

/**
 * What is done for an operator, and not for an object: at its start and at its end (L-1, L-11), when it
 * logs in (AU-1), and when it is probed (L-20). Stands beside generated handler
 * interfaces, on the same class or on another one:
 *
 * <pre>{@code
 * public final class EvcOperator implements EphemeralVolumeClaimHandler, OperatorHandler { … }
 * }</pre>
 *
 * <p>A method that is not implemented costs nothing. {@link HandlerConfig} takes id, retries, timeout, backoff and errors here.
 */
public interface OperatorHandler extends HandlerSource {

    /**
     * Called before anything is watched; what is watched waits until all such handlers have succeeded. One that fails for good, or has not
     * succeeded within the time of the settings, ends the operator with an error.
     *
     * @throws Exception as with {@link ActivityFunction#run}
     */
    default void onStartup(ActivityContext ctx) throws Exception {}

    /**
     * Called when the operator needs credentials for its API server, instead of looking for a kubeconfig or a service account (AU-1): after
     * the handlers of the start, before the credentials expire, and when the server has refused them. Of several handlers the first that
     * gives some counts.
     *
     * @return the credentials; null to leave it to the other handlers
     * @throws Exception as with {@link LoginFunction#login}
     */
    default @Nullable Credentials onLogin(ActivityContext ctx) throws Exception {
        return null;
    }

    /**
     * Called after the last handler of an object, whichever way the operator ends, a failed start included; not when the process is killed.
     *
     * @throws Exception as with {@link ActivityFunction#run}
     */
    default void onCleanup(ActivityContext ctx) throws Exception {}

    /**
     * Called when somebody asks for the operator's health, at most once in ten seconds ({@code --liveness}, L-20). Whatever it throws makes
     * the operator count as unhealthy.
     *
     * @return what the answer has under the id of the handler: anything that JSON holds
     * @throws Exception as with {@link ProbeFunction#probe}
     */
    default @Nullable Object onProbe(ActivityContext ctx) throws Exception {
        return null;
    }

    /** Starts a registration of lambdas. */
    static ActivityRegistration on() {
        return new ActivityRegistration();
    }
}

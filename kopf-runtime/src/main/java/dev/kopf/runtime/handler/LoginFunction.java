package dev.kopf.runtime.handler;

import org.jspecify.annotations.Nullable;

/** Gives credentials for the API server (AU-1). */
@FunctionalInterface
public interface LoginFunction {

    /**
     * Called when credentials are needed: after the handlers of the start, before those expire that there are, and after the server has
     * refused them. Has 30 s, and is never called while it still runs. There is no {@link ActivityContext#client()} here.
     *
     * @return the credentials; null to leave it to the other handlers. Those that the server has refused within the last minute count as null
     * @throws Exception what it means is as with {@link ActivityFunction#run}; the other handlers are asked meanwhile
     */
    @Nullable
    Credentials login(ActivityContext ctx) throws Exception;
}

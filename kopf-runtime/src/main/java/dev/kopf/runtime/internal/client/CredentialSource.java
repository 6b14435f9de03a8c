package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.handler.Credentials;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where credentials come from. Safe for use by several threads. */
public interface CredentialSource {

    /**
     * Asks for credentials; asked again only when this has been answered.
     *
     * @param objection why some are of no use; null where they are
     */
    CompletableFuture<Answer> ask(Function<Credentials, @Nullable String> objection);

    /**
     * Why there is no answer yet, in sentences, as the log has them; empty where none was asked for, and where nothing has failed so far.
     * Returns at once, whatever a handler does.
     */
    String failure();

    /** Nobody waits for an answer any more. */
    void end();

    /**
     * What it gave.
     *
     * @param credentials those to use; null if there are none
     * @param failure why there are none, in sentences; empty where there are
     */
    record Answer(@Nullable Credentials credentials, String failure) {}
}

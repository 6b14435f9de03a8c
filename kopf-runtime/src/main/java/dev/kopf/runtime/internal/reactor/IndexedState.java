package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.handler.Thrown;
import dev.kopf.runtime.internal.client.Versions;
import dev.kopf.runtime.progress.HandlerState;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.WatchEvent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is indexed of an object: of which version, and which handlers are to be called again for it (I-5). Guarded by the monitor of its
 * {@link IndexedObject}.
 */
final class IndexedState {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.indexing");

    /** The newest state, as text, while a handler is to be called for it again. */
    private byte @Nullable [] kept;

    private Map<HandlerId, HandlerState> failed = Map.of();
    private String version = "";

    /** The version that a write has made, until it is told of: what comes before that is older. Else empty. */
    private String written = "";

    /** How often it could not be indexed for a bug, one after the other. */
    private int bugs;

    /** How often the server's versions have gone back. */
    private int histories;

    /** Whether this state or a newer one is indexed, and nobody is to be called for it again. */
    boolean isDone(Body body) {
        return kept == null
                && failed.values().stream().allMatch(HandlerState::isFinished)
                && !Versions.isBefore(version, body.resourceVersion());
    }

    /** Whether this state is indexed. */
    boolean isOf(WatchEvent event) {
        return version.equals(event.body().resourceVersion());
    }

    /** Whether it is from before a write whose answer was indexed. */
    boolean isOlder(WatchEvent event) {
        return Versions.isBefore(event.body().resourceVersion(), written);
    }

    /** The same, or the echo of that write. */
    boolean isPassedOver(WatchEvent event) {
        String told = event.body().resourceVersion();
        boolean isEcho =
                event.type() == WatchEvent.Type.MODIFIED && !told.isEmpty() && told.equals(written) && kept == null;
        return isEcho || isOlder(event);
    }

    /**
     * Whether what handlers say of a state is news.
     *
     * @param before how often the server's versions had gone back when the state was known
     */
    boolean takes(WatchEvent event, int before) {
        return before == histories && !Versions.isBefore(event.body().resourceVersion(), version);
    }

    int histories() {
        return histories;
    }

    /** Those of which the last call has failed. */
    Map<HandlerId, HandlerState> failed() {
        return failed;
    }

    boolean isKept() {
        return kept != null;
    }

    /** The state that a handler is to be called for again, as text; null where there is none. */
    byte @Nullable [] kept() {
        return kept;
    }

    void setVersion(String indexed) {
        version = indexed;
    }

    /** A write has made this, and is not told of yet. */
    void setWritten(String made) {
        version = made;
        written = made;
    }

    /** What a write has made is told of, or something newer. */
    void told() {
        written = "";
    }

    int countBugs(int more) {
        bugs = more == 0 ? 0 : bugs + more;
        return bugs;
    }

    /** The server's versions went back: none of before says anything any more. */
    void forgetVersion() {
        version = "";
        written = "";
        histories++;
    }

    /** The object is gone. */
    void forget() {
        kept = null;
        failed = Map.of();
        version = "";
        written = "";
        bugs = 0;
    }

    /** Puts into the indexes what handlers have said of a state. */
    void apply(ObjectRef object, KindIndexing.Found found, Body body) {
        byte[] text = found.again() == null ? null : text(body); // first: there may be no memory for it
        try {
            found.changes().forEach(Runnable::run);
            failed = found.failed();
            kept = text;
        } catch (Throwable e) { // of keys that are the author's, too; the state is to be handled all the same
            Thrown.tell(
                    e,
                    shown -> LOGGER.error("What handlers have said of {} cannot be put into an index.", object, shown));
        }
    }

    private static byte[] text(Body body) {
        return Json.write(body.fields()).getBytes(StandardCharsets.UTF_8);
    }

    /** What was kept. */
    static Body body(byte[] text) {
        try {
            return new Body(Json.map(Json.parse(text)));
        } catch (JsonException e) {
            throw new IllegalStateException("What was written cannot be read.", e);
        }
    }
}

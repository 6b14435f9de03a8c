package dev.kopf.apiserver.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.failure.StatusException;
import dev.kopf.apiserver.json.Json;
import dev.kopf.apiserver.registry.Registry;
import dev.kopf.apiserver.registry.WatchEvent;
import dev.kopf.apiserver.registry.WatchOptions;
import dev.kopf.apiserver.storage.Watch;
import dev.kopf.apiserver.table.Tables;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A watch over the wire: one event per line, as soon as it happens.
 *
 * <p>All but {@link #drop()} runs on the connection's event loop; events come from the writers' threads and are queued to it in the
 * order of their versions.
 */
final class WatchStream {

    private final Call call;
    private final Registry registry;
    private final Vertx vertx;
    private final Context context;
    private final HttpServerResponse response;
    private final OpenWatches open;
    private final InstantSource clock;
    private final Tables tables;
    private final List<Long> timers = new ArrayList<>();
    private @Nullable Watch watch;
    private boolean headed = true;
    private boolean ended;

    WatchStream(Call call, Registry registry, Vertx vertx, OpenWatches open, InstantSource clock) {
        this.call = call;
        this.registry = registry;
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.response = call.request().response();
        this.open = open;
        this.clock = clock;
        this.tables = new Tables(call.kind());
    }

    void start(WatchOptions options, Duration bookmarks) {
        response.setChunked(true).setStatusCode(200).putHeader("Content-Type", Answers.JSON);
        response.closeHandler(closed -> end());
        response.exceptionHandler(failure -> end());
        response.write(Buffer.buffer());
        open.add(this);
        try {
            watch = registry.watch(call.target(), options, event -> context.runOnContext(queued -> send(event)));
        } catch (StatusException e) {
            send(new WatchEvent("ERROR", e.toStatus()));
            finish();
            return;
        }
        if (call.wantsBookmarks()) {
            if (call.wantsInitialEvents()) {
                bookmark(true);
            }
            timers.add(vertx.setPeriodic(bookmarks.toMillis(), tick -> bookmark(false)));
        }
        long timeout = call.number("timeoutSeconds");
        if (timeout > 0) {
            timers.add(vertx.setTimer(timeout * 1000, tick -> finish()));
        }
    }

    /** Cuts the connection. */
    void drop() {
        context.runOnContext(queued -> {
            end();
            call.request().connection().close();
        });
    }

    /** The version is read before the bookmark is queued, so every event up to it is queued before. */
    private void bookmark(boolean endOfInitialEvents) {
        ObjectNode object = Json.object()
                .put("kind", call.kind().names().kind())
                .put("apiVersion", call.kind().apiVersion());
        ObjectNode metadata = object.putObject("metadata").put("resourceVersion", Long.toString(registry.version()));
        metadata.putNull("creationTimestamp");
        if (endOfInitialEvents) {
            metadata.putObject("annotations").put("k8s.io/initial-events-end", "true");
        }
        context.runOnContext(queued -> send(new WatchEvent("BOOKMARK", object)));
    }

    private void send(WatchEvent event) {
        if (ended) {
            return;
        }
        ObjectNode line = Json.object().put("type", event.type());
        line.set("object", shown(event));
        response.write(Buffer.buffer(Json.bytes(line)).appendByte((byte) '\n'));
    }

    private ObjectNode shown(WatchEvent event) {
        if (event.type().equals("ERROR")) {
            return event.object();
        }
        return switch (call.accept()) {
            case TABLE -> row(event.object());
            case METADATA -> Tables.partial(event.object());
            default -> event.object();
        };
    }

    private ObjectNode row(ObjectNode object) {
        ObjectNode table = tables.table(List.of(object), call.parameter("includeObject"), headed, clock.instant());
        headed = false;
        table.withObjectProperty("metadata")
                .set("resourceVersion", object.path("metadata").path("resourceVersion"));
        return table;
    }

    private void finish() {
        if (!ended) {
            end();
            response.end();
        }
    }

    private void end() {
        ended = true;
        open.remove(this);
        timers.forEach(vertx::cancelTimer);
        if (watch != null) {
            watch.close();
        }
    }
}

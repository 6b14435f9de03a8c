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
    private final WatchSink sink;
    private final OpenWatches open;
    private final HttpSettings settings;
    private final Tables tables;
    private final List<Long> timers = new ArrayList<>();
    private @Nullable Watch watch;
    private boolean headed = true;
    private boolean ended;

    WatchStream(Call call, WatchSink sink, Registry registry, OpenWatches open, HttpSettings settings) {
        this.call = call;
        this.registry = registry;
        this.sink = sink;
        this.context = Vertx.currentContext();
        this.vertx = context.owner();
        this.open = open;
        this.settings = settings;
        this.tables = new Tables(call.kind());
    }

    void start(WatchOptions options) {
        sink.onClose(this::end);
        open.add(this);
        sink.open(); // after that: whoever has heard that it is open may have all that are open dropped
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
            timers.add(vertx.setPeriodic(settings.bookmarks().toMillis(), tick -> bookmark(false)));
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
        sink.send(Buffer.buffer(Json.bytes(line)).appendByte((byte) '\n'));
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
        ObjectNode table = tables.table(
                List.of(object),
                call.parameter("includeObject"),
                headed,
                settings.clock().instant());
        headed = false;
        table.withObjectProperty("metadata")
                .set("resourceVersion", object.path("metadata").path("resourceVersion"));
        return table;
    }

    private void finish() {
        if (!ended) {
            end();
            sink.finish();
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

package dev.kopf.apiserver.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.failure.Failures;
import dev.kopf.apiserver.patch.PatchType;
import dev.kopf.apiserver.registry.Registry;
import dev.kopf.apiserver.registry.Target;
import dev.kopf.apiserver.registry.WatchOptions;
import dev.kopf.apiserver.registry.Written;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves requests for objects, verb by verb. Used on the event loop only. */
final class Verbs {

    private static final Logger LOG = LoggerFactory.getLogger(Verbs.class);

    private final Registry registry;
    private final OpenWatches watches;
    private final HttpSettings settings;

    Verbs(Registry registry, OpenWatches watches, HttpSettings settings) {
        this.registry = registry;
        this.watches = watches;
        this.settings = settings;
    }

    /** Serves a request and returns the status code of the answer. */
    int serve(Call call) {
        Target target = call.target();
        return switch (call.verb()) {
            case "get" -> one(call, registry.get(target), 200);
            case "list" -> many(call, target);
            case "watch" -> watch(call);
            case "create" -> written(call, registry.create(target, call.tree(), call.writeOptions()), 201);
            case "update" -> written(call, registry.update(target, call.tree(), call.writeOptions()), 200);
            case "patch" ->
                written(call, registry.patch(target, patchType(call), call.tree(), call.writeOptions()), 200);
            case "delete" -> one(call, registry.delete(target, call.deleteOptions()), 200);
            default -> {
                var list = registry.deleteCollection(target, call.listOptions(), call.deleteOptions());
                Answers.send(
                        call.request().response(),
                        200,
                        Answers.list(call, list, settings.clock().instant()));
                yield 200;
            }
        };
    }

    private int one(Call call, ObjectNode object, int code) {
        Answers.send(
                call.request().response(),
                code,
                Answers.one(call, object, settings.clock().instant()));
        return code;
    }

    private int many(Call call, Target target) {
        var list = registry.list(target, call.listOptions());
        Answers.send(
                call.request().response(),
                200,
                Answers.list(call, list, settings.clock().instant()));
        return 200;
    }

    private int written(Call call, Written written, int code) {
        for (String warning : written.warnings()) {
            call.request().response().headers().add("Warning", "299 - \"" + warning.replace("\"", "\\\"") + "\"");
        }
        return one(call, written.object(), code);
    }

    private int watch(Call call) {
        boolean initial = call.wantsInitialEvents();
        long from = call.number("resourceVersion");
        if (from == 0 && call.declinesInitialEvents()) {
            from = registry.version();
        }
        var options = new WatchOptions(call.selection(), from, initial);
        if (call.wantsSocket()) {
            call.request()
                    .toWebSocket()
                    .onSuccess(socket -> stream(call, WatchSink.socket(socket), options))
                    .onFailure(failure -> LOG.debug("A client went away: {}", failure.getMessage()));
        } else {
            stream(call, WatchSink.body(call.request().response()), options);
        }
        return 200;
    }

    private void stream(Call call, WatchSink sink, WatchOptions options) {
        new WatchStream(call, sink, registry, watches, settings).start(options);
    }

    private static PatchType patchType(Call call) {
        String type = call.mediaType();
        if (type.equals("application/apply-patch+yaml")) {
            throw Failures.unsupportedMediaType(
                    "server-side apply is not served: use a merge patch, or kubectl apply" + " without --server-side");
        }
        return Arrays.stream(PatchType.values())
                .filter(known -> known.mediaType().equals(type))
                .findFirst()
                .orElseThrow(() -> Failures.unsupportedMediaType("415: Unsupported Media Type"));
    }
}

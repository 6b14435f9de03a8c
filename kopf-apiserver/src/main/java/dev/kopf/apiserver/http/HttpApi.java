package dev.kopf.apiserver.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.failure.Failures;
import dev.kopf.apiserver.failure.StatusException;
import dev.kopf.apiserver.kind.Kinds;
import dev.kopf.apiserver.registry.Registry;
import dev.kopf.apiserver.traffic.FaultInjection;
import dev.kopf.apiserver.traffic.Request;
import dev.kopf.apiserver.traffic.RequestLog;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.BindException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server on its port. Thread-safe; requests are served one after the other on one event loop. */
public final class HttpApi implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);

    private final Vertx vertx;
    private final Verbs verbs;
    private final Documents documents;
    private final Kinds kinds;
    private final RequestLog log;
    private final FaultInjection faults;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Serves a registry from now on; fails with {@link IllegalStateException} where the port is taken. */
    public HttpApi(Registry registry, Kinds kinds, Traffic traffic, HttpSettings settings) {
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        this.verbs = new Verbs(registry, traffic.watches(), settings);
        this.documents = new Documents(kinds);
        this.kinds = kinds;
        this.log = traffic.log();
        this.faults = traffic.faults();
        this.port = listen(settings.port());
    }

    /** The port on which it listens. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private int listen(int wanted) {
        var options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(wanted)
                .setMaxInitialLineLength(1 << 16)
                .setMaxHeaderSize(1 << 16);
        try {
            return vertx.createHttpServer(options)
                    .requestHandler(this::receive)
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()
                    .actualPort();
        } catch (CompletionException e) {
            close();
            String why = e.getCause() instanceof BindException ? "the port is taken or not allowed" : e.getMessage();
            throw new IllegalStateException("cannot listen on 127.0.0.1:" + wanted + ": " + why, e);
        }
    }

    private void receive(HttpServerRequest request) {
        if (Call.wantsSocket(request)) {
            handle(request, Buffer.buffer());
            return;
        }
        request.body()
                .onSuccess(body -> handle(request, body))
                .onFailure(failure -> LOG.debug("A client went away: {}", failure.getMessage()));
    }

    private void handle(HttpServerRequest request, Buffer body) {
        Request logged = null;
        try {
            String path = request.path();
            if (!faults.accepts(request.getHeader("Authorization"))) {
                throw Faults.unauthorized();
            }
            if (documents.answer(request, path)) {
                return;
            }
            Optional<ResourcePath> parsed = ResourcePath.parse(path);
            if (parsed.isEmpty()) {
                Answers.text(request.response(), 404, "404 page not found\n");
                return;
            }
            if (AccessReview.isMeant(parsed.get())) {
                Answers.send(request.response(), 201, AccessReview.allowed(body));
                return;
            }
            Call call = call(request, body, parsed.get());
            logged = describe(call);
            failOnDemand(logged);
            int code = verbs.serve(call);
            log.add(logged.withCode(code));
        } catch (StatusException e) {
            fail(request, logged, e);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", request.method(), request.uri(), e);
            fail(request, logged, Failures.other(500, "InternalError", "Internal error occurred: " + e));
        }
    }

    private Call call(HttpServerRequest request, Buffer body, ResourcePath path) {
        return kinds.find(path.group(), path.version(), path.plural())
                .map(kind -> new Call(request, body, kind, path))
                .orElseThrow(Failures::noSuchResource);
    }

    private static Request describe(Call call) {
        String verb = call.verb();
        ResourcePath path = call.path();
        String name = verb.equals("create") ? call.nameInBody() : path.name();
        return new Request(
                verb,
                path.group(),
                path.plural(),
                path.subresource(),
                path.namespace(),
                name,
                call.header("User-Agent"),
                0);
    }

    private void failOnDemand(Request request) {
        Optional<Integer> code = faults.next(request);
        if (code.isPresent()) {
            throw Faults.ofCode(code.get());
        }
    }

    private void fail(HttpServerRequest request, @org.jspecify.annotations.Nullable Request logged, StatusException e) {
        if (logged != null) {
            log.add(logged.withCode(e.code()));
        }
        ObjectNode status = e.toStatus();
        if (e.code() == 429) {
            request.response().putHeader("Retry-After", "1");
        }
        Answers.send(request.response(), e.code(), status);
    }

    /**
     * Who looks at the traffic.
     *
     * @param log remembers requests
     * @param faults makes them fail
     * @param watches knows the open watches
     */
    public record Traffic(RequestLog log, FaultInjection faults, OpenWatches watches) {}
}

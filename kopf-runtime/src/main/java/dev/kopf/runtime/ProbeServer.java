package dev.kopf.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kopf.runtime.internal.execution.Probes;
import dev.kopf.runtime.resource.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers who probes the operator (L-20…L-22): at the path that was asked for, at {@code /livez} and at {@code /healthz} with what the
 * handlers of probes say, and at {@code /readyz} with what the operator waits for. Loaded only where somebody is to ask. Safe for use by
 * several threads.
 */
final class ProbeServer implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.probes");

    private static final Set<String> ALIVE = Set.of("/livez", "/healthz");

    /** So many wait at once: for handlers of probes that hang, or for clients that do not finish what they ask. */
    private static final int THREADS = 64;

    /** As long as a thread stays that has nothing to do. */
    private static final int IDLE_SECONDS = 10;

    /** What is due for so long will not be done any more: an operator that does nothing is not to look alive (P7). */
    private static final Duration LATE = Duration.ofMinutes(1);

    /** Beside the ids of handlers; no method of Java can have it for its name. */
    private static final String TIMERS = "kopf-timers";

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int UNHEALTHY = 500;
    private static final int NOT_READY = 503;

    private final HttpServer server;
    private final ExecutorService threads = threads();
    private final String path;
    private final Probes probes;
    private final Supplier<Health> health;
    private final Supplier<Duration> late;

    private ProbeServer(
            HttpServer server, String path, Probes probes, Supplier<Health> health, Supplier<Duration> late) {
        this.server = server;
        this.path = path;
        this.probes = probes;
        this.health = health;
        this.late = late;
    }

    private static ExecutorService threads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ProbeServer::thread);
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /**
     * Clients that do not finish what they ask are left after ten seconds, as the JDK's server does where it is told so before the first one
     * starts. For a program of our own only: it holds for all servers of the process.
     */
    static void limitSlowClients() {
        String property = "sun.net.httpserver.maxReqTime";
        if (System.getProperty(property) == null) {
            System.setProperty(property, String.valueOf(IDLE_SECONDS));
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "kopf-probes");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Begins to answer.
     *
     * @param late how long something is due already that nobody does
     * @throws OperatorException if nobody could ask there
     */
    static ProbeServer start(ProbeEndpoint endpoint, Probes probes, Supplier<Health> health, Supplier<Duration> late) {
        try {
            HttpServer http = HttpServer.create(
                    new InetSocketAddress(InetAddress.getByName(endpoint.host()), endpoint.port()), 0);
            ProbeServer server = new ProbeServer(http, endpoint.path(), probes, health, late);
            http.createContext("/", server::answer);
            http.setExecutor(server.threads);
            http.start();
            LOGGER.info("Probes are answered at http://{}:{}{}.", endpoint.host(), server.port(), endpoint.path());
            return server;
        } catch (IOException e) {
            throw new OperatorException(
                    "Probes cannot be answered at port " + endpoint.port() + " of '" + endpoint.host() + "': "
                            + e.getMessage() + ". Choose another address.",
                    e);
        }
    }

    /** Where it is asked, for an endpoint that left the port open. */
    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = exchange.getRequestURI().getPath();
            boolean isHead = exchange.getRequestMethod().equals("HEAD");
            if (!isHead && !exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(NOT_ALLOWED, -1);
            } else if (asked.equals(path) || ALIVE.contains(asked)) {
                tellOfLife(exchange, isHead);
            } else if (asked.equals(ProbeEndpoint.READINESS)) {
                Health now = health.get();
                send(exchange, now.ready() ? OK : NOT_READY, readiness(now), isHead);
            } else {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
            }
        }
    }

    private void tellOfLife(HttpExchange exchange, boolean isHead) throws IOException {
        Map<String, Probes.Answer> answers = probes.ask().join();
        boolean isHealthy = answers.values().stream().allMatch(answer -> answer.failure() == null);
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        answers.forEach((id, answer) ->
                body.put(id, answer.failure() == null ? answer.value() : Map.of("error", answer.failure())));
        Duration time = late.get();
        boolean isLate = time.compareTo(LATE) >= 0;
        if (isLate) {
            body.put(
                    TIMERS,
                    Map.of(
                            "error",
                            "What is due has not been done for " + time.toSeconds()
                                    + " s, retries and all: the thread that does it does not go on."));
        }
        send(exchange, isHealthy && !isLate ? OK : UNHEALTHY, body, isHead);
    }

    private static Map<String, @Nullable Object> readiness(Health health) {
        List<Object> waiting = List.copyOf(health.waiting().stream()
                .map(one -> Map.of(
                        "what",
                        one.what(),
                        "why",
                        one.why(),
                        "since",
                        one.since().toString()))
                .toList());
        return Map.of("ready", health.ready(), "paused", health.paused(), "waiting", waiting);
    }

    private static void send(HttpExchange exchange, int status, Map<String, @Nullable Object> body, boolean isHead)
            throws IOException {
        byte[] json = Json.write(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, isHead ? -1 : json.length);
        if (!isHead) {
            exchange.getResponseBody().write(json);
        }
    }
}

package dev.kopf.runtime.simulation;

import dev.kopf.apiserver.storage.Watch;
import dev.kopf.runtime.internal.client.ApiRequest;
import dev.kopf.runtime.internal.client.ApiResponse;
import dev.kopf.runtime.internal.client.Transport;
import dev.kopf.runtime.simulation.Plan.Trouble;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What one process says to the server, with all that happens on the way. */
final class SimulatedTransport implements Transport {

    private static final byte[] GARBAGE = "<html>".getBytes(StandardCharsets.UTF_8);

    private final History history;
    private final Scheduler scheduler;
    private final Life process;
    private final List<Runnable> underway = new ArrayList<>();
    private final List<Line> streams = new ArrayList<>();

    SimulatedTransport(History history, Life process) {
        this.history = history;
        this.scheduler = history.scheduler;
        this.process = process;
    }

    @Override
    public String server() {
        return "http://simulated";
    }

    @Override
    public void close() {}

    /** At a crash each request that is on its way has arrived, or never will. */
    void die() {
        for (Runnable request : List.copyOf(underway)) {
            if (history.chance.nextBoolean()) {
                request.run();
            }
        }
        underway.clear();
        List.copyOf(streams).forEach(Line::close);
    }

    @Override
    public CompletableFuture<ApiResponse> send(ApiRequest request) {
        if (process.isDead()) {
            throw new Crashed();
        }
        Answer<ApiResponse> future = new Answer<>(scheduler);
        boolean write = !request.method().equals("GET");
        Trouble trouble = history.trouble(process, write ? "WRITE_" : "READ_");
        history.tell(() -> "operator " + process.name() + " sends " + request
                + (request.body() == null ? "" : " " + request.body())
                + (trouble == null ? "" : ", hit by " + trouble));
        if (trouble == Trouble.WRITE_422) {
            history.oracle.rejected(process, request);
        }
        boolean[] arrived = new boolean[1];
        ApiResponse[] response = new ApiResponse[1];
        Runnable arrive = () -> {
            if (!arrived[0]) {
                arrived[0] = true;
                response[0] = arrive(request, trouble);
            }
        };
        underway.add(arrive);
        scheduler.after(history.latency(), process, () -> {
            underway.remove(arrive);
            arrive.run();
            scheduler.after(history.latency(), process, () -> {
                boolean lost = trouble == Trouble.WRITE_NOT_SENT
                        || trouble == Trouble.WRITE_ANSWER_LOST
                        || trouble == Trouble.READ_BROKEN;
                if (lost) {
                    future.completeExceptionally(
                            trouble == Trouble.WRITE_NOT_SENT
                                    ? new ConnectException("Connection refused")
                                    : new IOException("request timed out"));
                } else {
                    if (write) {
                        history.oracle.answered(process, response[0]);
                    }
                    future.complete(response[0]);
                }
            });
        });
        return future;
    }

    private ApiResponse arrive(ApiRequest request, @Nullable Trouble trouble) {
        ApiResponse refusal = trouble == null ? null : refusal(trouble);
        if (refusal != null) {
            return refusal;
        }
        String who = "operator " + process.name();
        long before = history.server.version();
        history.oracle.writing(request.path().endsWith("/status"));
        ApiResponse answer = history.server.answer(who, request);
        if (!request.method().equals("GET")) {
            history.oracle.wrote(process, request, answer, history.server.version() - before);
        }
        return trouble == Trouble.WRITE_ANSWER_GARBLED || trouble == Trouble.READ_GARBLED
                ? new ApiResponse(200, GARBAGE, null)
                : answer;
    }

    private @Nullable ApiResponse refusal(Trouble trouble) {
        return switch (trouble) {
            case WRITE_NOT_SENT -> Server.refusal(0, "never arrived", null);
            case WRITE_409 -> Server.refusal(409, "conflict", null);
            case WRITE_410, READ_410, WATCH_410 -> Server.refusal(410, "too old", null);
            case WRITE_422 -> Server.refusal(422, "invalid", null);
            case WRITE_429, READ_429, WATCH_429 ->
                Server.refusal(429, "too many requests", Duration.ofMillis(history.millis(process, trouble)));
            case WRITE_500, READ_500, WATCH_500 -> Server.refusal(500, "internal error", null);
            case WRITE_503 -> Server.refusal(503, "unavailable", null);
            case WRITE_403, READ_403 -> Server.refusal(403, "forbidden", null);
            case READ_404 -> Server.refusal(404, "not found", null);
            default -> null;
        };
    }

    @Override
    public Stream stream(ApiRequest request, Listener listener) {
        Trouble trouble = history.trouble(process, "WATCH_");
        history.tell(() -> "operator " + process.name() + " watches from "
                + request.path().replaceAll(".*resourceVersion=", "")
                + (trouble == null ? "" : ", hit by " + trouble));
        Line line = new Line(listener);
        streams.add(line);
        scheduler.after(history.latency(), process, () -> line.open(request, trouble));
        return line;
    }

    /** What happens to the open streams, from outside. */
    void hit(Trouble trouble, long millis) {
        for (Line line : List.copyOf(streams)) {
            line.hit(trouble, millis);
        }
    }

    /** An open watch: lines come in order, some time after they were sent. */
    private final class Line implements Stream {

        private final Listener listener;
        private final Deque<byte[]> sent = new ArrayDeque<>();
        private @Nullable Watch watch;
        private boolean ended;
        private boolean mute;
        private int repeats;
        private int swaps;
        private long latest;

        Line(Listener listener) {
            this.listener = listener;
        }

        void open(ApiRequest request, @Nullable Trouble trouble) {
            if (ended) {
                return;
            }
            ApiResponse refusal = trouble == null ? null : refusal(trouble);
            if (refusal != null) {
                later(() -> end(new End.Refused(refusal)));
            } else if (trouble == Trouble.WATCH_BROKEN) {
                later(() -> end(new End.Broken(new ConnectException("Connection refused"))));
            } else {
                later(listener::onOpen);
                watch = history.server.watch(request.path(), this::send);
                bookmarks();
            }
        }

        private void bookmarks() {
            scheduler.after(Duration.ofSeconds(60), process, () -> {
                if (!ended) {
                    send(history.server.bookmark());
                    bookmarks();
                }
            });
        }

        private void send(byte[] line) {
            sent.add(line);
            later(this::deliver);
        }

        private void deliver() {
            if (mute || sent.isEmpty()) {
                return;
            }
            byte[] first = sent.remove();
            if (swaps > 0 && !sent.isEmpty() && history.areOfDifferentObjects(first, sent.element())) {
                swaps--;
                byte[] second = sent.remove();
                listener.onLine(second);
            }
            for (int i = 0; i <= repeats && !ended; i++) {
                listener.onLine(first);
            }
            repeats = 0;
        }

        /** In order: never before what was sent before. */
        private void later(Runnable action) {
            long at = Math.max(latest, scheduler.nanos() + history.latency().toNanos()) + 1;
            latest = at;
            scheduler.after(Duration.ofNanos(at - scheduler.nanos()), process, () -> {
                if (!ended) {
                    action.run();
                }
            });
        }

        private void end(End end) {
            if (!ended) {
                close();
                listener.onEnd(end);
            }
        }

        void close() {
            ended = true;
            streams.remove(this);
            if (watch != null) {
                watch.close();
            }
        }

        void hit(Trouble trouble, long millis) {
            history.tell(() -> "the watch of operator " + process.name() + " is hit by " + trouble);
            switch (trouble) {
                case STREAM_CUT -> end(new End.Broken(new IOException("connection reset")));
                case STREAM_ENDED -> end(new End.Closed());
                case STREAM_MUTE -> mute = true;
                case STREAM_ERROR -> send(Server.line("ERROR", json(500)));
                case STREAM_GARBLED -> send(GARBAGE);
                case STREAM_REPEATS -> repeats++;
                case STREAM_SWAPS -> swaps++;
                case STREAM_LATE ->
                    latest = Math.max(latest, scheduler.nanos())
                            + Duration.ofMillis(millis).toNanos();
                default -> throw new IllegalArgumentException("not of a stream: " + trouble);
            }
        }

        @Override
        public void cancel() {
            if (!ended) {
                close();
                scheduler.after(Duration.ZERO, process, () -> listener.onEnd(new End.Closed()));
            }
        }
    }

    private static com.fasterxml.jackson.databind.JsonNode json(int code) {
        return dev.kopf.apiserver.json.Json.object()
                .put("kind", "Status")
                .put("code", code)
                .put("message", "error " + code);
    }
}

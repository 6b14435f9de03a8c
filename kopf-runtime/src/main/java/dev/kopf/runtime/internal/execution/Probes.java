package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.handler.Probe;
import dev.kopf.runtime.handler.Thrown;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.progress.HandlerState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handlers of probes, asked all at once; their answers are good for a while, and whoever asks meanwhile gets the same (L-20). Safe for use by
 * several threads.
 */
public final class Probes {

    /** For so long an answer is good, and so long one may take. */
    private static final Duration TIME = Duration.ofSeconds(10);

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.probes");

    private final List<Probe> probes;
    private final Services services;
    private final Executor executor;
    private final Map<Probe, CompletableFuture<Answer>> running = new LinkedHashMap<>();
    private Instant asked = Instant.MIN;
    private CompletableFuture<Map<String, Answer>> answers = CompletableFuture.completedFuture(Map.of());

    /**
     * What one handler said.
     *
     * @param value a plain JSON value
     * @param failure why it is unhealthy; null if it is not
     */
    public record Answer(@Nullable Object value, @Nullable String failure) {}

    /** @param executor runs each handler in a thread of its own */
    public Probes(List<Probe> probes, Services services, Executor executor) {
        this.probes = List.copyOf(probes);
        this.services = services;
        this.executor = executor;
    }

    /** What the handlers say, by their ids; complete after ten seconds at the latest. */
    public synchronized CompletableFuture<Map<String, Answer>> ask() {
        Instant now = services.time().instant();
        boolean isOld = Duration.between(asked, now).abs().compareTo(TIME) >= 0;
        if (probes.isEmpty() || !(answers.isDone() && isOld)) {
            return answers;
        }
        asked = now;
        Map<String, CompletableFuture<Answer>> each = new LinkedHashMap<>();
        probes.forEach(probe -> each.put(probe.id().value(), ask(probe, now)));
        answers = CompletableFuture.allOf(each.values().toArray(CompletableFuture<?>[]::new))
                .thenApply(done -> {
                    Map<String, Answer> all = new LinkedHashMap<>();
                    each.forEach((id, answer) -> all.put(id, answer.join()));
                    return all;
                });
        return answers;
    }

    private CompletableFuture<Answer> ask(Probe probe, Instant now) {
        CompletableFuture<Answer> call = running.get(probe);
        if (call == null || call.isDone()) {
            call = new CompletableFuture<>();
            running.put(probe, call);
            begin(probe, now, call);
        }
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Timers.Timer limit = services.time()
                .after(TIME, () -> answer.complete(new Answer(null, "It has not answered within 10 s.")));
        CompletableFuture<Answer> unused = call.whenComplete((said, impossible) -> {
            limit.cancel();
            answer.complete(said);
        });
        return answer;
    }

    private void begin(Probe probe, Instant now, CompletableFuture<Answer> call) {
        try {
            executor.execute(() -> call.complete(call(probe, now)));
        } catch (Throwable noThread) { // whatever it is, an answer is waited for
            call.complete(failed(probe, noThread));
        }
    }

    private Answer call(Probe probe, Instant now) {
        try {
            Object said =
                    probe.function().probe(new ActivityCall(probe.id(), HandlerState.fresh(null, null, now), services));
            return new Answer(services.mapper().encode(said), null);
        } catch (Throwable thrown) { // the author's code: an Error is an answer too (R15)
            return failed(probe, thrown);
        }
    }

    private static Answer failed(Probe probe, Throwable thrown) {
        Thrown.tell(
                thrown,
                shown -> LOGGER.warn(
                        "The probe handler '{}' failed, and the operator counts as unhealthy.", probe.id(), shown));
        String message = Thrown.message(thrown);
        return new Answer(null, message == null ? Thrown.text(thrown) : message);
    }
}

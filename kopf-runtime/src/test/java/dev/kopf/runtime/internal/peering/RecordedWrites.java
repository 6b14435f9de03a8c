package dev.kopf.runtime.internal.peering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.internal.client.ApiRequest;
import dev.kopf.runtime.internal.client.ApiResponse;
import dev.kopf.runtime.internal.client.FakeTimers;
import dev.kopf.runtime.internal.client.ObjectName;
import dev.kopf.runtime.internal.client.ServedKind;
import dev.kopf.runtime.internal.client.StatusFields;
import dev.kopf.runtime.internal.client.Transport;
import dev.kopf.runtime.internal.peering.PeeringRules.Self;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import dev.kopf.runtime.resource.ResourceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What is written to a peering object, and when; the server says nothing of what comes of it. */
final class RecordedWrites implements Transport {

    private final FakeTimers timers = new FakeTimers();
    private final double chance;
    private final Instant begin;
    private final List<Map<String, @Nullable Object>> requests = new ArrayList<>();
    private int status = 200;

    RecordedWrites(Instant now, double chance) {
        this.chance = chance;
        this.begin = now;
        timers.jump(Duration.between(timers.instant(), now));
    }

    void answer(int code) {
        status = code;
    }

    PeeringObject object(ResourceKind kind, @Nullable String namespace, String name, Self self) {
        StatusFields writer = new StatusFields(this);
        return new PeeringObject(
                new ObjectName(kind, namespace, name),
                new ServedKind(kind, false),
                self,
                new PeeringObject.Surroundings(new Object(), writer, writer, timers, () -> chance, false, () -> {}));
    }

    void advance(double seconds) {
        timers.advance(duration(seconds));
    }

    void pass(double seconds) {
        timers.pass(duration(seconds));
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    /** As Kopf's are kept; ours have one field more, which is looked at and left out. */
    List<Map<String, @Nullable Object>> requests() {
        for (Map<String, @Nullable Object> request : requests) {
            Map<String, @Nullable Object> status =
                    Json.map(Json.map(request.get("payload")).get("status"));
            status.values().forEach(record -> {
                if (record != null) {
                    assertThat(Json.map(record).remove("started")).isEqualTo("2026-11-20T10:10:12+00:00");
                }
            });
        }
        return requests;
    }

    @Override
    public String server() {
        return "http://fake";
    }

    @Override
    public CompletableFuture<ApiResponse> send(ApiRequest request) {
        Map<String, @Nullable Object> recorded = new LinkedHashMap<>();
        recorded.put("at", Duration.between(begin, timers.instant()).toNanos() / 1e9);
        recorded.put("url", request.path());
        try {
            recorded.put("payload", Json.mutableCopy(Json.parse(String.valueOf(request.body()))));
        } catch (JsonException e) {
            throw new AssertionError(request.body(), e);
        }
        requests.add(recorded);
        return CompletableFuture.completedFuture(new ApiResponse(status, new byte[] {'{', '}'}, null));
    }

    @Override
    public Stream stream(ApiRequest request, Listener listener) {
        throw new AssertionError("nobody watches here");
    }

    @Override
    public void close() {}
}

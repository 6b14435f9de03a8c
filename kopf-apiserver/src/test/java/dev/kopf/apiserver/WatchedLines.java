package dev.kopf.apiserver;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The lines of an open watch, as they come. */
final class WatchedLines implements AutoCloseable {

    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final Stream<String> lines;
    private final CompletableFuture<Void> end;

    private WatchedLines(Stream<String> lines) {
        this.lines = lines;
        this.end = CompletableFuture.runAsync(() -> lines.forEach(line -> events.add(Http.json(line))));
    }

    static WatchedLines open(HttpClient client, HttpRequest request) {
        HttpResponse<Stream<String>> response =
                client.sendAsync(request, BodyHandlers.ofLines()).join();
        return new WatchedLines(response.body());
    }

    /** The next so many events, each as {@code TYPE name}. */
    List<String> first(int count) {
        return events(count).stream()
                .map(event -> event.path("type").asText() + " "
                        + event.path("object").path("metadata").path("name").asText())
                .toList();
    }

    List<JsonNode> events(int count) {
        Awaitility.await(count + " events of a watch, so far: " + events).until(() -> events.size() >= count);
        return events.subList(0, count);
    }

    void awaitEnd() {
        Awaitility.await("the end of a watch").until(end::isDone);
    }

    int count() {
        return events.size();
    }

    @Override
    public void close() {
        lines.close();
    }
}

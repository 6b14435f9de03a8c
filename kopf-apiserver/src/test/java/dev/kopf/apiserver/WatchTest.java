package dev.kopf.apiserver;

import static dev.kopf.apiserver.ObjectsTest.version;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WatchTest {

    private static final String MAPS = "/api/v1/namespaces/default/configmaps";

    private ApiServer server;
    private Http http;

    @BeforeEach
    void start() {
        server = ApiServer.builder()
                .historyLimit(10)
                .bookmarkInterval(Duration.ofMillis(50))
                .start();
        http = new Http(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private long create(String name) {
        return version(http.post(MAPS, "{\"metadata\":{\"name\":\"" + name + "\"}}"));
    }

    @Test
    void from_a_version_exactly_the_events_after_it_are_told() {
        create("a");
        long from = create("b");
        create("c");

        try (WatchedLines watch = http.watch(MAPS + "?watch=true&resourceVersion=" + from)) {
            http.merge(MAPS + "/a", "{\"data\":{\"k\":\"v\"}}");
            http.delete(MAPS + "/b");

            assertThat(watch.first(3)).containsExactly("ADDED c", "MODIFIED a", "DELETED b");
        }
    }

    @Test
    void without_a_version_the_objects_that_are_there_come_first() {
        create("a");
        for (String version : List.of("", "&resourceVersion=0")) {
            try (WatchedLines watch = http.watch(MAPS + "?watch=true" + version)) {
                assertThat(watch.first(1)).containsExactly("ADDED a");
            }
        }
    }

    @Test
    void a_write_that_changes_nothing_is_no_event() {
        long from = create("a");
        try (WatchedLines watch = http.watch(MAPS + "?watch=true&resourceVersion=" + from)) {
            http.merge(MAPS + "/a", "{}");
            http.merge(MAPS + "/a", "{\"data\":{\"k\":\"v\"}}");

            assertThat(watch.first(1)).containsExactly("MODIFIED a");
            assertThat(watch.events(1)
                            .get(0)
                            .path("object")
                            .path("data")
                            .path("k")
                            .asText())
                    .isEqualTo("v");
        }
    }

    @Test
    void other_namespaces_and_kinds_are_not_told() {
        http.post("/api/v1/namespaces", "{\"metadata\":{\"name\":\"n1\"}}");
        try (WatchedLines watch = http.watch(MAPS + "?watch=true");
                WatchedLines all = http.watch("/api/v1/configmaps?watch=true")) {
            http.post("/api/v1/namespaces/n1/configmaps", "{\"metadata\":{\"name\":\"far\"}}");
            http.post("/api/v1/namespaces/default/secrets", "{\"metadata\":{\"name\":\"secret\"}}");
            create("near");

            assertThat(watch.first(1)).containsExactly("ADDED near");
            assertThat(all.first(2)).containsExactly("ADDED far", "ADDED near");
        }
    }

    @Test
    void an_object_that_leaves_the_selection_is_deleted_for_the_watcher() {
        try (WatchedLines watch = http.watch(MAPS + "?watch=true&labelSelector=l%3D1")) {
            create("a");
            http.merge(MAPS + "/a", "{\"metadata\":{\"labels\":{\"l\":\"1\"}}}");
            http.merge(MAPS + "/a", "{\"data\":{\"k\":\"v\"}}");
            http.merge(MAPS + "/a", "{\"metadata\":{\"labels\":{\"l\":\"2\"}}}");
            http.delete(MAPS + "/a");
            http.post(MAPS, "{\"metadata\":{\"name\":\"b\",\"labels\":{\"l\":\"1\"}}}");

            assertThat(watch.first(4)).containsExactly("ADDED a", "MODIFIED a", "DELETED a", "ADDED b");
        }
    }

    @Test
    void one_object_is_watched_by_its_name() {
        create("a");
        try (WatchedLines watch = http.watch(MAPS + "?watch=true&fieldSelector=metadata.name%3Db")) {
            create("b");

            assertThat(watch.first(1)).containsExactly("ADDED b");
        }
    }

    @Test
    void a_version_that_is_too_old_is_a_410() {
        long from = create("a");
        for (int i = 0; i < 11; i++) {
            create("b" + i);
        }

        assertExpired(from);
    }

    @Test
    void a_compacted_history_is_a_410_but_open_watches_go_on() {
        long from = create("a");
        try (WatchedLines open = http.watch(MAPS + "?watch=true&resourceVersion=" + from)) {
            create("b");
            server.faults().compactHistory();
            create("c");

            assertThat(open.first(2)).containsExactly("ADDED b", "ADDED c");
            assertExpired(from);
        }
    }

    private void assertExpired(long from) {
        try (WatchedLines watch = http.watch(MAPS + "?watch=true&resourceVersion=" + from)) {
            JsonNode event = watch.events(1).get(0);
            assertThat(event.path("type").asText()).isEqualTo("ERROR");
            assertThat(event.path("object").path("code").asInt()).isEqualTo(410);
            assertThat(event.path("object").path("reason").asText()).isEqualTo("Expired");
            watch.awaitEnd();
        }
    }

    @Test
    void bookmarks_carry_the_version_of_the_store() {
        try (WatchedLines watch = http.watch(MAPS + "?watch=true&allowWatchBookmarks=true")) {
            long secret = version(http.post("/api/v1/namespaces/default/secrets", "{\"metadata\":{\"name\":\"s\"}}"));

            Awaitility.await().until(() -> watch.count() > 0 && bookmarked(watch) >= secret);
            assertThat(watch.events(1).get(0).path("type").asText()).isEqualTo("BOOKMARK");
            assertThat(watch.events(1).get(0).path("object").path("kind").asText())
                    .isEqualTo("ConfigMap");
        }
    }

    private static long bookmarked(WatchedLines watch) {
        List<JsonNode> events = watch.events(watch.count());
        return events.get(events.size() - 1)
                .path("object")
                .path("metadata")
                .path("resourceVersion")
                .asLong();
    }

    @Test
    void initial_events_end_with_a_bookmark() {
        create("a");
        try (WatchedLines watch = http.watch(MAPS + "?watch=true&allowWatchBookmarks=true&sendInitialEvents=true"
                + "&resourceVersionMatch=NotOlderThan")) {
            assertThat(watch.first(2)).containsExactly("ADDED a", "BOOKMARK ");
            assertThat(watch.events(2)
                            .get(1)
                            .path("object")
                            .path("metadata")
                            .path("annotations")
                            .path("k8s.io/initial-events-end")
                            .asText())
                    .isEqualTo("true");
        }
    }

    @Test
    void a_watch_ends_after_its_timeout() {
        try (WatchedLines watch = http.watch(MAPS + "?watch=true&timeoutSeconds=1")) {
            watch.awaitEnd();
        }
    }

    @Test
    void dropped_watches_end() {
        try (WatchedLines watch = http.watch(MAPS + "?watch=true")) {
            create("a");
            watch.events(1);
            server.faults().dropWatches();

            watch.awaitEnd();
        }
    }
}

package dev.kopf.runtime.internal.peering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.internal.CapturedLog;
import dev.kopf.runtime.resource.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people write so that operators pause (N-13). */
final class HandWritingTest {

    private final FakePeerings server = FakePeerings.ofCluster();

    @Test
    void N13_a_record_is_written_and_taken_away() {
        server.create(FakePeerings.CLUSTER);

        assertThat(write(100, 60)).isEmpty();
        assertThat(Json.map(server.records(FakePeerings.CLUSTER).get("me@host")))
                .containsEntry("priority", 100)
                .containsEntry("lifetime", 60)
                .containsKey("lastseen");

        assertThat(write(0, 0)).isEmpty();
        assertThat(server.records(FakePeerings.CLUSTER)).isEmpty();
    }

    @Test
    void N13_a_record_is_written_in_each_namespace() {
        server.served.add("kopf.dev/v1/kopfpeerings");
        server.create("/apis/kopf.dev/v1/namespaces/a/kopfpeerings/default");

        String problem = write("a", "b");

        assertThat(server.records("/apis/kopf.dev/v1/namespaces/a/kopfpeerings/default"))
                .containsOnlyKeys("me@host");
        assertThat(problem)
                .isEqualTo("There is no KopfPeering 'default' in namespace b. Create it, or name another one with"
                        + " --peering.");
    }

    @Test
    void F31_N13_a_pattern_means_the_namespaces_that_there_are() {
        server.served.add("kopf.dev/v1/kopfpeerings");
        server.namespaces.addAll(List.of("app-a", "app-b", "app-c-test", "app-d", "other", "named"));
        for (String namespace : server.namespaces) {
            if (!namespace.equals("app-d")) {
                server.create(inNamespace(namespace));
            }
        }
        try (CapturedLog log = new CapturedLog("kopf.peering")) {
            assertThat(write("app-*,!*-test", "named", "app-a")).isEmpty();

            assertThat(log.messages())
                    .anyMatch(line -> line.contains("KopfPeering 'default' in namespace app-a"))
                    .anyMatch(line -> line.contains("There is no KopfPeering 'default' in namespace app-d"))
                    .hasSize(4);
        }
        for (String namespace : List.of("app-a", "app-b", "named")) {
            assertThat(server.records(inNamespace(namespace))).containsOnlyKeys("me@host");
        }
        assertThat(server.records(inNamespace("app-c-test"))).isEmpty();
        assertThat(server.records(inNamespace("other"))).isEmpty();
        assertThat(server.taken())
                .noneMatch(request -> request.contains("*") || request.contains("%2A"))
                .filteredOn(request -> request.startsWith("GET /api/v1/namespaces"))
                .hasSize(1);
    }

    @Test
    void F31_N13_that_no_namespace_matches_a_pattern_is_an_error() {
        server.served.add("kopf.dev/v1/kopfpeerings");
        server.namespaces.addAll(List.of("a", "b"));
        server.create(inNamespace("a"));

        assertThat(write("a", "app-*")).isEqualTo("No namespace matches 'app-*': nothing is written there.");
        assertThat(server.records(inNamespace("a"))).containsOnlyKeys("me@host");
    }

    @Test
    void F31_N13_that_no_namespace_of_a_pattern_has_the_object_is_an_error() {
        server.served.add("kopf.dev/v1/kopfpeerings");
        server.namespaces.addAll(List.of("app-a", "app-b"));

        assertThat(write("app-*"))
                .isEqualTo(
                        "No namespace that matches has a KopfPeering 'default': app-a, app-b. Create it, or name another"
                                + " one with --peering.");
    }

    @Test
    void R17_N13_whoever_may_not_list_namespaces_is_told_so() {
        server.served.add("kopf.dev/v1/kopfpeerings");
        server.refuse("GET /api/v1/namespaces", 403);

        assertThat(write("app-*")).startsWith("Not allowed to list namespaces in the whole cluster.");
    }

    private static String inNamespace(String namespace) {
        return "/apis/kopf.dev/v1/namespaces/" + namespace + "/kopfpeerings/default";
    }

    @Test
    void N1_one_kind_of_both_is_enough() {
        server.served.add("zalando.org/v1/clusterkopfpeerings");
        String old = FakePeerings.CLUSTER.replace("kopf.dev", "zalando.org");
        server.create(old);

        assertThat(write(100, 60)).isEmpty();
        assertThat(server.records(old)).containsOnlyKeys("me@host");
    }

    @Test
    void N13_without_the_kind_nothing_can_be_written() {
        server.served.clear();

        assertThat(write(100, 60)).startsWith("The cluster does not serve clusterkopfpeerings.v1.kopf.dev.");
    }

    @Test
    void what_is_forbidden_is_named() {
        server.create(FakePeerings.CLUSTER);
        server.refuse("PATCH", 403);

        assertThat(write(100, 60)).startsWith("Not allowed to patch clusterkopfpeerings.kopf.dev");
    }

    @Test
    void a_server_that_is_not_there_is_named() {
        server.reachable(false);

        assertThat(write(100, 60)).startsWith("Cannot reach the API server at http://fake");
    }

    private String write(int priority, int lifetime) {
        return HandWriting.write(
                server, new HandWriting.ManualRecord("default", false, List.of(), "me@host", priority, lifetime));
    }

    private String write(String... namespaces) {
        return HandWriting.write(
                server, new HandWriting.ManualRecord("default", false, List.of(namespaces), "me@host", 100, 60));
    }
}

package dev.kopf.runtime.internal.peering;

import static org.assertj.core.api.Assertions.assertThat;

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

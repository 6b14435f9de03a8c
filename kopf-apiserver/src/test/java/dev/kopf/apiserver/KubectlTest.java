package dev.kopf.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class KubectlTest {

    private static final String WIDGET = """
            apiVersion: example.com/v1
            kind: Widget
            metadata: {name: my-widget}
            spec: {size: 1Gi}
            """;

    @TempDir
    private Path home;

    private ApiServer server;
    private Kubectl kubectl;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        server = ApiServer.start();
        server.createCrds(Path.of("src/test/resources/crds"));
        kubectl = Kubectl.of(server, home);
        file = Files.writeString(home.resolve("widget.yaml"), WIDGET);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void apply_creates_configures_and_leaves_alone() throws Exception {
        assertThat(kubectl.run("apply", "-f", file.toString())).isEqualTo("widget.example.com/my-widget created\n");
        assertThat(kubectl.run("apply", "-f", file.toString())).isEqualTo("widget.example.com/my-widget unchanged\n");
        Files.writeString(file, WIDGET.replace("1Gi", "2Gi"));
        assertThat(kubectl.run("apply", "-f", file.toString())).isEqualTo("widget.example.com/my-widget configured\n");
        Files.writeString(file, WIDGET.replace("size", "bogus"));
        assertThat(kubectl.fail("apply", "-f", file.toString())).contains("unknown field \"spec.bogus\"");
    }

    @Test
    void apply_creates_a_crd_that_can_be_waited_for() throws Exception {
        String crd =
                Path.of("src/test/resources/crds/widgets.yaml").toAbsolutePath().toString();
        kubectl.run("delete", "crd", "widgets.example.com", "plains.example.com");

        kubectl.run("apply", "-f", crd);

        assertThat(kubectl.run("wait", "--for=condition=established", "crd/widgets.example.com", "--timeout=10s"))
                .contains("condition met");
        assertThat(kubectl.run("get", "crds")).contains("widgets.example.com");
    }

    @Test
    void get_prints_tables_yaml_and_paths() throws Exception {
        kubectl.run("apply", "-f", file.toString());

        assertThat(kubectl.run("get", "wd")).containsPattern("NAME +SIZE +READY +AGE\nmy-widget +1Gi +\\d+s\n");
        assertThat(kubectl.run("get", "widgets", "-A", "-o", "wide")).contains("NAMESPACE", "COUNT");
        assertThat(kubectl.run("get", "all")).contains("widget.example.com/my-widget");
        assertThat(kubectl.run("get", "widget", "my-widget", "-o", "yaml")).contains("  size: 1Gi\n");
        assertThat(kubectl.run("get", "widget", "my-widget", "-o", "jsonpath={.spec.mode}"))
                .isEqualTo("a");
        assertThat(kubectl.fail("get", "widget", "nope"))
                .isEqualTo("Error from server (NotFound): widgets.example.com \"nope\" not found\n");
    }

    @Test
    void describe_shows_the_object_and_its_events() throws Exception {
        kubectl.run("apply", "-f", file.toString());
        String uid = kubectl.run("get", "widget", "my-widget", "-o", "jsonpath={.metadata.uid}");
        Path event = Files.writeString(home.resolve("event.yaml"), """
                apiVersion: v1
                kind: Event
                metadata: {name: e1, namespace: default}
                type: Normal
                reason: Tested
                message: It was tested.
                involvedObject: {apiVersion: example.com/v1, kind: Widget, name: my-widget, namespace: default, uid: %s}
                """.formatted(uid));
        kubectl.run("create", "-f", event.toString());

        assertThat(kubectl.run("describe", "widget", "my-widget")).contains("Size:  1Gi", "Tested", "It was tested.");
        assertThat(kubectl.run("get", "events")).contains("widget/my-widget", "It was tested.");
    }

    @Test
    void patch_takes_each_kind_of_patch() throws Exception {
        kubectl.run("apply", "-f", file.toString());

        kubectl.run("patch", "widget", "my-widget", "--type=merge", "-p", "{\"spec\":{\"count\":3}}");
        assertThat(kubectl.run("get", "widget", "my-widget", "-o", "jsonpath={.spec.count}"))
                .isEqualTo("3");
        kubectl.run(
                "patch", "widget", "my-widget", "--type=json", "-p", "[{\"op\":\"remove\",\"path\":\"/spec/count\"}]");
        assertThat(kubectl.run("get", "widget", "my-widget", "-o", "jsonpath={.spec.count}"))
                .isEmpty();
        kubectl.run(
                "patch", "widget", "my-widget", "--subresource=status", "--type=merge", "-p", "{\"status\":{\"x\":1}}");
        assertThat(kubectl.run("get", "widget", "my-widget", "-o", "jsonpath={.status.x}"))
                .isEqualTo("1");
        kubectl.run("patch", "namespace", "default", "-p", "{\"metadata\":{\"labels\":{\"l\":\"v\"}}}");
        assertThat(kubectl.run("get", "ns", "-l", "l=v", "-o", "name")).isEqualTo("namespace/default\n");
    }

    @Test
    void edit_changes_the_object() throws Exception {
        kubectl.run("apply", "-f", file.toString());

        Process edit = kubectl.start(Map.of("KUBE_EDITOR", "sed -i s/1Gi/3Gi/"), "edit", "widget", "my-widget");

        assertThat(edit.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(edit.exitValue()).isZero();
        assertThat(kubectl.run("get", "widget", "my-widget", "-o", "jsonpath={.spec.size}"))
                .isEqualTo("3Gi");
    }

    @Test
    void delete_waits_until_the_object_is_gone() throws Exception {
        kubectl.run("apply", "-f", file.toString());

        assertThat(kubectl.run("delete", "-f", file.toString())).startsWith("widget.example.com \"my-widget\" deleted");

        assertThat(kubectl.run("get", "widgets")).startsWith("No resources found");
    }

    @Test
    void wait_sees_a_field_and_a_deletion() throws Exception {
        kubectl.run("apply", "-f", file.toString());
        Process field = kubectl.start(
                Map.of(), "wait", "--for=jsonpath={.status.phase}=Done", "widget/my-widget", "--timeout=30s");
        awaitWatch(1);
        kubectl.run(
                "patch",
                "widget",
                "my-widget",
                "--subresource=status",
                "--type=merge",
                "-p",
                "{\"status\":{\"phase\":\"Done\"}}");
        assertThat(field.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(field.exitValue()).isZero();

        Process deletion = kubectl.start(Map.of(), "wait", "--for=delete", "widget/my-widget", "--timeout=30s");
        awaitWatch(2);
        kubectl.run("delete", "widget", "my-widget");
        assertThat(deletion.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(deletion.exitValue()).isZero();
    }

    @Test
    void get_w_prints_every_change() throws Exception {
        kubectl.run("apply", "-f", file.toString());
        Process watch = kubectl.start(Map.of(), "get", "widgets", "-w");
        List<String> lines = new CopyOnWriteArrayList<>();
        try (BufferedReader reader = watch.inputReader()) {
            var reading = CompletableFuture.runAsync(() -> reader.lines().forEach(lines::add));
            Awaitility.await().until(() -> lines.size() >= 2);
            awaitWatch(1);
            kubectl.run("patch", "widget", "my-widget", "--type=merge", "-p", "{\"spec\":{\"size\":\"4Gi\"}}");

            Awaitility.await().until(() -> lines.size() >= 3);
            assertThat(lines.get(2)).containsPattern("my-widget +4Gi");
            watch.destroy();
            reading.join();
        }
    }

    private void awaitWatch(int count) {
        Awaitility.await("watches")
                .until(() -> server.requests().stream()
                                .filter(request -> request.verb().equals("watch"))
                                .count()
                        >= count);
    }

    @Test
    void create_sends_protobuf_for_simple_kinds() throws Exception {
        kubectl.run("create", "namespace", "n1");
        kubectl.run("create", "configmap", "c", "--from-literal=k=v", "-n", "n1");
        kubectl.run("create", "secret", "generic", "s", "--from-literal=k=v", "-n", "n1");

        assertThat(kubectl.run("get", "configmap", "c", "-n", "n1", "-o", "jsonpath={.data}"))
                .isEqualTo("{\"k\":\"v\"}");
        assertThat(kubectl.run("get", "secret", "s", "-n", "n1", "-o", "jsonpath={.data}"))
                .isEqualTo("{\"k\":\"dg==\"}");
        assertThat(kubectl.run("auth", "can-i", "get", "pods")).contains("yes");
    }

    @Test
    void explain_tells_what_the_schema_says() throws Exception {
        assertThat(kubectl.run("explain", "widget.spec")).contains("What the widget is to be.", "size");
    }

    @Test
    void claims_are_printed_as_a_real_server_has_them_printed() throws Exception {
        Path claim = Files.writeString(home.resolve("claim.yaml"), """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: p}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
                """);
        kubectl.run("apply", "-f", claim.toString());

        assertThat(kubectl.run("get", "pvc"))
                .containsPattern("NAME +STATUS +VOLUME +CAPACITY +ACCESS MODES +STORAGECLASS.* AGE\np +Pending");
        kubectl.run("delete", "pvc", "p");
    }
}

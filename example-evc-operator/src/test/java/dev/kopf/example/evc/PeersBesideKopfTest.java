package dev.kopf.example.evc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.example.evc.OperatorProcess.Program;
import dev.kopf.example.evc.OperatorProcess.Role;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Kopf itself and an operator written here beside each other: each makes way for the other, whichever way that one ends. */
@Execution(ExecutionMode.CONCURRENT) // most of the time they wait for programs
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PeersBesideKopfTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LIFETIME = "6";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"IN_PROCESS,KOPF", "IN_PROCESS,JAVA", "KUBE_APISERVER,KOPF", "KUBE_APISERVER,JAVA"})
    void N6_N7_each_pauses_for_the_other_and_goes_on_when_that_one_ends_or_is_killed(
            EndToEndTest.Server server, Program higher) throws Exception {
        OperatorProcess.installKopf();
        Program lower = higher.other();
        try (Cluster cluster = cluster(server);
                Claims claims = new Claims(cluster);
                OperatorProcess low = claims.operator(lower, 0)) {
            claims.create("a");
            claims.awaitCall(lower + " made a");

            try (OperatorProcess high = claims.operator(higher, 10)) {
                claims.await("it pauses", () -> low.says("Pausing"));
                claims.create("b");
                claims.awaitCall(higher + " made b");
                claims.awaitHandled("b"); // what is not stored is done again by the other one
                high.kill();
            }
            claims.create("c");
            claims.awaitCall(lower + " made c");

            try (OperatorProcess high = claims.operator(higher, 10)) {
                claims.resize("a");
                claims.await("the other one works", () -> claims.records().size() == 2);
                claims.create("d");
                claims.awaitAnyCall("made d");
                low.kill();
                claims.await(
                        "the dead one is taken away", () -> claims.records().size() == 1);
                high.stop();
            }
            claims.await("both have left", () -> claims.records().isEmpty());
            // Kopf may still handle what comes in the moment after it has said that it pauses.
            assertThat(claims.calls()).doesNotHaveDuplicates();
            if (lower == Program.JAVA) {
                assertThat(claims.calls()).doesNotContain("JAVA made b");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Program.class)
    void R9_of_two_with_the_same_priority_ours_works(Program first) throws Exception {
        OperatorProcess.installKopf();
        try (Cluster cluster = Cluster.inProcess();
                Claims claims = new Claims(cluster);
                OperatorProcess one = claims.operator(first, 0)) {
            claims.await("it is there", () -> claims.records().size() == 1);
            try (OperatorProcess other = claims.operator(first.other(), 0)) {
                OperatorProcess kopf = first == Program.KOPF ? one : other;
                claims.await("it pauses", () -> kopf.says("Pausing"));
                claims.create("a", "b");
                claims.awaitCall("JAVA made a");
                claims.awaitCall("JAVA made b");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Program.class)
    void N13_each_can_be_frozen_and_resumed_by_the_commands_of_the_other(Program program) throws Exception {
        OperatorProcess.installKopf();
        try (Cluster cluster = Cluster.inProcess();
                Claims claims = new Claims(cluster);
                OperatorProcess operator = claims.operator(program, 100)) {
            claims.await("it is there", () -> claims.records().size() == 1);
            claims.command(program.other(), "freeze", "-A", "-P", "default", "-t", "1000");
            claims.await("it pauses", () -> operator.says("Pausing"));
            claims.create("a");
            assertThat(claims.calls()).isEmpty();

            claims.command(program.other(), "resume", "-A", "-P", "default");
            claims.awaitCall(program + " made a");
        }
    }

    private static Cluster cluster(EndToEndTest.Server server) throws IOException, InterruptedException {
        return server == EndToEndTest.Server.IN_PROCESS ? Cluster.inProcess() : Cluster.real();
    }

    /** Claims that operators work on, and the object at which they meet. */
    private final class Claims implements AutoCloseable {

        private final Map<String, String> environment;
        private final KubernetesClient client;
        private final HandOver claims;

        Claims(Cluster cluster) throws Exception {
            claims = new HandOver(cluster, folder);
            environment = Map.of(
                    "KUBECONFIG", folder.resolve("kubeconfig").toString(),
                    "PEERS_FOLDER", folder.toString(),
                    "PEERS_LIFETIME", LIFETIME);
            client = cluster.client();
            try (var crds = Files.newInputStream(Path.of("..", "docs", "peering.yaml"))) {
                client.load(crds).create();
            }
            await(
                    "the object to meet at",
                    () -> client.resource(new GenericKubernetesResourceBuilder()
                                            .withApiVersion("kopf.dev/v1")
                                            .withKind("ClusterKopfPeering")
                                            .withNewMetadata()
                                            .withName("default")
                                            .endMetadata()
                                            .build())
                                    .create()
                                    .getMetadata()
                                    .getUid()
                            != null);
        }

        OperatorProcess operator(Program program, int priority) throws IOException {
            Map<String, String> all = new HashMap<>(environment);
            all.put("KOPF_RUN_PRIORITY", "" + priority);
            return OperatorProcess.start(program, Role.PEERS, folder, all);
        }

        void command(Program program, String... arguments) throws IOException, InterruptedException {
            OperatorProcess command =
                    OperatorProcess.start(program, Role.PEERS, List.of(arguments), folder, environment);
            assertThat(command.exitCode()).as(Files.readString(command.log())).isZero();
        }

        void create(String... names) {
            claims.create(names);
        }

        void awaitHandled(String name) {
            claims.awaitHandled(name);
        }

        void resize(String name) {
            claims.resize(name, "2Gi");
        }

        Map<?, ?> records() {
            GenericKubernetesResource peering = client.genericKubernetesResources("kopf.dev/v1", "ClusterKopfPeering")
                    .withName("default")
                    .get();
            return peering.<Object>get("status") instanceof Map<?, ?> records ? records : Map.of();
        }

        List<String> calls() throws IOException {
            Path calls = folder.resolve("calls");
            return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
        }

        void awaitCall(String call) {
            await(call, () -> calls().contains(call));
        }

        void awaitAnyCall(String end) {
            await(end, () -> calls().stream().anyMatch(call -> call.endsWith(end)));
        }

        void await(String what, Callable<Boolean> condition) {
            Awaitility.await(what)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .ignoreExceptions()
                    .until(condition);
        }

        @Override
        public void close() {
            client.close();
            claims.close();
        }
    }
}

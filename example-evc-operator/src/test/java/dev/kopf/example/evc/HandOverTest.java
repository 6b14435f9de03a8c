package dev.kopf.example.evc;

import dev.kopf.example.evc.OperatorProcess.Program;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Kopf itself and an operator written here take turns on the same objects, each killed in the middle of its work: what one has begun
 * the other ends.
 */
@Execution(ExecutionMode.CONCURRENT) // most of the time they wait for programs
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HandOverTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"IN_PROCESS,KOPF", "IN_PROCESS,JAVA", "KUBE_APISERVER,KOPF", "KUBE_APISERVER,JAVA"})
    void nothing_is_handled_twice_and_no_progress_is_lost_when_operators_take_turns(
            EndToEndTest.Server server, Program first) throws Exception {
        OperatorProcess.installKopf();
        try (Cluster cluster = server == EndToEndTest.Server.IN_PROCESS ? Cluster.inProcess() : Cluster.real();
                HandOver handOver = new HandOver(cluster, folder)) {
            handOver.turn(first, () -> {
                handOver.create("settled", "going", "growing", "growing-offline", "leaving", "leaving-offline");
                handOver.go("settled", "going", "growing", "growing-offline", "leaving", "leaving-offline");
                handOver.awaitHandled("settled", "going", "growing", "growing-offline", "leaving", "leaving-offline");
                handOver.stay("growing", "growing-offline", "leaving", "leaving-offline");
                handOver.hang("hanging", "create_retry");
                handOver.create("making", "hanging");
                handOver.resize("growing", "2Gi");
                handOver.delete("leaving");
                handOver.awaitCall("hanging", "create_retry");
                handOver.awaitWaiting("making", "create_retry", 2);
                handOver.awaitWaiting("growing", "update_retry", 1);
                handOver.awaitWaiting("leaving", "delete_retry", 1);
            });
            handOver.hangNoMore("hanging", "create_retry");
            handOver.resize("growing-offline", "3Gi");
            handOver.delete("leaving-offline");
            handOver.create("made-offline");

            handOver.turn(first.other(), () -> {
                handOver.awaitWaiting("making", "create_retry", 4);
                handOver.awaitWaiting("hanging", "create_retry", 1);
                handOver.awaitWaiting("made-offline", "create_retry", 2);
                handOver.awaitWaiting("growing", "update_retry", 3);
                handOver.awaitWaiting("growing-offline", "update_retry", 1);
                handOver.awaitWaiting("leaving", "delete_retry", 3);
                handOver.awaitWaiting("leaving-offline", "delete_retry", 1);
            });

            handOver.turn(first, () -> {
                handOver.awaitWaiting("making", "create_retry", 5);
                handOver.awaitWaiting("growing", "update_retry", 4);
                handOver.awaitWaiting("leaving", "delete_retry", 4);
                handOver.go(
                        "making",
                        "hanging",
                        "made-offline",
                        "growing",
                        "growing-offline",
                        "leaving",
                        "leaving-offline");
                handOver.awaitHandled("making", "hanging", "made-offline", "growing", "growing-offline");
                handOver.awaitGone("leaving", "leaving-offline");
            });

            handOver.turn(first.other(), () -> {
                handOver.create("last");
                handOver.awaitWaiting("last", "create_retry", 1);
            });
        }
    }
}

package dev.kopf.example.evc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.apiserver.ApiServer;
import dev.kopf.apiserver.traffic.Request;
import dev.kopf.example.evc.OperatorProcess.Program;
import dev.kopf.example.evc.OperatorProcess.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** How often an operator writes to an object, beside Kopf doing the same on the same API server; printed as a table. */
@Execution(ExecutionMode.CONCURRENT) // most of the time they wait for programs
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WritesBesideKopfTest {

    private static final List<Integer> HANDLERS = List.of(1, 2, 5);

    @TempDir
    Path folder;

    @Test
    void R7_ours_are_the_fewest_that_there_can_be_and_never_more_than_those_of_Kopf() throws Exception {
        OperatorProcess.installKopf();
        Map<String, Map<String, Integer>> table = new LinkedHashMap<>();
        for (int handlers : HANDLERS) {
            for (Program program : Program.values()) {
                table.put(program + " " + handlers, writes(program, handlers));
            }
        }
        print(table);
        for (int handlers : HANDLERS) {
            Map<String, Integer> ours = table.get("JAVA " + handlers);
            assertThat(ours)
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "creation",
                            2,
                            "update",
                            1,
                            "deletion",
                            1,
                            "failed attempt",
                            1,
                            "creation, with results",
                            3));
            assertThat(table.get("KOPF " + handlers))
                    .allSatisfy((row, count) -> assertThat(count).as(row).isGreaterThanOrEqualTo(ours.get(row)));
        }
    }

    private Map<String, Integer> writes(Program program, int handlers) throws Exception {
        Map<String, Integer> writes = new LinkedHashMap<>();
        ApiServer server = ApiServer.start();
        Path run = Files.createDirectory(folder.resolve(program + "-" + handlers));
        try (HandOver claims = new HandOver(Cluster.of(server), run);
                OperatorProcess operator = OperatorProcess.start(
                        program,
                        Role.WRITES,
                        run,
                        Map.of("KUBECONFIG", run.resolve("kubeconfig").toString(), "HANDLERS", "" + handlers))) {
            claims.create("plain", "failing", "resulting");
            claims.awaitHandled("plain", "failing", "resulting");
            claims.awaitResults("resulting", handlers);
            writes.put("creation", count(server, "plain"));
            writes.put("failed attempt", count(server, "failing") - count(server, "plain"));
            writes.put("creation, with results", count(server, "resulting"));
            server.forgetRequests();
            claims.resize("plain", "2Gi");
            claims.awaitHandled("plain");
            writes.put("update", count(server, "plain"));
            server.forgetRequests();
            claims.delete("plain");
            claims.awaitGone("plain");
            writes.put("deletion", count(server, "plain"));
        } finally {
            server.close();
        }
        return writes;
    }

    /** The writes of the operator; both say that they are Kopf. */
    private static int count(ApiServer server, String name) {
        return (int) server.requests().stream()
                .filter(Request::isWrite)
                .filter(request -> request.name().equals(name))
                .filter(request -> request.userAgent().startsWith("kopf"))
                .count();
    }

    private static void print(Map<String, Map<String, Integer>> table) {
        StringBuilder text = new StringBuilder("writes per object | " + String.join(" | ", table.keySet()) + "\n");
        for (String row : table.values().iterator().next().keySet()) {
            text.append(row);
            table.values().forEach(column -> text.append(" | ").append(column.get(row)));
            text.append('\n');
        }
        System.out.println(text);
    }
}

package dev.kopf.example.evc;

import dev.kopf.example.evc.OperatorProcess.Program;
import dev.kopf.example.evc.OperatorProcess.Role;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.zalando.v1.EphemeralVolumeClaim;
import org.zalando.v1.EphemeralVolumeClaimSpec;

/** Claims that operators take turns on, and what files tell the handlers to do. */
final class HandOver implements AutoCloseable {

    private static final Path CRD = Path.of("src/main/crds/ephemeralvolumeclaims.zalando.org.yaml");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DELAY = "1.5";

    private final Path folder;
    private final Path kubeconfig;
    private final KubernetesClient client;

    HandOver(Cluster cluster, Path folder) throws IOException {
        this.folder = folder;
        this.kubeconfig = Files.writeString(folder.resolve("kubeconfig"), cluster.kubeconfig());
        this.client = cluster.client();
        try (var crd = Files.newInputStream(CRD)) {
            client.load(crd).create();
        }
        await("the kind", () -> claims().isEmpty());
    }

    /** One operator works while something happens, is killed, and must have gone on where the one before it was. */
    void turn(Program program, Runnable happening) throws Exception {
        Map<String, Claim> before = claims();
        int told = calls().size();
        OperatorProcess operator = OperatorProcess.start(
                program,
                Role.HANDOVER,
                folder,
                Map.of(
                        "KUBECONFIG", kubeconfig.toString(),
                        "HANDOVER_FOLDER", folder.toString(),
                        "HANDOVER_DELAY", DELAY));
        try (operator) {
            happening.run();
        } catch (Throwable e) {
            e.addSuppressed(new IllegalStateException(Files.readString(operator.log()) + calls()));
            throw e;
        }
        List<Call> calls = calls();
        Map<String, Claim> after = claims();
        before.forEach((name, claim) -> claim.assertWentOn(
                calls.subList(told, calls.size()).stream()
                        .filter(call -> call.object().equals(name))
                        .toList(),
                after.get(name)));
    }

    void create(String... names) {
        for (String name : names) {
            EphemeralVolumeClaim claim = new EphemeralVolumeClaim();
            claim.setMetadata(new ObjectMetaBuilder().withName(name).build());
            claim.setSpec(EphemeralVolumeClaimSpec.builder().size("1Gi").build());
            client.resource(claim).inNamespace("default").create();
        }
    }

    void resize(String name, String size) {
        claim(name).patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"size\":\"" + size + "\"}}");
    }

    void delete(String name) {
        claim(name).delete();
    }

    /** From now on the handlers of these succeed. */
    void go(String... names) {
        for (String name : names) {
            file("go." + name, true);
        }
    }

    /** From now on some handlers of these are only retried. */
    void stay(String... names) {
        for (String name : names) {
            file("go." + name, false);
        }
    }

    void hang(String name, String handler) {
        file("hang." + name + "." + handler, true);
    }

    void hangNoMore(String name, String handler) {
        file("hang." + name + "." + handler, false);
    }

    private void file(String name, boolean exists) {
        try {
            if (exists) {
                Files.createFile(folder.resolve(name));
            } else {
                Files.delete(folder.resolve(name));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until these are handled to the end, and nothing but the last handled state is left on them. */
    void awaitHandled(String... names) {
        for (String name : names) {
            await(name + " to be handled", () -> Claim.of(claim(name).get()).isSettled());
        }
    }

    /** Until all of so many handlers of its creation have left a result. */
    void awaitResults(String name, int handlers) {
        await(
                "the results of " + name,
                () -> Claim.of(claim(name).get()).results().size() == handlers);
    }

    void awaitGone(String... names) {
        for (String name : names) {
            await("the end of " + name, () -> claim(name).get() == null);
        }
    }

    /** Until an attempt is stored, and the next one is waited for. */
    void awaitWaiting(String name, String handler, int retries) {
        await(handler + " of " + name + " to be tried " + retries + " times", () -> {
            Claim.Stored stored = Claim.of(claim(name).get()).records().get(handler);
            return stored != null && stored.retries() >= retries && stored.delayed() != null;
        });
    }

    void awaitCall(String name, String handler) {
        await(
                "the call of " + handler + " of " + name,
                () -> calls().stream()
                        .anyMatch(call ->
                                call.object().equals(name) && call.handler().equals(handler)));
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(condition);
    }

    private Map<String, Claim> claims() {
        Map<String, Claim> claims = new LinkedHashMap<>();
        client.resources(EphemeralVolumeClaim.class)
                .inNamespace("default")
                .list()
                .getItems()
                .forEach(claim -> claims.put(claim.getMetadata().getName(), Claim.of(claim)));
        return claims;
    }

    private List<Call> calls() throws IOException {
        Path told = folder.resolve("calls");
        return Files.exists(told)
                ? Files.readAllLines(told).stream().map(Call::parse).toList()
                : List.of();
    }

    private Resource<EphemeralVolumeClaim> claim(String name) {
        return client.resources(EphemeralVolumeClaim.class)
                .inNamespace("default")
                .withName(name);
    }

    @Override
    public void close() {
        client.close();
    }
}

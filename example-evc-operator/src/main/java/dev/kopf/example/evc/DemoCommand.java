package dev.kopf.example.evc;

import dev.kopf.apiserver.ApiServer;
import dev.kopf.runtime.LoggingOptions;
import dev.kopf.runtime.Operator;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.zalando.v1.EphemeralVolumeClaimDispatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: the walkthrough on an API server in the process, for who has no cluster at hand. */
@Command(
        name = "demo",
        description = "Plays the walkthrough on an API server in the process; needs no cluster.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--keep",
            description = "Keep server and operator running afterwards, and print a kubeconfig for kubectl.")
    private boolean keep;

    @Mixin
    @SuppressWarnings("UnusedVariable") // read by the application, which sets up the log by it
    private final LoggingOptions logging = LoggingOptions.besideOutput();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (ApiServer server = ApiServer.start();
                KubernetesClient client = new KubernetesClientBuilder()
                        .withConfig(Config.fromKubeconfig(server.kubeconfig()))
                        .build();
                Operator operator = Operator.builder()
                        .handlers(new EvcOperator())
                        .namespaces(List.of("default"))
                        .kubeconfig(server.kubeconfig())
                        .build()) {
            new Walkthrough(client, out).play(operator);
            if (keep) {
                keep(server, out);
            }
        }
        return 0;
    }

    /** Until Ctrl-C. */
    private static void keep(ApiServer server, PrintWriter out) throws IOException, InterruptedException {
        Path kubeconfig = Files.createTempFile("evc-demo-", ".kubeconfig");
        Files.writeString(kubeconfig, server.kubeconfig());
        kubeconfig.toFile().deleteOnExit();
        out.printf(
                "%nServer and operator go on until Ctrl-C. In another terminal:%n%n"
                        + "  export KUBECONFIG=%s%n  kubectl get %s%n",
                kubeconfig, EphemeralVolumeClaimDispatch.KIND.plural());
        out.flush();
        Thread.currentThread().join();
    }
}

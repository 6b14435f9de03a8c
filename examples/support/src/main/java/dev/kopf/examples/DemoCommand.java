package dev.kopf.examples;

import dev.kopf.apiserver.ApiServer;
import dev.kopf.runtime.LoggingOptions;
import dev.kopf.runtime.Operator;
import dev.kopf.runtime.Settings;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.handler.Registry;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts an API server and the operator, and plays a story. */
@Command(
        name = "demo",
        description = "Shows what the operator does, on an API server in the process; needs no cluster.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private final Demo.Story story;
    private final Settings settings;
    private final List<HandlerSource> handlers;
    private final boolean startsOperator;

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

    DemoCommand(Demo.Story story, Settings settings, List<HandlerSource> handlers, boolean startsOperator) {
        this.story = story;
        this.settings = settings;
        this.handlers = handlers;
        this.startsOperator = startsOperator;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = new PrintWriter(spec.commandLine().getOut(), true);
        try (ApiServer server = ApiServer.start();
                KubernetesClient client = new KubernetesClientBuilder()
                        .withConfig(Config.fromKubeconfig(server.kubeconfig()))
                        .build();
                Processes processes = new Processes(server.kubeconfig(), out);
                RunningOperator operator = new RunningOperator(() -> operator(server.kubeconfig()))) {
            installCrds(client);
            if (startsOperator) {
                operator.start();
            }
            story.play(new Demo(client, operator, out, processes));
            if (keep) {
                keep(processes.kubeconfig(), out);
            }
        }
        return 0;
    }

    private Operator operator(String kubeconfig) {
        return Operator.builder()
                .handlers(handlers)
                .settings(settings.withPeering(settings.peering().withStandalone(true))) // there is nobody else
                .kubeconfig(kubeconfig)
                .build();
    }

    /** Those of the kinds that have handlers, from where the generator's plugin has packed them into the operator's jar. */
    private void installCrds(KubernetesClient client) throws IOException {
        for (KindHandlers kind : Registry.of(handlers).kinds()) {
            String name = kind.kind().plural() + "." + kind.kind().group();
            try (InputStream crd =
                    DemoCommand.class.getResourceAsStream("/META-INF/kubernetes/crds/" + name + ".yaml")) {
                if (crd != null) {
                    client.load(crd).create();
                }
            }
        }
    }

    /** Until Ctrl-C. */
    private static void keep(Path kubeconfig, PrintWriter out) throws InterruptedException {
        out.printf(
                "%nServer and operator go on until Ctrl-C. In another terminal:%n%n  export KUBECONFIG=%s%n",
                kubeconfig);
        Thread.currentThread().join();
    }
}

package dev.kopf.examples.embedded;

import dev.kopf.runtime.Operator;
import dev.kopf.runtime.Settings;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleDispatch;
import dev.kopf.v1.KopfExampleSpec;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An application of its own, which starts two operators, uses them, and stops them. */
public final class EmbeddedApplication implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private final KubernetesClient client;
    private final String namespace;
    private final Operator greeter;
    private final Operator counter;

    /**
     * @param kubeconfig the text of a kubeconfig
     * @param namespace where the application works
     */
    public EmbeddedApplication(String kubeconfig, String namespace) {
        this.namespace = namespace;
        client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeconfig))
                .build();
        // Nobody else is to take over, and so there are no peers. Both are for the same kind: each has a name for what
        // it keeps on the objects.
        Settings settings = Settings.defaults().withPeering(Settings.Peering.DEFAULTS.withStandalone(true));
        greeter = operator(
                kubeconfig,
                settings.withIdentity("greeter.kopf.dev"),
                KopfExampleDispatch.on().create("greeting", (example, ctx) -> "Hello, " + wordOf(example) + "!"));
        counter = operator(
                kubeconfig,
                settings.withIdentity("counter.kopf.dev"),
                KopfExampleDispatch.on()
                        .create("letters", (example, ctx) -> wordOf(example).length()));
    }

    /** Takes the path of a kubeconfig, and the word to work on. */
    public static void main(String[] args) throws Exception {
        try (EmbeddedApplication application = new EmbeddedApplication(Files.readString(Path.of(args[0])), "default")) {
            application.start();
            System.out.println(application.ask(args[1]));
        }
    }

    /** Returns when the operators are at work. */
    public void start() throws InterruptedException {
        for (Operator operator : List.of(greeter, counter)) {
            operator.start();
        }
        for (Operator operator : List.of(greeter, counter)) {
            if (!operator.awaitReady(Duration.ofSeconds(PATIENCE_SECONDS))) {
                throw new IllegalStateException("The operators are not ready; the log says why.");
            }
        }
    }

    /** Has the operators work on a word, and returns what they say of it. */
    public String ask(String word) {
        KopfExample question = client.resource(KopfExample.builder()
                        .metadata(new ObjectMetaBuilder()
                                .withGenerateName("question-")
                                .withNamespace(namespace)
                                .build())
                        .spec(KopfExampleSpec.builder().field(word).build())
                        .build())
                .create();
        KopfExample answer = client.resource(question)
                .waitUntilCondition(
                        now -> now != null && greeter.hasHandled(now) && counter.hasHandled(now),
                        PATIENCE_SECONDS,
                        TimeUnit.SECONDS);
        client.resource(question).delete();
        return answer.getStatus().asMap().get("greeting") + " You have "
                + answer.getStatus().asMap().get("letters") + " letters.";
    }

    /** Stops the operators: handlers that run are waited for. */
    @Override
    public void close() {
        try (client;
                greeter;
                counter) {
            // closed in turn, also if one fails
        }
    }

    private Operator operator(String kubeconfig, Settings settings, HandlerSource handlers) {
        return Operator.builder()
                .handlers(handlers)
                .settings(settings)
                .namespaces(List.of(namespace))
                .kubeconfig(kubeconfig)
                .build();
    }

    private static String wordOf(KopfExample example) {
        return String.valueOf(example.getSpec().getField());
    }
}

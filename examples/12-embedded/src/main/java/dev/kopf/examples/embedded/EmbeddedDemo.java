package dev.kopf.examples.embedded;

import dev.kopf.apiserver.ApiServer;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleSpec;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ConfigurableApplicationContext;

/** The same applications; with the argument {@code demo} or {@code spring-demo} on an API server in the process. */
final class EmbeddedDemo {

    private EmbeddedDemo() {}

    public static void main(String[] args) throws Exception {
        switch (String.join(" ", args)) {
            case "demo" -> play();
            case "spring-demo" -> playWithSpring();
            default -> EmbeddedApplication.main(args);
        }
    }

    private static void play() throws Exception {
        try (ApiServer server = server();
                EmbeddedApplication application = new EmbeddedApplication(server.kubeconfig(), "default")) {
            application.start();
            System.out.println(application.ask("world"));
        }
    }

    private static void playWithSpring() throws Exception {
        try (ApiServer server = server();
                ConfigurableApplicationContext application = SpringGreeter.start(server.kubeconfig(), "default");
                KubernetesClient client = new KubernetesClientBuilder()
                        .withConfig(Config.fromKubeconfig(server.kubeconfig()))
                        .build()) {
            KopfExample example = client.resource(KopfExample.builder()
                            .metadata(new ObjectMetaBuilder().withName("first").build())
                            .spec(KopfExampleSpec.builder().field("Spring").build())
                            .build())
                    .create();
            KopfExample greeted = client.resource(example)
                    .waitUntilCondition(
                            now -> now.getStatus() != null
                                    && now.getStatus().asMap().containsKey("onCreate"),
                            30,
                            TimeUnit.SECONDS);
            System.out.println(greeted.getStatus().asMap().get("onCreate"));
        }
    }

    private static ApiServer server() throws Exception {
        ApiServer server = ApiServer.start();
        server.createCrds(Path.of("examples/crds"));
        return server;
    }
}

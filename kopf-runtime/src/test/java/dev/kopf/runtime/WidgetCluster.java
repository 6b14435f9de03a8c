package dev.kopf.runtime;

import dev.kopf.apiserver.ApiServer;
import dev.kopf.apiserver.traffic.Request;
import dev.kopf.runtime.handler.HandlerSource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;

/** A cluster that knows widgets, and operators on it. */
final class WidgetCluster implements AutoCloseable {

    private static final String PREFIX = "kopf.zalando.org/";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final ApiServer server = ApiServer.start();
    final KubernetesClient client = new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(server.kubeconfig()))
            .build();

    WidgetCluster() throws URISyntaxException {
        createCrd();
    }

    void createCrd() throws URISyntaxException {
        server.createCrds(
                Path.of(WidgetCluster.class.getResource("/crds/widgets.yaml").toURI()));
    }

    /** The server serves the kind no more. */
    void deleteCrd() {
        client.apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName("widgets.example.org")
                .delete();
    }

    Operator operator(HandlerSource... handlers) throws InterruptedException {
        return operator(Settings.defaults(), handlers);
    }

    Operator operator(Settings settings, HandlerSource... handlers) throws InterruptedException {
        return operator(builder -> builder.settings(settings), handlers);
    }

    Operator operator(UnaryOperator<Operator.Builder> options, HandlerSource... handlers) throws InterruptedException {
        Operator operator = options.apply(Operator.builder().handlers(handlers))
                .kubeconfig(server.kubeconfig())
                .build();
        operator.start();
        if (!operator.awaitReady(PATIENCE)) {
            throw new IllegalStateException("The operator did not get ready.");
        }
        return operator;
    }

    GenericKubernetesResource create(String name, Map<String, Object> spec) {
        return client.resource(new GenericKubernetesResourceBuilder()
                        .withApiVersion("example.org/v1")
                        .withKind("Widget")
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace("default")
                        .endMetadata()
                        .addToAdditionalProperties("spec", spec)
                        .build())
                .create();
    }

    Resource<GenericKubernetesResource> widget(String name) {
        return client.genericKubernetesResources("example.org/v1", "Widget")
                .inNamespace("default")
                .withName(name);
    }

    void patch(String name, String mergePatch) {
        widget(name).patch(PatchContext.of(PatchType.JSON_MERGE), mergePatch);
    }

    String lastHandled(String name) {
        return annotations(name).get(PREFIX + "last-handled-configuration");
    }

    String lastHandled(String name, String identity) {
        return annotations(name).get(identity + "/last-handled-configuration");
    }

    Map<String, String> annotations(String name) {
        Map<String, String> annotations = widget(name).get().getMetadata().getAnnotations();
        return annotations == null ? Map.of() : annotations;
    }

    /** The writes of operators to an object; those of the test's own client are told by its name. */
    List<Request> writes(String name) {
        return requests(name).stream().filter(Request::isWrite).toList();
    }

    List<Request> requests(String name) {
        return ofOperators().stream()
                .filter(request -> request.name().equals(name))
                .toList();
    }

    List<Request> ofOperators() {
        return server.requests().stream()
                .filter(request -> request.userAgent().startsWith("kopf-java"))
                .toList();
    }

    void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .ignoreExceptions()
                .until(condition);
    }

    void awaitHandled(String name, String essence) {
        await(
                name + " handled as " + essence,
                () -> essence.equals(lastHandled(name).strip()));
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}

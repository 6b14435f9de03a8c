package dev.kopf.testing;

import dev.kopf.apiserver.ApiServer;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.handler.Registry;
import dev.kopf.runtime.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A cluster that was there before: each test has a namespace of its own in it, which is deleted with the test. CRDs stay. */
final class ForeignCluster implements TestCluster {

    private final String kubeconfig;
    private final String finalizer;
    private final List<HandlerSource> handlers;
    private final KubernetesClient admin;
    private final Namespace namespace;

    /**
     * @param kubeconfig the text of a kubeconfig
     * @param finalizer the operator's, which is taken off what the test leaves behind
     * @param handlers whose kinds are tidied up
     */
    ForeignCluster(String kubeconfig, String finalizer, List<HandlerSource> handlers) {
        this.kubeconfig = kubeconfig;
        this.finalizer = finalizer;
        this.handlers = handlers;
        admin = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeconfig))
                .build();
        namespace = admin.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withGenerateName("kopf-test-")
                        .endMetadata()
                        .build())
                .create();
    }

    @Override
    public String kubeconfig() {
        return kubeconfig;
    }

    @Override
    public String namespace() {
        return namespace.getMetadata().getName();
    }

    @Override
    public Collection<String> servedNamespaces() {
        return List.of(namespace());
    }

    @Override
    public @Nullable ApiServer server() {
        return null;
    }

    @Override
    public void installCrds(Path fileOrFolder) {
        try (Stream<Path> files = Files.walk(fileOrFolder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                try (InputStream text = Files.newInputStream(file)) {
                    admin.load(text).items().forEach(this::install);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void install(HasMetadata object) {
        if (object instanceof CustomResourceDefinition crd) {
            admin.resource(crd).createOr(NonDeletingOperation::update);
            admin.resource(crd).waitUntilCondition(ForeignCluster::isEstablished, 30, TimeUnit.SECONDS);
        }
    }

    /** @param crd whose status has nothing in it, or is missing, in its first moments; null where it is not there */
    private static boolean isEstablished(@Nullable CustomResourceDefinition crd) {
        return crd != null
                && crd.getStatus() != null
                && crd.getStatus().getConditions() != null
                && crd.getStatus().getConditions().stream()
                        .anyMatch(condition -> condition.getType().equals("Established")
                                && condition.getStatus().equals("True"));
    }

    /** The operator has ended: nobody else would take its finalizer off, and the namespace would never go. */
    @Override
    public void close() {
        try (admin) {
            if (!handlers.isEmpty()) {
                Registry.of(handlers).kinds().stream()
                        .map(KindHandlers::kind)
                        .filter(ResourceKind::isNamespaced)
                        .forEach(this::release);
            }
            admin.resource(namespace).delete();
        }
    }

    private void release(ResourceKind kind) {
        var objects =
                admin.genericKubernetesResources(kind.apiVersion(), kind.kind()).inNamespace(namespace());
        for (GenericKubernetesResource object : objects.list().getItems()) {
            if (object.getFinalizers().contains(finalizer)) {
                objects.resource(object).edit(now -> {
                    now.removeFinalizer(finalizer);
                    return now;
                });
            }
        }
    }
}

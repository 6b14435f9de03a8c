package dev.kopf.testing;

import dev.kopf.apiserver.ApiServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a test runs on: for each test a new one. */
interface TestCluster extends AutoCloseable {

    /** The text of a kubeconfig for it. */
    String kubeconfig();

    /** The namespace that is the test's. */
    String namespace();

    /** The namespaces that the operator is to serve; empty for all. */
    Collection<String> servedNamespaces();

    /** The server, where it is one in the process. */
    @Nullable
    ApiServer server();

    /** Installs the CRDs of a YAML file, or of all such files of a folder, unless they are there already. */
    void installCrds(Path fileOrFolder);

    @Override
    void close();

    /** A client, for the test's namespace where none is named. */
    default KubernetesClient client() {
        Config config = Config.fromKubeconfig(kubeconfig());
        config.setNamespace(namespace());
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    /** An API server in the process, empty, and closed with the test. */
    static TestCluster inProcess() {
        ApiServer server = ApiServer.start();
        return new TestCluster() {
            @Override
            public String kubeconfig() {
                return server.kubeconfig();
            }

            @Override
            public String namespace() {
                return "default";
            }

            @Override
            public Collection<String> servedNamespaces() {
                return List.of();
            }

            @Override
            public ApiServer server() {
                return server;
            }

            @Override
            public void installCrds(Path fileOrFolder) {
                server.createCrds(fileOrFolder);
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }
}

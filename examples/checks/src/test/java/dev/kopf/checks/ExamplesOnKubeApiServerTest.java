package dev.kopf.checks;

import dev.kopf.testing.OperatorExtension;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests of the examples once more, which have run on the API server in the process, all on one kube-apiserver. */
@Suite
@SelectPackages("dev.kopf.examples")
@ExcludeTags("in-process")
class ExamplesOnKubeApiServerTest {

    private static KubeApiServer server;

    @BeforeSuite
    static void start() throws Exception {
        server = KubeApiServer.start();
        System.setProperty(OperatorExtension.KUBECONFIG, server.kubeconfig().toString());
    }

    @AfterSuite
    static void stop() throws Exception {
        System.clearProperty(OperatorExtension.KUBECONFIG);
        if (server != null) {
            server.close();
        }
    }
}

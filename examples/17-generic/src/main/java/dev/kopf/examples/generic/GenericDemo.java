package dev.kopf.examples.generic;

import dev.kopf.examples.Demo;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.io.InputStream;

/** The same operator, with the command {@code demo} beside {@code run}. */
final class GenericDemo {

    private static final String CRD = "kopfexamples.kopf.dev";

    private GenericDemo() {}

    public static void main(String[] args) {
        Demo.main(args, GenericDemo::play, GenericOperator.all());
    }

    private static void play(Demo demo) throws IOException {
        demo.step("The CRD comes while the operator runs.");
        demo.command("kubectl create -f examples/crds/" + CRD + ".yaml");
        try (InputStream crd = GenericDemo.class.getResourceAsStream("/META-INF/kubernetes/crds/" + CRD + ".yaml")) {
            demo.client().load(crd).create();
        }
        demo.answer("customresourcedefinition.apiextensions.k8s.io/" + CRD + " created");
        demo.awaitReady();

        demo.create("""
                apiVersion: kopf.dev/v1
                kind: KopfExample
                metadata:
                  name: first
                spec:
                  field: red
                """);
        Resource<GenericKubernetesResource> first = demo.client()
                .genericKubernetesResources("kopf.dev/v1", "KopfExample")
                .inNamespace("default")
                .withName("first");
        demo.awaitThat(() -> first.get().get("status", "listed") != null);
        demo.command("kubectl get kopfexample first -o jsonpath='{.status}'");
        demo.answer(
                demo.client().getKubernetesSerialization().asJson(first.get().get("status")));

        String blue = "{\"spec\": {\"field\": \"blue\"}}";
        demo.command("kubectl patch kopfexample first --type merge -p '" + blue + "'");
        first.patch(PatchContext.of(PatchType.JSON_MERGE), blue);
        demo.answer("kopfexample.kopf.dev/first patched");
        demo.awaitThat(() -> "red to blue".equals(first.get().get("status", "repainted")));
        demo.awaitHandled(first.get());
    }
}

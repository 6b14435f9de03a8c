package dev.kopf.examples.builtin;

import dev.kopf.examples.Demo;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;

/** The same operator, less patient, with the command {@code demo} beside {@code run}. */
final class PodsDemo {

    private PodsDemo() {}

    public static void main(String[] args) {
        Demo.main(args, PodsDemo::play, new PodsOperator(Duration.ofSeconds(3)));
    }

    private static void play(Demo demo) {
        demo.create("""
                apiVersion: v1
                kind: Pod
                metadata:
                  name: mortal
                spec:
                  containers: [{name: main, image: busybox}]
                ---
                apiVersion: v1
                kind: Pod
                metadata:
                  name: of-the-system
                  namespace: kube-system
                spec:
                  containers: [{name: main, image: busybox}]
                """);
        demo.awaitHandled(Pod.class, "mortal");
        demo.listAll(Pod.class);

        demo.step("Three seconds later:");
        demo.await(Pod.class, "mortal", pod -> pod == null);
        demo.listAll(Pod.class);
    }
}

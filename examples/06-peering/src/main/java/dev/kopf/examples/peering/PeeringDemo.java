package dev.kopf.examples.peering;

import dev.kopf.examples.Demo;
import dev.kopf.examples.DemoProcess;
import dev.kopf.v1.KopfExample;
import java.io.IOException;

/** The same operator, with the command {@code demo} beside {@code run}. */
final class PeeringDemo {

    private PeeringDemo() {}

    public static void main(String[] args) {
        Demo.ofProcesses(args, PeeringDemo::play, PeeringOperator.ofEnvironment());
    }

    private static void play(Demo demo) throws IOException, InterruptedException {
        demo.createFrom("docs/peering.yaml");
        demo.create("""
                apiVersion: kopf.dev/v1
                kind: KopfPeering
                metadata:
                  name: default
                """);

        demo.step("The operator is deployed.");
        DemoProcess deployed = demo.start("deployed", "run", "-n", "default");
        createExample(demo, "first");
        deployed.awaitLine("succeeded");

        demo.step("On a workstation, for development: it takes over, and gives back at its end.");
        DemoProcess workstation = demo.start("workstation", "run", "-n", "default", "--dev");
        deployed.awaitLine("Pausing");
        createExample(demo, "second");
        workstation.awaitLine("succeeded");
        workstation.stop();
        deployed.awaitLine("Working");

        demo.step("Nobody is to do anything for a while. What comes meanwhile is handled afterwards.");
        demo.run("freeze", "-n", "default", "--peering", "default", "--lifetime", "600", "--id", "me");
        deployed.awaitLine("Pausing");
        createExample(demo, "third");
        demo.run("resume", "-n", "default", "--peering", "default", "--id", "me");
        deployed.awaitLine("succeeded");
        demo.table(KopfExample.class, "metadata.name", "metadata.name", "status.onCreate");
        deployed.stop();
    }

    private static void createExample(Demo demo, String name) {
        demo.create("""
                apiVersion: kopf.dev/v1
                kind: KopfExample
                metadata:
                  name: %s
                """.formatted(name));
    }
}

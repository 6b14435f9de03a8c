package dev.kopf.examples.minimal;

import dev.kopf.examples.Demo;
import dev.kopf.v1.KopfExample;

/** The same operator, with the command {@code demo} beside {@code run}. */
final class MinimalDemo {

    private MinimalDemo() {}

    public static void main(String[] args) {
        Demo.main(args, MinimalDemo::play, new MinimalOperator());
    }

    private static void play(Demo demo) {
        demo.create("""
                apiVersion: kopf.dev/v1
                kind: KopfExample
                metadata:
                  name: first
                spec:
                  field: world
                """);
        demo.awaitHandled(KopfExample.class, "first");
        demo.show(KopfExample.class, "first", "status");
    }
}

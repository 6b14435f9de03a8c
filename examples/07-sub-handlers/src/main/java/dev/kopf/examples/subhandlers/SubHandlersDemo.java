package dev.kopf.examples.subhandlers;

import dev.kopf.examples.Demo;
import dev.kopf.v1.KopfExample;

/** The same operator, with the command {@code demo} beside {@code run}. */
final class SubHandlersDemo {

    private SubHandlersDemo() {}

    public static void main(String[] args) {
        Demo.main(args, SubHandlersDemo::play, new SubHandlersOperator());
    }

    private static void play(Demo demo) {
        demo.create("""
                apiVersion: kopf.dev/v1
                kind: KopfExample
                metadata:
                  name: first
                spec:
                  items: [item1, item2, item3]
                """);
        demo.awaitHandled(KopfExample.class, "first");
        demo.show(KopfExample.class, "first", "status");
    }
}

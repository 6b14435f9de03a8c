package dev.kopf.examples.exceptions;

import dev.kopf.examples.Demo;
import dev.kopf.v1.KopfExample;

/** The same operator, with the command {@code demo} beside {@code run}. */
final class ExceptionsDemo {

    private ExceptionsDemo() {}

    public static void main(String[] args) {
        Demo.main(args, ExceptionsDemo::play, ExceptionsOperator.handlers());
    }

    private static void play(Demo demo) {
        demo.create("""
                apiVersion: kopf.dev/v1
                kind: KopfExample
                metadata:
                  name: first
                """);
        demo.awaitHandled(KopfExample.class, "first");
        demo.show(KopfExample.class, "first", "status");
    }
}

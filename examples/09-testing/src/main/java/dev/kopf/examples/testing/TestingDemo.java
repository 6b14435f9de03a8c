package dev.kopf.examples.testing;

import dev.kopf.examples.Demo;
import dev.kopf.v1.KopfExample;

/** The same operator, with the command {@code demo} beside {@code run}. */
final class TestingDemo {

    private TestingDemo() {}

    public static void main(String[] args) {
        Demo.main(args, TestingDemo::play, new TestingOperator());
    }

    private static void play(Demo demo) {
        demo.create("""
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: colours
                data:
                  sky: blue
                """);
        demo.create("""
                apiVersion: kopf.dev/v1
                kind: KopfExample
                metadata:
                  name: first
                spec:
                  field: sky
                """);
        demo.awaitHandled(KopfExample.class, "first");
        demo.show(KopfExample.class, "first", "metadata.labels");
    }
}

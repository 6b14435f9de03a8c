package dev.kopf.examples.filtering;

import dev.kopf.examples.Demo;
import dev.kopf.v1.KopfExample;

/** The same operator, with the command {@code demo} beside {@code run}. */
final class FilteringDemo {

    private FilteringDemo() {}

    public static void main(String[] args) {
        Demo.main(args, FilteringDemo::play, FilteringOperator.byMetadata(), FilteringOperator.byFields());
    }

    private static void play(Demo demo) {
        demo.step("By labels and annotations");
        demo.create("""
                apiVersion: kopf.dev/v1
                kind: KopfExample
                metadata:
                  name: first
                  labels: {tier: gold}
                """);
        demo.awaitHandled(KopfExample.class, "first");

        demo.step("By values of fields, and by changes from one to another");
        demo.create("""
                apiVersion: kopf.dev/v1
                kind: KopfExample
                metadata:
                  name: second
                  labels: {tier: silver}
                  annotations: {kopf.dev/paused: "yes"}
                spec:
                  field: green
                """);
        demo.awaitHandled(KopfExample.class, "second");
        demo.patch(KopfExample.class, "second", "{\"spec\": {\"field\": \"red\"}}");
        demo.awaitHandled(KopfExample.class, "second");
        demo.show(KopfExample.class, "second", "status");

        demo.step("By whatever a method says");
        demo.patch(KopfExample.class, "second", "{\"spec\": {\"items\": [\"item1\"]}}");
        demo.awaitHandled(KopfExample.class, "second");
    }
}

package dev.kopf.examples.multiple;

import dev.kopf.examples.Demo;
import dev.kopf.v1.KopfExample;

/** The same operator, with the command {@code demo} beside {@code run}. */
final class MultipleDemo {

    private MultipleDemo() {}

    public static void main(String[] args) {
        Demo.main(args, MultipleDemo::play, new MultipleOperator(), MultipleOperator.more());
    }

    private static void play(Demo demo) {
        demo.create("""
                apiVersion: kopf.dev/v1
                kind: KopfExample
                metadata:
                  name: first
                spec:
                  field: one
                """);
        demo.awaitHandled(KopfExample.class, "first");

        demo.step("A field changes: its handlers are called beside those of updates.");
        demo.patch(KopfExample.class, "first", "{\"spec\": {\"field\": \"two\"}}");
        demo.awaitHandled(KopfExample.class, "first");

        demo.step("Another one does: they are not.");
        demo.patch(KopfExample.class, "first", "{\"spec\": {\"duration\": \"5m\"}}");
        demo.awaitHandled(KopfExample.class, "first");
        demo.show(KopfExample.class, "first", "status");
    }
}

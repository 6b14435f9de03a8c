package dev.kopf.examples.spies;

import dev.kopf.examples.Demo;
import dev.kopf.v1.KopfExample;

/** The same operator, with the command {@code demo} beside {@code run}. */
final class SpiesDemo {

    private SpiesDemo() {}

    public static void main(String[] args) {
        SpiesOperator operator = new SpiesOperator();
        Demo.main(args, demo -> play(demo, operator), operator);
    }

    private static void play(Demo demo, SpiesOperator operator) throws InterruptedException {
        demo.create("""
                apiVersion: kopf.dev/v1
                kind: KopfExample
                metadata:
                  name: first
                spec:
                  field: even
                """);
        demo.patch(KopfExample.class, "first", "{\"spec\": {\"field\": \"odd\"}}");
        demo.awaitThat(() -> operator.seen().size() == 2);
        demo.show(KopfExample.class, "first", "metadata.annotations");

        demo.step("The operator is stopped and started again: it sees what there is.");
        demo.restart();
        demo.awaitThat(() -> operator.seen().size() == 3);
        demo.delete(KopfExample.class, "first");
        demo.awaitThat(() -> operator.seen().size() == 4);
    }
}

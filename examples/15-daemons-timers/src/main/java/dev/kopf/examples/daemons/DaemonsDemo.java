package dev.kopf.examples.daemons;

import dev.kopf.examples.Demo;
import dev.kopf.v1.KopfExample;

/** The same operator, with the command {@code demo} beside {@code run}. */
final class DaemonsDemo {

    private DaemonsDemo() {}

    public static void main(String[] args) {
        Demo.main(args, DaemonsDemo::play, new DaemonsOperator());
    }

    private static void play(Demo demo) {
        demo.create("""
                apiVersion: kopf.dev/v1
                kind: KopfExample
                metadata:
                  name: first
                spec:
                  field: sun
                """);
        awaitStatus(demo, "countdown", 0);
        awaitStatus(demo, "settled", "sun");
        demo.patch(KopfExample.class, "first", "{\"spec\": {\"field\": \"moon\"}}");
        awaitStatus(demo, "settled", "moon");
        demo.show(KopfExample.class, "first", "status");
        demo.delete(KopfExample.class, "first");
    }

    private static void awaitStatus(Demo demo, String key, Object value) {
        demo.await(
                KopfExample.class,
                "first",
                example -> example.getStatus() != null
                        && value.equals(example.getStatus().asMap().get(key)));
    }
}

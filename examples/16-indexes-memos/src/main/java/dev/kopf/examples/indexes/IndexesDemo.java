package dev.kopf.examples.indexes;

import dev.kopf.examples.Demo;
import dev.kopf.v1.KopfExample;

/** The same operator, with the command {@code demo} beside {@code run}. */
final class IndexesDemo {

    private IndexesDemo() {}

    public static void main(String[] args) {
        Demo.main(args, IndexesDemo::play, new IndexesOperator());
    }

    private static void play(Demo demo) throws InterruptedException {
        create(demo, "first", "blue");
        create(demo, "second", "blue");
        demo.patch(KopfExample.class, "first", "{\"spec\": {\"field\": \"red\"}}");
        demo.awaitHandled(KopfExample.class, "first");
        demo.patch(KopfExample.class, "first", "{\"spec\": {\"field\": \"blue\"}}");
        demo.awaitHandled(KopfExample.class, "first");

        demo.step("The next start remembers nothing, and finds all before any handler is called.");
        demo.restart();
        demo.awaitAll(KopfExample.class, all -> all.stream().allMatch(IndexesDemo::isResumed));
        create(demo, "third", "blue");
        demo.show(KopfExample.class, "third", "status");
    }

    private static boolean isResumed(KopfExample example) {
        return example.getStatus() != null && example.getStatus().asMap().containsKey("onResume");
    }

    private static void create(Demo demo, String name, String field) {
        demo.create("""
                apiVersion: kopf.dev/v1
                kind: KopfExample
                metadata:
                  name: %s
                spec:
                  field: %s
                """.formatted(name, field));
        demo.awaitHandled(KopfExample.class, name);
    }
}

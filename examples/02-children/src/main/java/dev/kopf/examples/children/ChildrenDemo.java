package dev.kopf.examples.children;

import dev.kopf.examples.Demo;
import dev.kopf.v1.KopfExample;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Objects;

/** The same operator, with the command {@code demo} beside {@code run}. */
final class ChildrenDemo {

    private ChildrenDemo() {}

    public static void main(String[] args) {
        Demo.main(args, ChildrenDemo::play, new ChildrenOperator());
    }

    private static void play(Demo demo) {
        demo.create("""
                apiVersion: kopf.dev/v1
                kind: KopfExample
                metadata:
                  name: first
                  labels: {app: demo}
                spec:
                  duration: 10m
                """);
        demo.await(Pod.class, "first", Objects::nonNull);
        demo.show(Pod.class, "first", "metadata.labels");
        demo.show(Pod.class, "first", "metadata.ownerReferences");

        demo.step("Who deletes the parent need not think of the child.");
        demo.delete(KopfExample.class, "first");
        demo.await(Pod.class, "first", Objects::isNull);
        demo.list(Pod.class);
    }
}

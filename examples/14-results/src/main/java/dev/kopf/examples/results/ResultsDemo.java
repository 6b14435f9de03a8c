package dev.kopf.examples.results;

import dev.kopf.examples.Demo;
import dev.kopf.v1.KopfExample;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.batch.v1.Job;

/** The same operator, with the command {@code demo} beside {@code run}. */
final class ResultsDemo {

    private ResultsDemo() {}

    public static void main(String[] args) {
        Demo.main(args, ResultsDemo::play, ResultsOperator.handlers());
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
        demo.table(PersistentVolumeClaim.class, "metadata.name", "metadata.name", "spec.resources.requests.storage");
        demo.table(Job.class, "metadata.name", "metadata.name", "spec.template.spec.volumes");
    }
}

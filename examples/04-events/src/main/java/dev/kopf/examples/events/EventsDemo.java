package dev.kopf.examples.events;

import dev.kopf.examples.Demo;
import io.fabric8.kubernetes.api.model.Event;

/** The same operator, with the command {@code demo} beside {@code run}. */
final class EventsDemo {

    private EventsDemo() {}

    public static void main(String[] args) {
        Demo.main(args, EventsDemo::play, EventsOperator.SETTINGS, new EventsOperator());
    }

    private static void play(Demo demo) {
        demo.create("""
                apiVersion: kopf.dev/v1
                kind: KopfExample
                metadata:
                  name: first
                spec:
                  duration: soon
                """);
        demo.awaitAll(Event.class, events -> events.size() == 6);
        demo.table(Event.class, "eventTime", "involvedObject.kind", "type", "reason", "message");
    }
}

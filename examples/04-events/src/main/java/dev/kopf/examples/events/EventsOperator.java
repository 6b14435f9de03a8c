package dev.kopf.examples.events;

import dev.kopf.runtime.Kopf;
import dev.kopf.runtime.Settings;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleHandler;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Tells by Kubernetes events what it does, to who asks with {@code kubectl describe}. */
public final class EventsOperator implements KopfExampleHandler {

    /** What is logged of an object is posted, too: by handlers, and about them. */
    static final Settings SETTINGS = Settings.defaults().withPosting(Settings.Posting.DEFAULTS.withLoggers(true));

    public static void main(String[] args) {
        Kopf.application(new EventsOperator()).settings(SETTINGS).main(args);
    }

    @Override
    public Object onCreate(KopfExample example, CreateContext ctx) {
        ctx.info("Begun", "Somebody has made an example.");
        try {
            Duration.parse(String.valueOf(example.getSpec().getDuration()));
        } catch (DateTimeParseException e) {
            ctx.exception("That is no duration.", e);
            ctx.warn("Endless", "It goes on for ever.");
        }
        ctx.event("Advice", "Hint", "Any type will do.");

        ConfigMap child = ctx.client()
                .resource(ctx.adopt(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(example.getMetadata().getName())
                        .endMetadata()
                        .build()))
                .createOr(NonDeletingOperation::update);
        ctx.eventsOf(child).info("Made", "By another object.");
        return null;
    }
}

package dev.kopf.examples.testing;

import dev.kopf.runtime.Kopf;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleHandler;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.time.Duration;

/** Labels each object with the colour that a ConfigMap has for its field: something to be tested. */
public final class TestingOperator implements KopfExampleHandler {

    public static void main(String[] args) {
        Kopf.main(args, new TestingOperator());
    }

    @Override
    public Object onCreate(KopfExample example, CreateContext ctx) {
        String field = example.getSpec().getField();
        if (field == null) {
            throw new PermanentException("The field must be set.");
        }
        ConfigMap colours = ctx.client()
                .configMaps()
                .inNamespace(example.getMetadata().getNamespace())
                .withName("colours")
                .get();
        if (colours == null || !colours.getData().containsKey(field)) {
            throw new TemporaryException("There is no colour for " + field + " yet.", Duration.ofMillis(500));
        }
        String colour = colours.getData().get(field);
        ctx.patch().setLabel("colour", colour);
        return colour;
    }
}

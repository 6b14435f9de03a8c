package dev.kopf.examples.filtering;

import dev.kopf.runtime.Kopf;
import dev.kopf.runtime.handler.Filter;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleDispatch;

/** Handlers that are called for some objects and changes only. Objects that none is for are left alone: no write, no finalizer. */
public final class FilteringOperator {

    private FilteringOperator() {}

    public static void main(String[] args) {
        Kopf.main(args, byMetadata(), byFields());
    }

    static HandlerSource byMetadata() {
        return KopfExampleDispatch.on()
                .create(HandlerOptions.of("gold").withLabel("tier", "gold"), (example, ctx) -> true)
                .create(
                        HandlerOptions.of("labelled")
                                .withLabel("tier", Filter.present())
                                .withAnnotation("kopf.dev/paused", Filter.absent()),
                        (example, ctx) -> true)
                .create(
                        HandlerOptions.of("long-tier")
                                .withLabel("tier", Filter.matching(tier -> tier != null && tier.length() > 4)),
                        (example, ctx) -> true);
    }

    static HandlerSource byFields() {
        return KopfExampleDispatch.on()
                .create(
                        HandlerOptions.of("red").withField("spec.field").withValue(Filter.is("red")),
                        (example, ctx) -> true)
                .update(
                        HandlerOptions.of("reddened")
                                .withLabel("tier", Filter.present())
                                .withField("spec.field")
                                .withOldValue(Filter.not(Filter.is("red")))
                                .withNewValue(Filter.is("red")),
                        (example, diff, ctx) -> "was " + diff.spec().field().oldValue())
                .update(
                        HandlerOptions.of("busy")
                                .withLabel("tier", Filter.present())
                                .when(KopfExample.class, (example, ctx) -> hasItems(example)),
                        (example, diff, ctx) -> true);
    }

    private static boolean hasItems(KopfExample example) {
        return example.getSpec().getItems() != null
                && !example.getSpec().getItems().isEmpty();
    }
}

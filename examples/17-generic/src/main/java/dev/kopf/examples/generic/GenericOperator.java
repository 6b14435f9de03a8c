package dev.kopf.examples.generic;

import dev.kopf.runtime.Kopf;
import dev.kopf.runtime.handler.GenericHandlers;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.resource.ResourceSelector;

/** Handles kinds that nothing was generated for: one by its name, and all of a group. */
public final class GenericOperator {

    private GenericOperator() {}

    public static void main(String[] args) {
        Kopf.main(args, examples(), spy());
    }

    /** Plural, singular, kind or short name will do; the group tells it from others of that name. */
    static HandlerSource examples() {
        return GenericHandlers.on("kopfexamples.kopf.dev")
                .create("made", (example, ctx) -> "with " + example.<Object>get("spec", "field"))
                .field("repainted", "spec.field", (example, field, ctx) -> field.oldValue() + " to " + field.newValue())
                .update("changed", (example, diff, ctx) -> {
                    diff.items().forEach(item -> ctx.logger().info("{} was {}.", item.path(), item.oldValue()));
                    return null;
                });
    }

    /** Whatever there is in the group, now and later. */
    static HandlerSource spy() {
        return GenericHandlers.on(ResourceSelector.everything().inGroup("kopf.dev"))
                .event(
                        "spy",
                        (object, ctx) ->
                                ctx.logger().info("{} of kind {}", ctx.event().type(), object.getKind()));
    }
}

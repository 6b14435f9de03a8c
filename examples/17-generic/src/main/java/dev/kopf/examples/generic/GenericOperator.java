package dev.kopf.examples.generic;

import dev.kopf.runtime.Kopf;
import dev.kopf.runtime.handler.GenericHandlers;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.resource.ResourceSelector;

/** Handles kinds that nothing was generated for: one by its names, all of a category, and all of a group. */
public final class GenericOperator {

    private GenericOperator() {}

    public static void main(String[] args) {
        Kopf.main(args, all());
    }

    static HandlerSource[] all() {
        return new HandlerSource[] {examples(), ofVersion(), ofCategory(), spy()};
    }

    /** Plural, singular, kind or short name will do; the group tells it from others of that name. */
    private static HandlerSource examples() {
        return GenericHandlers.on("kopfexamples.kopf.dev")
                .create("made", (example, ctx) -> "with " + example.<Object>get("spec", "field"))
                .field("repainted", "spec.field", (example, field, ctx) -> field.oldValue() + " to " + field.newValue())
                .update("changed", (example, diff, ctx) -> {
                    diff.items().forEach(item -> ctx.logger().info("{} was {}.", item.path(), item.oldValue()));
                    return null;
                });
    }

    /** By its plural and by no other name, in this version and no other, of whichever group. */
    private static HandlerSource ofVersion() {
        return GenericHandlers.on(ResourceSelector.ofPlural("kopfexamples").inVersion("v1"))
                .create("served", (example, ctx) -> "as " + example.getApiVersion());
    }

    /** All that {@code kubectl get all} shows of the group. */
    private static HandlerSource ofCategory() {
        return GenericHandlers.on(ResourceSelector.ofCategory("all").inGroup("kopf.dev"))
                .create("listed", (object, ctx) -> "as a " + object.getKind());
    }

    /** Whatever there is in the group, now and later. */
    private static HandlerSource spy() {
        return GenericHandlers.on(ResourceSelector.everything().inGroup("kopf.dev"))
                .event(
                        "spy",
                        (object, ctx) ->
                                ctx.logger().info("{} of kind {}", ctx.event().type(), object.getKind()));
    }
}

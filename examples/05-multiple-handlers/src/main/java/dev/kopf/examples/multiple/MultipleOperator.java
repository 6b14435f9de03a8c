package dev.kopf.examples.multiple;

import dev.kopf.runtime.Kopf;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.handler.UpdateContext;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleDiff;
import dev.kopf.v1.KopfExampleDispatch;
import dev.kopf.v1.KopfExampleHandler;

/** Methods, of which there is one for each cause and field, and further handlers as lambdas. They run in the order of registration. */
public final class MultipleOperator implements KopfExampleHandler {

    public static void main(String[] args) {
        Kopf.main(args, new MultipleOperator(), more());
    }

    static HandlerSource more() {
        return KopfExampleDispatch.on()
                .create("create_2", (example, ctx) -> 200)
                .create("create_3", (example, ctx) -> 300)
                .update("update_2", (example, diff, ctx) -> diff.spec().isChanged())
                .specFieldChange("field_2", (example, field, ctx) -> field.newValue());
    }

    @Override
    public Object onCreate(KopfExample example, CreateContext ctx) {
        return 100;
    }

    @Override
    public Object onUpdate(KopfExample example, KopfExampleDiff diff, UpdateContext ctx) {
        ctx.logger().info("Something has changed: {}", diff);
        return null;
    }

    @Override
    public void onSpecFieldChange(KopfExample example, FieldChange<String> field, UpdateContext ctx) {
        ctx.logger().info("The field has changed: {} -> {}", field.oldValue(), field.newValue());
    }
}

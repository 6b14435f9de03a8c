package dev.kopf.examples.indexes;

import dev.kopf.runtime.Kopf;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.handler.ActivityContext;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.HandlerContext;
import dev.kopf.runtime.handler.Index;
import dev.kopf.runtime.handler.IndexName;
import dev.kopf.runtime.handler.ObjectMemo;
import dev.kopf.runtime.handler.OperatorHandler;
import dev.kopf.runtime.handler.OperatorMemo;
import dev.kopf.runtime.handler.ResumeContext;
import dev.kopf.runtime.handler.UpdateContext;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Finds objects that are alike without asking the API server, and remembers what an object was before. */
public final class IndexesOperator implements KopfExampleHandler, OperatorHandler {

    /** The names of the examples, by their field. */
    static final IndexName<String, String> BY_FIELD = IndexName.of("byField");

    /** What the field of an example was, since the operator has started. */
    static final ObjectMemo<List<String>> FIELDS = ObjectMemo.of(ArrayList::new);

    /** How often the fields of all have changed since; handlers of several objects may count at once. */
    static final OperatorMemo<AtomicInteger> CHANGES = OperatorMemo.of(AtomicInteger::new);

    public static void main(String[] args) {
        Kopf.main(args, new IndexesOperator());
    }

    @Index("BY_FIELD")
    Map<String, String> byField(KopfExample example) {
        String field = example.getSpec().getField();
        return field == null ? Map.of() : Map.of(field, example.getMetadata().getName());
    }

    @Override
    public Object onCreate(KopfExample example, CreateContext ctx) {
        return alike(example, ctx);
    }

    @Override
    public Object onResume(KopfExample example, ResumeContext ctx) {
        return alike(example, ctx);
    }

    @Override
    public void onSpecFieldChange(KopfExample example, FieldChange<String> field, UpdateContext ctx) {
        ctx.memo(CHANGES).incrementAndGet();
        alike(example, ctx);
    }

    private static List<String> alike(KopfExample example, HandlerContext ctx) {
        String field = String.valueOf(example.getSpec().getField());
        List<String> alike = ctx.index(BY_FIELD).get(field).stream().sorted().toList();
        List<String> before = ctx.memo(FIELDS);
        ctx.logger().info("The field is {} in {}; here it was {} before.", field, alike, before);
        before.add(field);
        return alike;
    }

    @Override
    public void onCleanup(ActivityContext ctx) {
        ctx.logger().info("Fields have changed {} times.", ctx.memo(CHANGES));
    }
}

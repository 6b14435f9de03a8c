package dev.kopf.examples.subhandlers;

import dev.kopf.runtime.Kopf;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.SubHandlerContext;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleHandler;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Works on the items of an object one by one: each is retried by itself, and remembered by itself. */
public final class SubHandlersOperator implements KopfExampleHandler {

    public static void main(String[] args) {
        Kopf.main(args, new SubHandlersOperator());
    }

    @Override
    public Object onCreate(KopfExample example, CreateContext ctx) {
        List<String> items = Objects.requireNonNullElse(example.getSpec().getItems(), List.of());
        ctx.subHandlers(items, item -> item, SubHandlersOperator::prepare); // onCreate/item1, onCreate/item2, …
        ctx.runSubHandlers(); // without this line they run after the handler; with it, what follows is done once
        // all are done
        ctx.logger().info("All {} items are prepared.", items.size());

        // One more, declared by itself, with options and a result of its own: onCreate/tidy-up.
        ctx.subHandler(HandlerOptions.of("tidy-up").withRetries(3), sub -> "tidy");
        return null;
    }

    private static void prepare(String item, SubHandlerContext ctx) {
        if (item.equals("item2") && ctx.retry() < 2) {
            throw new TemporaryException("This one takes longer.", Duration.ofMillis(500));
        }
        ctx.logger().info("{} is prepared.", item);
    }
}

package dev.kopf.examples.minimal;

import dev.kopf.runtime.Kopf;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleHandler;
import java.util.Map;

/** Greets each new object, once. */
public final class MinimalOperator implements KopfExampleHandler {

    public static void main(String[] args) {
        Kopf.main(args, new MinimalOperator());
    }

    @Override
    public Object onCreate(KopfExample example, CreateContext ctx) {
        ctx.logger().info("Hello, {}!", example.getMetadata().getName());
        return Map.of("message", "Hello, " + example.getSpec().getField() + "!"); // kept in status.onCreate
    }
}

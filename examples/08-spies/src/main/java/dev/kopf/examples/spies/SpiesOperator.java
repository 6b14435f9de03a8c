package dev.kopf.examples.spies;

import dev.kopf.runtime.Kopf;
import dev.kopf.runtime.handler.EventContext;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sees every event as it comes, and leaves no trace: nothing is written to the objects, and an error is logged and no more. */
public final class SpiesOperator implements KopfExampleHandler {

    /** Objects are handled beside each other, so that this is used by several threads. */
    private final List<String> seen = new CopyOnWriteArrayList<>();

    public static void main(String[] args) {
        Kopf.main(args, new SpiesOperator());
    }

    @Override
    public void onEvent(KopfExample example, EventContext ctx) {
        String event = ctx.event().type() + " " + example.getSpec().getField();
        seen.add(event);
        ctx.logger().info(event);
        if ("odd".equals(example.getSpec().getField())) {
            throw new IllegalArgumentException("That is odd.");
        }
    }

    List<String> seen() {
        return seen;
    }
}

package dev.kopf.examples.daemons;

import dev.kopf.runtime.Kopf;
import dev.kopf.runtime.handler.Daemon;
import dev.kopf.runtime.handler.DaemonContext;
import dev.kopf.runtime.handler.HandlerConfig;
import dev.kopf.runtime.handler.Timer;
import dev.kopf.runtime.handler.TimerContext;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleHandler;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/** Runs as long as an object is there. */
public final class DaemonsOperator implements KopfExampleHandler {

    public static void main(String[] args) {
        Kopf.main(args, new DaemonsOperator());
    }

    /** Looks at the object from time to time, until it is to stop. */
    @Daemon
    void watch(KopfExample example, DaemonContext ctx) throws InterruptedException {
        String seen = null;
        do {
            String now = ctx.latest(KopfExample.class).getSpec().getField(); // "example" is how it was at the beginning
            if (!Objects.equals(now, seen)) {
                ctx.logger().info("The field is '{}'.", now);
                seen = now;
            }
        } while (!ctx.stopped().await(Duration.ofMillis(50)));
        ctx.logger().info("Told to stop: {}.", ctx.stopped().reasons());
    }

    /** Waits for something else, which never comes. A while after it was told to stop it is interrupted, and the object may go. */
    @Daemon(cancellationBackoff = "0.3s", cancellationTimeout = "5s")
    void wait(KopfExample example, DaemonContext ctx) throws InterruptedException {
        try {
            new CountDownLatch(1).await();
        } finally {
            ctx.logger().info("Interrupted: {}.", ctx.stopped().reasons());
        }
    }

    /** Called until its filter does not let the object pass any more. What it returns is stored in {@code status.countdown}. */
    @Timer(initialDelay = "0.1s", interval = "0.3s")
    @HandlerConfig(when = "isCounting")
    int countdown(KopfExample example, TimerContext ctx) {
        return left(example) - 1;
    }

    boolean isCounting(KopfExample example) {
        return left(example) > 0;
    }

    /** Called once after each change, when there was no other one for a while. */
    @Timer(idle = "0.6s")
    String settled(KopfExample example, TimerContext ctx) {
        return example.getSpec().getField();
    }

    private static int left(KopfExample example) {
        Object left =
                example.getStatus() == null ? null : example.getStatus().asMap().get("countdown");
        return left instanceof Number number ? number.intValue() : 3;
    }
}

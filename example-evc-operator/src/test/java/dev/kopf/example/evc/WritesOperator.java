package dev.kopf.example.evc;

import dev.kopf.runtime.Operator;
import dev.kopf.runtime.Settings;
import dev.kopf.runtime.handler.HandlerContext;
import dev.kopf.runtime.handler.TemporaryException;
import java.time.Duration;
import java.util.Map;
import org.zalando.v1.EphemeralVolumeClaim;
import org.zalando.v1.EphemeralVolumeClaimDispatch;

/** The operator whose writes are counted, as it is written here: it does what {@code writes.py} does for Kopf. */
final class WritesOperator {

    private WritesOperator() {}

    /** Works until it is killed; the cluster is that of the environment. */
    public static void main(String[] args) throws InterruptedException {
        var handlers = EphemeralVolumeClaimDispatch.on();
        for (int number = 1; number <= Integer.parseInt(System.getenv("HANDLERS")); number++) {
            boolean first = number == 1;
            handlers.create("create_" + number, (claim, ctx) -> handle(claim, ctx, first))
                    .update("update_" + number, (claim, diff, ctx) -> handle(claim, ctx, first))
                    .delete("delete_" + number, (claim, ctx) -> handle(claim, ctx, first));
        }
        // On a busy machine a pass may last longer than a second, and would be stored in parts.
        Settings settings = Settings.defaults()
                .withTiming(new Settings.Timing(
                        Duration.ofHours(1),
                        Settings.Timing.DEFAULTS.inactivityTimeout(),
                        Settings.Timing.DEFAULTS.reconnectBackoff()));
        try (Operator operator =
                Operator.builder().handlers(handlers).settings(settings).build()) {
            operator.start();
            operator.join();
        }
    }

    private static Object handle(EphemeralVolumeClaim claim, HandlerContext ctx, boolean first) {
        String name = claim.getMetadata().getName();
        if (name.startsWith("failing") && first && ctx.retry() == 0) {
            throw new TemporaryException("Not yet.", Duration.ofMillis(200));
        }
        return name.startsWith("resulting") ? Map.of("done", true) : null;
    }
}

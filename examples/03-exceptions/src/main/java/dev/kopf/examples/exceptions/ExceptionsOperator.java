package dev.kopf.examples.exceptions;

import dev.kopf.runtime.Kopf;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.ErrorMode;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleDispatch;
import java.time.Duration;

/** Handlers that fail, each in its way. None holds up another. */
public final class ExceptionsOperator {

    private static final Duration SOON = Duration.ofMillis(500);

    private ExceptionsOperator() {}

    public static void main(String[] args) {
        Kopf.main(args, handlers());
    }

    static HandlerSource handlers() {
        return KopfExampleDispatch.on()
                .create("patient", ExceptionsOperator::patient)
                .create("strict", ExceptionsOperator::strict)
                .create(HandlerOptions.of("stubborn").withRetries(3).withBackoff(SOON), ExceptionsOperator::broken)
                .create(
                        HandlerOptions.of("hurried")
                                .withTimeout(Duration.ofSeconds(3))
                                .withBackoff(Duration.ofSeconds(2)),
                        ExceptionsOperator::broken)
                .create(HandlerOptions.of("careless").withErrors(ErrorMode.IGNORED), ExceptionsOperator::broken);
    }

    /** Not yet: asks to be called again, until it succeeds. */
    private static Object patient(KopfExample example, CreateContext ctx) {
        if (ctx.retry() < 2) {
            throw new TemporaryException("Not ready yet.", SOON);
        }
        return "ready after " + (ctx.retry() + 1) + " attempts";
    }

    /** Never: no attempt would do better. */
    private static Object strict(KopfExample example, CreateContext ctx) {
        if (example.getSpec().getField() == null) {
            throw new PermanentException("The field must be set.");
        }
        return "fine";
    }

    /** Any other exception: what it means is said by the handler's options. */
    private static Object broken(KopfExample example, CreateContext ctx) {
        throw new IllegalStateException("Something went wrong.");
    }
}

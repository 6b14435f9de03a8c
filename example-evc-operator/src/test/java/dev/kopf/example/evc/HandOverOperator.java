package dev.kopf.example.evc;

import dev.kopf.runtime.Operator;
import dev.kopf.runtime.handler.HandlerContext;
import dev.kopf.runtime.handler.TemporaryException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zalando.v1.EphemeralVolumeClaim;
import org.zalando.v1.EphemeralVolumeClaimDispatch;
import org.zalando.v1.EphemeralVolumeClaimSpec;

/** The operator of the hand-over as it is written here: the same handlers, with the same ids, as {@code claims.py} has for Kopf. */
final class HandOverOperator {

    private final Path folder;
    private final Duration delay;

    private HandOverOperator(Path folder, Duration delay) {
        this.folder = folder;
        this.delay = delay;
    }

    /** Works until it is killed; the cluster is that of the environment. */
    public static void main(String[] args) throws InterruptedException {
        Duration delay = Duration.ofMillis((long) (Double.parseDouble(System.getenv("HANDOVER_DELAY")) * 1000));
        var handlers = new HandOverOperator(Path.of(System.getenv("HANDOVER_FOLDER")), delay).handlers();
        try (Operator operator = Operator.builder().handlers(handlers).build()) {
            operator.start();
            operator.join();
        }
    }

    private EphemeralVolumeClaimDispatch.Registration handlers() {
        return EphemeralVolumeClaimDispatch.on()
                .create("create_ok", (claim, ctx) -> handle(claim, ctx, "None -> None"))
                .create("create_retry", (claim, ctx) -> handle(claim, ctx, "None -> None"))
                .update("update_ok", (claim, diff, ctx) -> handle(claim, ctx, change(diff.oldValue(), diff.newValue())))
                .update(
                        "update_retry",
                        (claim, diff, ctx) -> handle(claim, ctx, change(diff.oldValue(), diff.newValue())))
                .specSizeChange(
                        "update_size/spec.size",
                        (claim, size, ctx) -> handle(claim, ctx, size.oldValue() + " -> " + size.newValue()))
                .delete("delete_ok", (claim, ctx) -> handle(claim, ctx, "None -> None"))
                .delete("delete_retry", (claim, ctx) -> handle(claim, ctx, "None -> None"));
    }

    private static String change(EphemeralVolumeClaim before, EphemeralVolumeClaim now) {
        return size(before) + " -> " + size(now);
    }

    private static String size(EphemeralVolumeClaim claim) {
        EphemeralVolumeClaimSpec spec = claim.getSpec();
        return spec == null ? "None" : spec.getSize();
    }

    private Map<String, Object> handle(EphemeralVolumeClaim claim, HandlerContext ctx, String change) {
        String name = claim.getMetadata().getName();
        String handler = ctx.handlerId().value();
        tell(name, ctx, change);
        while (Files.exists(folder.resolve("hang." + name + "." + handler))) {
            pause();
        }
        if (handler.endsWith("_retry") && !Files.exists(folder.resolve("go." + name))) {
            throw new TemporaryException("Not yet.", delay);
        }
        return Map.of("by", "JAVA", "retry", ctx.retry());
    }

    private void tell(String name, HandlerContext ctx, String change) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("by", "JAVA");
        call.put("object", name);
        call.put("handler", ctx.handlerId().value());
        call.put("retry", ctx.retry());
        call.put("at", seconds(Instant.now()));
        call.put("started", seconds(ctx.started()));
        call.put("change", change);
        try {
            Files.writeString(
                    folder.resolve("calls"),
                    Serialization.asJson(call) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double seconds(Instant time) {
        return time.getEpochSecond() + time.getNano() / 1e9;
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

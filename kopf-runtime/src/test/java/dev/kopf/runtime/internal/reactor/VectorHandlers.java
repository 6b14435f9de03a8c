package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.handler.ChangingContext;
import dev.kopf.runtime.handler.ErrorMode;
import dev.kopf.runtime.handler.FilterSpecs;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerContext;
import dev.kopf.runtime.handler.HandlerFunction;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.resource.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Handlers that do what a case says, and note their calls. */
final class VectorHandlers {

    /** The calls in order, as vectors tell them. */
    final List<Map<String, @Nullable Object>> calls = new ArrayList<>();

    List<Handler> handlers(@Nullable Object specs) {
        return Json.list(specs).stream().map(spec -> handler(Json.map(spec))).toList();
    }

    private Handler handler(Map<String, @Nullable Object> spec) {
        Handler declared = FilterSpecs.usual().handler(spec);
        HandlerOptions options = limited(declared.options(), spec);
        boolean isEvent = declared.type() == HandlerType.EVENT;
        HandlerFunction function = call -> {
            HandlerContext context = call.context(HandlerContext.class);
            Map<String, @Nullable Object> noted = noted(options.id().value(), context);
            if (!isEvent) {
                noted.put("reason", context.reason().text());
            }
            calls.add(noted);
            return perform(Json.map(spec.get("does")), String.valueOf(spec.get("id")), context);
        };
        return new Handler(declared.kind(), declared.type(), declared.field(), options, function);
    }

    private static Map<String, @Nullable Object> noted(String id, HandlerContext context) {
        Map<String, @Nullable Object> call = new LinkedHashMap<>();
        call.put("id", id);
        call.put("retry", context.retry());
        return call;
    }

    private @Nullable Object perform(Map<String, @Nullable Object> does, String id, HandlerContext context) {
        boolean explicit = Boolean.TRUE.equals(does.get("execute"));
        for (Object each : Json.list(does.get("subhandlers"))) {
            Map<String, @Nullable Object> sub = Json.map(each);
            String subId = String.valueOf(sub.get("id"));
            Map<String, @Nullable Object> filtered = new LinkedHashMap<>(sub);
            filtered.put("kind", "create");
            HandlerOptions options =
                    FilterSpecs.usual().handler(filtered).options().withId(subId);
            ((ChangingContext) context).subHandler(limited(options, sub), inner -> {
                calls.add(noted(subId, inner));
                return perform(Json.map(sub.get("does")), subId, inner);
            });
        }
        if (explicit) {
            ((ChangingContext) context).runSubHandlers();
            Map<String, @Nullable Object> after = new LinkedHashMap<>();
            after.put("after", id);
            calls.add(after);
        }
        Object raise = does.get("raise");
        if (raise == null) {
            return does.get("return");
        }
        String message = String.valueOf(does.get("message"));
        throw switch (String.valueOf(raise).replace("own ", "")) {
            case "permanent" -> new PermanentException(message);
            case "temporary" -> new TemporaryException(message, seconds(does.get("delay")));
            default -> new IllegalStateException(message);
        };
    }

    private static HandlerOptions limited(HandlerOptions declared, Map<String, @Nullable Object> spec) {
        HandlerOptions options = declared;
        if (spec.get("errors") != null) {
            options = options.withErrors(ErrorMode.valueOf(String.valueOf(spec.get("errors"))));
        }
        if (spec.get("retries") instanceof Number retries) {
            options = options.withRetries(retries.intValue());
        }
        if (spec.get("timeout") != null) {
            options = options.withTimeout(seconds(spec.get("timeout")));
        }
        return spec.get("backoff") == null ? options : options.withBackoff(seconds(spec.get("backoff")));
    }

    private static @Nullable Duration seconds(@Nullable Object value) {
        return value == null
                ? null
                : Duration.ofNanos(
                        new BigDecimal(String.valueOf(value)).movePointRight(9).longValue());
    }
}

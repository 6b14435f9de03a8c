package dev.kopf.runtime.handler;

import dev.kopf.runtime.essence.Specs;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How vectors describe handlers and their filters. */
public final class FilterSpecs {

    private static final ResourceKind KIND = ResourceKind.namespaced("example.com", "v1", "Example", "examples");

    /** Kopf calls predicates of fields with a marker, which is not null, where there is no value. */
    private final boolean absentIsMarked;

    private FilterSpecs(boolean absentIsMarked) {
        this.absentIsMarked = absentIsMarked;
    }

    /** Predicates are given null where there is no value. */
    public static FilterSpecs usual() {
        return new FilterSpecs(false);
    }

    static FilterSpecs withMarkedAbsence() {
        return new FilterSpecs(true);
    }

    /** These handlers as those of a kind, whatever their ids. */
    public static KindHandlers kind(List<Handler> handlers) {
        return new KindHandlers(KIND, handlers);
    }

    /** The id that Kopf makes (G-4), without the blanks that ours cannot have. */
    static String id(Map<String, @Nullable Object> spec) {
        Object id = spec.getOrDefault("id", spec.get("fn"));
        String field = Specs.field(spec.get("field")).toString();
        return id(id + (field.isEmpty() || "index".equals(spec.get("kind")) ? "" : "/" + field));
    }

    static String id(@Nullable Object kopfs) {
        return String.valueOf(kopfs).replace(' ', '_');
    }

    /** The type of handlers of Kopf's kind. */
    static HandlerType type(Map<String, @Nullable Object> spec) {
        return HandlerType.valueOf(String.valueOf(spec.get("kind")).toUpperCase(Locale.ROOT));
    }

    /** The handler that a case describes. */
    public Handler handler(Map<String, @Nullable Object> spec) {
        HandlerType type = type(spec);
        FieldPath field = Specs.field(spec.get("field"));
        HandlerOptions options = options(spec, HandlerOptions.of(id(spec)));
        if (type != HandlerType.FIELD && !field.isRoot()) {
            options = options.withField(field);
        }
        return new Handler(KIND, type, field, options, call -> null);
    }

    private HandlerOptions options(Map<String, @Nullable Object> spec, HandlerOptions defaults) {
        HandlerOptions options = inBackground(spec, defaults)
                .withOptional(Boolean.TRUE.equals(spec.get("optional")))
                .withDeleted(Boolean.TRUE.equals(spec.get("deleted")));
        for (Map.Entry<String, @Nullable Object> label :
                Json.map(spec.get("labels")).entrySet()) {
            options = options.withLabel(label.getKey(), text(label.getValue()));
        }
        for (Map.Entry<String, @Nullable Object> annotation :
                Json.map(spec.get("annotations")).entrySet()) {
            options = options.withAnnotation(annotation.getKey(), text(annotation.getValue()));
        }
        options = spec.containsKey("value") ? options.withValue(field(spec.get("value"))) : options;
        options = spec.containsKey("old") ? options.withOldValue(field(spec.get("old"))) : options;
        options = spec.containsKey("new") ? options.withNewValue(field(spec.get("new"))) : options;
        return spec.containsKey("when")
                ? options.when(GenericKubernetesResource.class, condition(Json.map(spec.get("when"))))
                : options;
    }

    private static HandlerOptions inBackground(Map<String, @Nullable Object> spec, HandlerOptions defaults) {
        HandlerOptions options = defaults.withSharp(Boolean.TRUE.equals(spec.get("sharp")));
        options = with(options, spec.get("interval"), HandlerOptions::withInterval);
        options = with(options, spec.get("idle"), HandlerOptions::withIdle);
        return with(options, spec.get("initialDelay"), HandlerOptions::withInitialDelay);
    }

    private static HandlerOptions with(
            HandlerOptions options,
            @Nullable Object seconds,
            BiFunction<HandlerOptions, Duration, HandlerOptions> with) {
        return seconds instanceof Number number
                ? with.apply(options, Duration.ofMillis(Math.round(number.doubleValue() * 1000)))
                : options;
    }

    private Filter<String> text(@Nullable Object spec) {
        return filter(
                Json.map(spec), value -> (String) value, callback -> Filter.matching(value -> says(callback, value)));
    }

    private Filter<Object> field(@Nullable Object spec) {
        return filter(Json.map(spec), value -> value, this::fieldCallback);
    }

    private Filter<Object> fieldCallback(String callback) {
        Filter<Object> filter = Filter.matching(value -> says(callback, value));
        if (!absentIsMarked) {
            return filter;
        }
        return switch (callback) {
            case "present" -> Filter.anyOf(Filter.absent(), filter);
            case "isnull" -> Filter.allOf(Filter.present(), filter);
            default -> filter;
        };
    }

    @SuppressWarnings("unchecked") // arrays of filters
    private static <T> Filter<T> filter(
            Map<String, @Nullable Object> spec, Function<Object, T> literal, Function<String, Filter<T>> callback) {
        Map.Entry<String, @Nullable Object> only =
                spec.entrySet().stream().findFirst().orElse(Map.entry("is", Map.of()));
        Object value = only.getValue();
        return switch (only.getKey()) {
            case "is" -> spec.isEmpty() ? Filter.is((T) null) : Filter.is(literal.apply(Objects.requireNonNull(value)));
            case "token" -> "PRESENT".equals(value) ? Filter.present() : Filter.absent();
            case "callback" -> callback.apply((String) value);
            case "not" -> Filter.not(filter(Json.map(value), literal, callback));
            case "all" -> Filter.allOf(filters(value, literal, callback));
            case "any" -> Filter.anyOf(filters(value, literal, callback));
            case "none" -> Filter.noneOf(filters(value, literal, callback));
            default -> throw new IllegalArgumentException("not a filter: " + spec);
        };
    }

    @SuppressWarnings("unchecked") // arrays of filters
    private static <T> Filter<T>[] filters(
            @Nullable Object list, Function<Object, T> literal, Function<String, Filter<T>> callback) {
        return Json.list(list).stream()
                .map(item -> filter(Json.map(item), literal, callback))
                .toArray(Filter[]::new);
    }

    private static boolean says(String callback, @Nullable Object value) {
        return callback.startsWith("equals:")
                ? callback.substring("equals:".length()).equals(value)
                : switch (callback) {
                    case "present" -> value != null;
                    case "isnull" -> value == null;
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException("not a callback: " + callback);
                };
    }

    @SuppressWarnings("unchecked") // arrays of conditions
    private static Condition<GenericKubernetesResource> condition(Map<String, @Nullable Object> spec) {
        Map.Entry<String, @Nullable Object> only = spec.entrySet().iterator().next();
        Stream<Condition<GenericKubernetesResource>> inner =
                Json.list(only.getValue()).stream().map(item -> condition(Json.map(item)));
        return switch (only.getKey()) {
            case "callback" -> callback(String.valueOf(only.getValue()));
            case "not" -> Condition.not(condition(Json.map(only.getValue())));
            case "all" -> Condition.allOf(inner.toArray(Condition[]::new));
            case "any" -> Condition.anyOf(inner.toArray(Condition[]::new));
            case "none" -> Condition.noneOf(inner.toArray(Condition[]::new));
            default -> throw new IllegalArgumentException("not a condition: " + spec);
        };
    }

    private static Condition<GenericKubernetesResource> callback(String name) {
        String argument = name.substring(name.indexOf(':') + 1);
        return switch (name.substring(0, name.length() - argument.length())) {
            case "hasLabel:" ->
                (resource, ctx) -> {
                    Map<String, String> labels = resource.getMetadata().getLabels();
                    return labels != null && labels.containsKey(argument);
                };
            case "reason:" -> (resource, ctx) -> ctx.reason().text().equals(argument);
            default ->
                name.equals("initialOld")
                        ? (resource, ctx) -> ctx.oldEssence() == null
                        : (resource, ctx) -> says(name, null);
        };
    }
}

package dev.kopf.runtime.handler;

import dev.kopf.runtime.handler.Filters.Place;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the filters of a {@link HandlerConfig}. */
final class MatchReader {

    private final PredicateMethods methods;

    /** @param methods the methods of the handler's class that filters may name */
    MatchReader(PredicateMethods methods) {
        this.methods = methods;
    }

    /**
     * Options with the filters that an annotation says.
     *
     * @param resource the class of the resource
     * @throws IllegalArgumentException if one of them makes no sense
     */
    HandlerOptions configured(HandlerOptions options, HandlerConfig config, Class<?> resource) {
        HandlerOptions filtered = options;
        for (Match match : config.labels()) {
            filtered = filtered.withLabel(key(match, Place.LABEL), ofText(match));
        }
        for (Match match : config.annotations()) {
            filtered = filtered.withAnnotation(key(match, Place.ANNOTATION), ofText(match));
        }
        if (config.field().length > 0) {
            filtered = filtered.withField(
                    config.field().length == 1 ? FieldPath.parse(config.field()[0]) : FieldPath.of(config.field()));
        }
        Filter<Object> value = ofField("value", config.value());
        filtered = value == null ? filtered : filtered.withValue(value);
        Filter<Object> before = ofField("oldValue", config.oldValue());
        filtered = before == null ? filtered : filtered.withOldValue(before);
        Filter<Object> after = ofField("newValue", config.newValue());
        filtered = after == null ? filtered : filtered.withNewValue(after);
        return config.when().isEmpty() ? filtered : when(filtered, config.when(), resource);
    }

    private <R> HandlerOptions when(HandlerOptions options, String method, Class<R> resource) {
        return options.when(resource, methods.condition(method, resource));
    }

    private static String key(Match match, Place place) {
        if (match.key().isEmpty()) {
            throw new IllegalArgumentException(
                    "a filter of " + (place == Place.LABEL ? "labels" : "annotations") + " needs a key.");
        }
        return match.key();
    }

    private Filter<String> ofText(Match match) {
        if (match.json().length > 0) {
            throw new IllegalArgumentException("'json' is for fields; the values of '" + match.key() + "' are texts.");
        }
        List<Filter<String>> values = new ArrayList<>();
        for (String text : match.value()) {
            values.add(Filter.is(text));
        }
        return of(match, values, match.by().isEmpty() ? null : methods.filter(match.by(), String.class));
    }

    private @Nullable Filter<Object> ofField(String option, Match[] matches) {
        if (matches.length == 0) {
            return null;
        }
        if (matches.length > 1) {
            throw new IllegalArgumentException("'" + option + "' takes one @Match, which may have several values.");
        }
        Match match = matches[0];
        if (!match.key().isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + option + "' is about the field, so its @Match has no key: " + match.key());
        }
        List<Filter<Object>> values = new ArrayList<>();
        for (String text : match.value()) {
            values.add(Filter.is(text));
        }
        for (String text : match.json()) {
            values.add(Filter.is(parsed(text)));
        }
        return of(match, values, match.by().isEmpty() ? null : methods.filter(match.by(), Object.class));
    }

    private static Object parsed(String json) {
        Object value;
        try {
            value = Json.parse(json);
        } catch (JsonException e) {
            throw new IllegalArgumentException("not a JSON value (a text goes into 'value'): " + json, e);
        }
        if (value == null) {
            throw new IllegalArgumentException("A filter cannot be null; use 'absent' for what is not there.");
        }
        return value;
    }

    private static <T> Filter<T> of(Match match, List<Filter<T>> values, @Nullable Filter<T> predicate) {
        List<Filter<T>> all = new ArrayList<>();
        if (!values.isEmpty()) {
            all.add(values.size() == 1 ? values.get(0) : new FilterKind.AnyOf<>(values));
        }
        if (match.present()) {
            all.add(Filter.present());
        }
        if (match.absent()) {
            all.add(Filter.absent());
        }
        if (predicate != null) {
            all.add(predicate);
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a @Match says nothing of the value"
                    + (match.key().isEmpty() ? "" : " of '" + match.key() + "'")
                    + ": give a value, 'present', 'absent', or a method with 'by'.");
        }
        Filter<T> filter = all.size() == 1 ? all.get(0) : new FilterKind.AllOf<>(all);
        return match.not() ? Filter.not(filter) : filter;
    }
}

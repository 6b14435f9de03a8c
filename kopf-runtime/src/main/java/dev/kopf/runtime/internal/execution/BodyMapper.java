package dev.kopf.runtime.internal.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import dev.kopf.runtime.typed.TypedResource;
import dev.kopf.runtime.typed.TypedResources;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes typed objects of plain JSON, and plain JSON of what handlers return. Safe for use by several threads. */
public final class BodyMapper {

    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Map<Class<?>, Function<Map<String, @Nullable Object>, ?>> readers = new ConcurrentHashMap<>();

    /**
     * An object as an instance of a class.
     *
     * @throws IllegalArgumentException if it does not fit
     */
    <R> R decode(Map<String, @Nullable Object> fields, Class<R> type) {
        return type.cast(readers.computeIfAbsent(type, this::reader).apply(fields));
    }

    /** Generated classes are views of the plain values; others are made of them by Jackson. */
    private Function<Map<String, @Nullable Object>, ?> reader(Class<?> type) {
        return TypedResource.class.isAssignableFrom(type)
                ? TypedResources.readerOf(type)
                : fields -> mapper.convertValue(fields, type);
    }

    /** An object without a class of its own. */
    GenericKubernetesResource decode(Map<String, @Nullable Object> fields) {
        return mapper.convertValue(fields, GenericKubernetesResource.class);
    }

    /** Whether something of this type may be a handler's result, as far as types tell. */
    boolean mayEncode(Type type) {
        return ResultTypes.mayEncode(mapper.constructType(type), mapper);
    }

    /**
     * A handler's result as plain JSON.
     *
     * @throws IllegalArgumentException if it is nothing that JSON knows
     */
    public @Nullable Object encode(@Nullable Object result) {
        try {
            // By way of the text: a conversion in memory lets through what no JSON has, such as bytes and NaN.
            return result == null ? null : Json.parse(mapper.writeValueAsBytes(result));
        } catch (JsonProcessingException | JsonException e) {
            throw new IllegalArgumentException(
                    "not a JSON value: " + result.getClass().getName(), e);
        }
    }
}

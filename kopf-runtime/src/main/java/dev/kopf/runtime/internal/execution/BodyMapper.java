package dev.kopf.runtime.internal.execution;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes typed objects of plain JSON, and plain JSON of what handlers return. Safe for use by several threads. */
public final class BodyMapper {

    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new JavaTimeModule())
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /**
     * An object as an instance of a class.
     *
     * @throws IllegalArgumentException if it does not fit
     */
    <R> R decode(Map<String, @Nullable Object> fields, Class<R> type) {
        return mapper.convertValue(fields, type);
    }

    /** An object without a class of its own. */
    GenericKubernetesResource decode(Map<String, @Nullable Object> fields) {
        return mapper.convertValue(fields, GenericKubernetesResource.class);
    }

    /**
     * A handler's result as plain JSON.
     *
     * @throws IllegalArgumentException if it is nothing that JSON knows
     */
    public @Nullable Object encode(@Nullable Object result) {
        return mapper.convertValue(result, Object.class);
    }
}

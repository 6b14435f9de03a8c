package dev.kopf.codegen.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an object into a generated class with a mapper as anybody has it, walks through it, and writes it again. */
public final class RoundTrip {

    private static final ObjectMapper PLAIN = new ObjectMapper();
    private static final ObjectMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private RoundTrip() {}

    /** What came out different, as a path and two values; empty where nothing did. */
    public static Optional<String> loss(String json, Class<?> type) {
        try {
            Object first = PLAIN.readValue(json, type);
            walk(first, 0);
            String written = PLAIN.writeValueAsString(first);
            Optional<String> loss = difference("", EXACT.readTree(json), EXACT.readTree(written));
            if (loss.isPresent()) {
                return loss;
            }
            Object second = PLAIN.readValue(written, type);
            boolean equal = first.equals(second) && first.hashCode() == second.hashCode();
            Object rebuilt = build(first);
            return equal && rebuilt.equals(first)
                    ? Optional.empty()
                    : Optional.of("two objects of one JSON are not equal");
        } catch (JsonProcessingException | ReflectiveOperationException | RuntimeException e) {
            return Optional.of(e.toString());
        }
    }

    private static Object build(Object object) throws ReflectiveOperationException {
        Object builder = object.getClass().getMethod("toBuilder").invoke(object);
        return builder.getClass().getMethod("build").invoke(builder);
    }

    /** Calls all getters, so that one that throws is found, and so that the metadata counts as touched. */
    private static void walk(@Nullable Object value, int depth) throws ReflectiveOperationException {
        if (depth > 60) {
            return;
        }
        if (value instanceof List<?> list) {
            for (Object item : list) {
                walk(item, depth + 1);
            }
        } else if (value instanceof Map<?, ?> map) {
            for (Object item : map.values()) {
                walk(item, depth + 1);
            }
        } else if (value != null && value.getClass().getClassLoader() instanceof Compiled) {
            for (Method method : value.getClass().getDeclaredMethods()) {
                if (method.getName().startsWith("get") && method.getParameterCount() == 0 && !method.isSynthetic()) {
                    walk(call(method, value), depth + 1);
                }
            }
            if (value instanceof HasMetadata resource) {
                resource.getMetadata();
            }
        }
    }

    private static @Nullable Object call(Method method, Object target) throws ReflectiveOperationException {
        try {
            return method.invoke(target);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(method + " throws", e.getCause());
        }
    }

    private static Optional<String> difference(String path, JsonNode one, JsonNode other) {
        if (one.isObject() && other.isObject()) {
            for (Iterator<String> names = one.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                if (!other.has(name)) {
                    return Optional.of(path + "." + name + " is lost");
                }
                Optional<String> inside = difference(path + "." + name, one.get(name), other.get(name));
                if (inside.isPresent()) {
                    return inside;
                }
            }
            return one.size() == other.size() ? Optional.empty() : Optional.of(path + " has more fields than before");
        }
        if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                Optional<String> inside = difference(path + "[" + i + "]", one.get(i), other.get(i));
                if (inside.isPresent()) {
                    return inside;
                }
            }
            return Optional.empty();
        }
        boolean same =
                one.getNodeType() == other.getNodeType() && one.toString().equals(other.toString());
        return same ? Optional.empty() : Optional.of(path + " is " + other + ", and was " + one);
    }
}

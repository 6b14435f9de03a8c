package dev.kopf.runtime.resource;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import org.jspecify.annotations.Nullable;

/**
 * fabric8's classes for parts of Kubernetes' own kinds, such as a container: made of plain JSON values, and written as such.
 *
 * <p>Safe for use by several threads.
 */
public final class CoreObjects {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // Else a number alone would read as an object whose only field is a number.
            .disable(MapperFeature.AUTO_DETECT_CREATORS)
            .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SKIP))
            .withCoercionConfigDefaults(
                    coercion -> coercion.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull))
            .addHandler(new FittingValues.PassOver())
            .addModule(FittingValues.module())
            .build();

    private CoreObjects() {}

    /** Whether the value is of such a class, and not a whole resource. */
    public static boolean isPart(@Nullable Object value) {
        return value instanceof KubernetesResource && !(value instanceof HasMetadata);
    }

    /**
     * A new object of the class, which the caller may change. A field that does not fit is left out (R14), as is one that is null.
     *
     * @param plain a plain JSON value
     * @return null where it does not fit at all
     */
    public static <T> @Nullable T read(Object plain, Class<T> type) {
        try {
            return MAPPER.convertValue(plain, type);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The object as a plain JSON value: what fabric8's class writes, so without empty lists and maps. */
    public static @Nullable Object plain(Object object) {
        return MAPPER.convertValue(object, Object.class);
    }
}

package dev.kopf.runtime.typed;

import dev.kopf.runtime.resource.CoreObjects;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** For generated code: the types that properties of CRDs have. */
public final class Types {

    /** A text; numbers and booleans where a text is said read as they are written. */
    public static final Type<String> TEXT =
            plain -> plain instanceof Map || plain instanceof List ? null : plain.toString();

    /** A whole number of 32 bits. */
    public static final Type<Integer> INTEGER = Types::toInteger;

    /** A whole number of 64 bits. */
    public static final Type<Long> LONG = Types::toLong;

    /** A number, with its digits. */
    public static final Type<BigDecimal> DECIMAL = Types::toDecimal;

    /** True or false. */
    public static final Type<Boolean> BOOLEAN = plain -> plain instanceof Boolean flag ? flag : null;

    /** A whole number or a text. */
    public static final Type<IntOrString> INT_OR_STRING = IntOrString::read;

    /** A moment. */
    public static final Type<DateTime> DATE_TIME = DateTime::read;

    /** An amount. */
    public static final Type<Quantity> QUANTITY = Quantity::read;

    /** A text that is secret. */
    public static final Type<Password> PASSWORD = Password::read;

    /** Any plain JSON value. */
    public static final Type<Object> ANY = plain -> plain;

    private Types() {}

    /** A value that {@code toString()} does not show, of another type than {@link #PASSWORD}. */
    public static <T> Type<T> secret(Type<T> type) {
        return new Secret<>(type);
    }

    private record Secret<T>(Type<T> type) implements Type<T> {
        @Override
        public @Nullable T read(Object plain) {
            return type.read(plain);
        }

        @Override
        public Object shown(Object plain) {
            return Password.MASK;
        }
    }

    /** An object that a generated class sees. */
    public static <T> Type<T> object(Function<JsonObject, T> view) {
        return plain -> plain instanceof Map<?, ?> map ? view.apply(JsonObject.wrap(fields(map))) : null;
    }

    /** An object that a class of fabric8's holds: a new one each time, which the caller may change without changing anything else. */
    public static <T extends KubernetesResource> Type<T> core(Class<T> type) {
        return plain -> plain instanceof Map ? CoreObjects.read(plain, type) : null;
    }

    /** A text of which the schema knows some values. */
    public static <T extends OpenEnum> Type<T> text(Function<String, T> of) {
        return plain -> plain instanceof String text ? of.apply(text) : null;
    }

    /** A list, read item by item when it is asked for. */
    public static <T> Type<List<T>> list(Type<T> item) {
        return plain -> plain instanceof List<?> list ? new ListView<>(list, item) : null;
    }

    /** A list whose order means nothing, read when it is asked for. */
    public static <T> Type<Set<T>> set(Type<T> item) {
        return plain -> plain instanceof List<?> list ? new SetView<>(list, item) : null;
    }

    /** A map, read value by value when it is asked for. */
    public static <T> Type<Map<String, T>> map(Type<T> value) {
        return plain -> plain instanceof Map<?, ?> map ? new MapView<>(fields(map), value) : null;
    }

    @SuppressWarnings("unchecked") // a map among plain JSON values has texts as keys
    private static Map<String, @Nullable Object> fields(Map<?, ?> map) {
        return (Map<String, @Nullable Object>) map;
    }

    private static @Nullable Integer toInteger(Object plain) {
        if (plain instanceof Integer integer) {
            return integer;
        }
        Long value = toLong(plain);
        return value == null || value.intValue() != value ? null : (Integer) value.intValue();
    }

    private static @Nullable Long toLong(Object plain) {
        if (plain instanceof Integer || plain instanceof Long) {
            return ((Number) plain).longValue();
        }
        BigDecimal decimal = toDecimal(plain);
        // Below 20 digits, so that no exponent of a CRD's making is ever written out.
        if (decimal == null || decimal.precision() - (long) decimal.scale() > 20 || decimal.scale() > 1000) {
            return null;
        }
        try {
            return decimal.longValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable BigDecimal toDecimal(Object plain) {
        if (plain instanceof BigDecimal decimal) {
            return decimal;
        }
        return plain instanceof Number number ? new BigDecimal(number.toString()) : null;
    }
}

package dev.kopf.runtime.resource;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads values into fabric8's classes as generated classes read them: what does not fit is null, and is no error (R14). */
final class FittingValues {

    private FittingValues() {}

    static SimpleModule module() {
        return new SimpleModule()
                .addDeserializer(Integer.class, new Scalar<>(Integer.class, FittingValues::integer))
                .addDeserializer(Long.class, new Scalar<>(Long.class, FittingValues::whole))
                .addDeserializer(
                        Boolean.class,
                        new Scalar<>(Boolean.class, plain -> plain instanceof Boolean flag ? flag : null))
                .addDeserializer(String.class, new Scalar<>(String.class, Object::toString))
                .setDeserializerModifier(new BareObjects())
                .setMixInAnnotation(IntOrString.class, IntOrStringMixIn.class)
                .setMixInAnnotation(Quantity.class, QuantityMixIn.class);
    }

    private static @Nullable Long whole(Object plain) {
        if (!(plain instanceof BigDecimal number)) {
            return null;
        }
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable Integer integer(Object plain) {
        Long value = whole(plain);
        return value == null || value.intValue() != value ? null : (Integer) value.intValue();
    }

    private static @Nullable IntOrString intOrString(Object plain) {
        if (plain instanceof String text) {
            return new IntOrString(text);
        }
        Integer number = integer(plain);
        return number == null ? null : new IntOrString(number);
    }

    private static @Nullable Quantity quantity(Object plain) {
        if (plain instanceof Boolean) {
            return null;
        }
        try {
            return Quantity.parse(plain.toString());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** An object, list or scalar where something else has its place. */
    static final class PassOver extends DeserializationProblemHandler {
        @Override
        public @Nullable Object handleUnexpectedToken(
                DeserializationContext context,
                JavaType targetType,
                JsonToken token,
                JsonParser parser,
                @Nullable String failure)
                throws IOException {
            parser.skipChildren();
            return null;
        }

        @Override
        public @Nullable Object handleMissingInstantiator(
                DeserializationContext context,
                Class<?> type,
                ValueInstantiator instantiator,
                JsonParser parser,
                @Nullable String failure)
                throws IOException {
            parser.skipChildren();
            return null;
        }
    }

    /** Reads a text, a number (as a decimal) or a flag. */
    private static class Scalar<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<Object, @Nullable T> read;

        Scalar(Class<T> type, Function<Object, @Nullable T> read) {
            super(type);
            this.read = read;
        }

        @Override
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return switch (parser.currentToken()) {
                case VALUE_STRING -> read.apply(parser.getText());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> read.apply(parser.getDecimalValue());
                case VALUE_TRUE, VALUE_FALSE -> read.apply(parser.getBooleanValue());
                default -> {
                    parser.skipChildren();
                    yield null;
                }
            };
        }
    }

    @JsonDeserialize(using = IntOrStringReader.class)
    private interface IntOrStringMixIn {}

    @JsonDeserialize(using = QuantityReader.class)
    private interface QuantityMixIn {}

    static final class IntOrStringReader extends Scalar<IntOrString> {
        private static final long serialVersionUID = 1L;

        IntOrStringReader() {
            super(IntOrString.class, FittingValues::intOrString);
        }
    }

    static final class QuantityReader extends Scalar<Quantity> {
        private static final long serialVersionUID = 1L;

        QuantityReader() {
            super(Quantity.class, FittingValues::quantity);
        }
    }
}

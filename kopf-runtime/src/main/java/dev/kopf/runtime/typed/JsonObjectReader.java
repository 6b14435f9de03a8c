package dev.kopf.runtime.typed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.kopf.runtime.resource.NegativeZero;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads plain JSON values with all their digits. */
final class JsonObjectReader extends StdDeserializer<JsonObject> {

    private static final long serialVersionUID = 1L;

    JsonObjectReader() {
        super(JsonObject.class);
    }

    @Override
    public JsonObject deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        // Some readers have consumed the opening brace already.
        return switch (parser.currentToken()) {
            case START_OBJECT, FIELD_NAME -> JsonObject.wrap(object(parser, context));
            case END_OBJECT -> JsonObject.EMPTY;
            default -> (JsonObject) context.handleUnexpectedToken(JsonObject.class, parser);
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser, DeserializationContext context)
            throws IOException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        String name = parser.hasToken(JsonToken.START_OBJECT) ? parser.nextFieldName() : parser.currentName();
        while (name != null) {
            parser.nextToken();
            fields.put(name, value(parser, context));
            name = parser.nextFieldName();
        }
        return Collections.unmodifiableMap(fields);
    }

    private static List<@Nullable Object> array(JsonParser parser, DeserializationContext context) throws IOException {
        List<@Nullable Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, context));
        }
        return Collections.unmodifiableList(items);
    }

    /** Jackson drops the sign of a zero. */
    private static Number signed(Number number, JsonParser parser) throws IOException {
        return NegativeZero.isZero(number) ? NegativeZero.of(number, parser.getText()) : number;
    }

    private static @Nullable Object value(JsonParser parser, DeserializationContext context) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, context);
            case START_ARRAY -> array(parser, context);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> signed(parser.getNumberValue(), parser);
            case VALUE_NUMBER_FLOAT -> signed(parser.getDecimalValue(), parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_EMBEDDED_OBJECT -> Plain.of(parser.getEmbeddedObject());
            default -> context.handleUnexpectedToken(Object.class, parser);
        };
    }
}

package dev.kopf.codegen.corpus;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kopf.codegen.model.PropertyModel;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.runtime.typed.TypedResource;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an object into a generated class with a mapper as anybody has it, and writes it again; then makes it anew through the getters and
 * setters that were generated, and writes that. Both have to be what was read.
 */
public final class RoundTrip {

    /** One for each class, and let go with it: else it would keep the classes of all CRDs there were. */
    private static final ClassValue<ObjectMapper> MAPPERS = new ClassValue<>() {
        @Override
        protected ObjectMapper computeValue(Class<?> type) {
            return new ObjectMapper();
        }
    };

    private RoundTrip() {}

    /** What came out different, as a path and two values; empty where nothing did. */
    public static Optional<String> loss(String json, Class<?> type, ResourceModel model) {
        ObjectMapper plain = MAPPERS.get(type);
        try {
            TypedResource<?, ?> first = (TypedResource<?, ?>) plain.readValue(json, type);
            first.getMetadata(); // from here on it counts as touched
            String written = plain.writeValueAsString(first);
            Optional<String> loss = ExactJson.difference("", ExactJson.read(json), ExactJson.read(written));
            if (loss.isPresent()) {
                return loss;
            }
            Object second = plain.readValue(written, type);
            if (!first.equals(second) || first.hashCode() != second.hashCode()) {
                return Optional.of("two objects of one JSON are not equal");
            }
            Object rebuilt = new Rebuild(model).resource(first, first.asMap());
            return lossInStanzas(json, plain.writeValueAsString(rebuilt), model);
        } catch (Rebuild.Loss e) {
            return Optional.of(e.getMessage());
        } catch (IOException | ReflectiveOperationException | RuntimeException e) {
            return Optional.of(e.toString());
        }
    }

    private static Optional<String> lossInStanzas(String json, String rebuilt, ResourceModel model) throws IOException {
        Map<?, ?> before = (Map<?, ?>) ExactJson.read(json);
        Map<?, ?> after = (Map<?, ?>) ExactJson.read(rebuilt);
        for (PropertyModel stanza : model.types().stanzas()) {
            Object value = before.get(stanza.jsonName());
            if (after.containsKey(stanza.jsonName())) {
                Optional<String> loss =
                        ExactJson.difference("." + stanza.jsonName(), value, after.get(stanza.jsonName()));
                if (loss.isPresent()) {
                    return loss.map(text -> "made anew, " + text);
                }
            }
        }
        return Optional.empty();
    }
}

package dev.kopf.apiserver.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.failure.Failures;
import dev.kopf.apiserver.failure.StatusException;
import dev.kopf.apiserver.json.Json;
import dev.kopf.apiserver.json.Trees;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the protobuf in which {@code kubectl create namespace} and the like send their objects; they offer no JSON.
 *
 * <p>Only the few kinds below are known. A kind or a field that is not is refused with 415, so that nothing is lost in silence.
 */
final class Protobuf {

    private static final byte[] MAGIC = {'k', '8', 's', 0};

    /** Message, number, name, type of each field; {@code -} is a field that is the server's to write. */
    private static final String FIELDS = """
            Unknown 1 typeMeta TypeMeta
            Unknown 2 raw raw
            Unknown 3 contentEncoding -
            Unknown 4 contentType -
            TypeMeta 1 apiVersion string
            TypeMeta 2 kind string
            ObjectMeta 1 name string
            ObjectMeta 2 generateName string
            ObjectMeta 3 namespace string
            ObjectMeta 4 selfLink -
            ObjectMeta 5 uid string
            ObjectMeta 6 resourceVersion string
            ObjectMeta 7 generation -
            ObjectMeta 8 creationTimestamp -
            ObjectMeta 11 labels map
            ObjectMeta 12 annotations map
            ObjectMeta 14 finalizers strings
            Namespace 1 metadata ObjectMeta
            Namespace 2 spec -
            Namespace 3 status -
            ConfigMap 1 metadata ObjectMeta
            ConfigMap 2 data map
            ConfigMap 3 binaryData bytemap
            ConfigMap 4 immutable bool
            Secret 1 metadata ObjectMeta
            Secret 2 data bytemap
            Secret 3 type string
            Secret 4 stringData map
            Secret 5 immutable bool
            SelfSubjectAccessReview 1 metadata -
            SelfSubjectAccessReview 2 spec SelfSubjectAccessReviewSpec
            SelfSubjectAccessReview 3 status -
            SelfSubjectAccessReviewSpec 1 resourceAttributes ResourceAttributes
            SelfSubjectAccessReviewSpec 2 nonResourceAttributes NonResourceAttributes
            ResourceAttributes 1 namespace string
            ResourceAttributes 2 verb string
            ResourceAttributes 3 group string
            ResourceAttributes 4 version string
            ResourceAttributes 5 resource string
            ResourceAttributes 6 subresource string
            ResourceAttributes 7 name string
            NonResourceAttributes 1 path string
            NonResourceAttributes 2 verb string
            """;

    private static final Map<String, Map<Long, Field>> MESSAGES = messages();

    private Protobuf() {}

    private record Field(String name, String type) {}

    /** The object in a body, if the body is protobuf. */
    static Optional<ObjectNode> read(byte[] body) {
        if (body.length < MAGIC.length
                || ByteBuffer.wrap(body, 0, MAGIC.length).compareTo(ByteBuffer.wrap(MAGIC)) != 0) {
            return Optional.empty();
        }
        ObjectNode envelope = message("Unknown", ByteBuffer.wrap(body, MAGIC.length, body.length - MAGIC.length));
        ObjectNode type = Trees.objectIn(envelope, "typeMeta");
        byte[] raw = Base64.getDecoder().decode(Trees.text(envelope, "raw"));
        ObjectNode object = Json.object();
        object.setAll(type);
        object.setAll(message(Trees.text(type, "kind"), ByteBuffer.wrap(raw)));
        return Optional.of(object);
    }

    private static Map<String, Map<Long, Field>> messages() {
        var messages = new HashMap<String, Map<Long, Field>>();
        FIELDS.lines()
                .map(line -> List.of(line.split(" ", -1)))
                .forEach(words -> messages.computeIfAbsent(words.get(0), name -> new HashMap<>())
                        .put(Long.parseLong(words.get(1)), new Field(words.get(2), words.get(3))));
        return messages;
    }

    private static ObjectNode message(String name, ByteBuffer bytes) {
        Map<Long, Field> fields = MESSAGES.get(name);
        if (fields == null) {
            throw unknown();
        }
        ObjectNode object = Json.object();
        while (bytes.hasRemaining()) {
            long tag = number(bytes);
            Field field = fields.get(tag >>> 3);
            if (field == null) {
                throw unknown();
            }
            if ((tag & 7) == 0) {
                long value = number(bytes);
                if (field.type().equals("bool")) {
                    object.put(field.name(), value != 0);
                }
            } else if ((tag & 7) == 2) {
                put(object, field, slice(bytes));
            } else {
                throw unknown();
            }
        }
        return object;
    }

    /** Go writes empty texts for absent ones; they are left out, as its JSON leaves them out. */
    private static void put(ObjectNode object, Field field, ByteBuffer value) {
        switch (field.type()) {
            case "-", "bool" -> {}
            case "string" -> {
                if (value.hasRemaining()) {
                    object.put(field.name(), text(value));
                }
            }
            case "strings" -> Trees.arrayIn(object, field.name()).add(text(value));
            case "raw" -> object.put(field.name(), base64(value));
            case "map", "bytemap" -> putEntry(Trees.objectIn(object, field.name()), field.type(), value);
            default -> object.set(field.name(), message(field.type(), value));
        }
    }

    private static void putEntry(ObjectNode map, String type, ByteBuffer entry) {
        String key = "";
        String value = "";
        while (entry.hasRemaining()) {
            long tag = number(entry);
            ByteBuffer part = slice(entry);
            if (tag >>> 3 == 1) {
                key = text(part);
            } else {
                value = type.equals("map") ? text(part) : base64(part);
            }
        }
        map.put(key, value);
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    private static String base64(ByteBuffer bytes) {
        return StandardCharsets.ISO_8859_1
                .decode(Base64.getEncoder().encode(bytes))
                .toString();
    }

    private static ByteBuffer slice(ByteBuffer bytes) {
        long length = number(bytes);
        if (length < 0 || length > bytes.remaining()) {
            throw unknown();
        }
        ByteBuffer slice = bytes.slice(bytes.position(), (int) length);
        bytes.position(bytes.position() + (int) length);
        return slice;
    }

    private static long number(ByteBuffer bytes) {
        long number = 0;
        for (int shift = 0; shift < 64 && bytes.hasRemaining(); shift += 7) {
            byte next = bytes.get();
            number |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw unknown();
    }

    private static StatusException unknown() {
        return Failures.unsupportedMediaType("the body of the request was in an unknown format - accepted media types"
                + " include: application/json, application/yaml");
    }
}

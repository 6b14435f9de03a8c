package dev.kopf.runtime.internal.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * Writes one JSON object per line, with the fields of Kopf's (E-9): {@code message}, {@code exc_info} where something was thrown,
 * {@code timestamp}, {@code object} where there is one, and {@code severity}. Safe for use by several threads.
 */
final class JsonEncoder extends EncoderBase<ILoggingEvent> {

    private static final int LINE_LENGTH = 320;
    private static final byte[] NOTHING = {};
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final JsonFactory json = new JsonFactory();
    private final String refKey;
    private final boolean prefix;

    /**
     * @param refKey the field that has the object
     * @param prefix whether the message names the object, too
     */
    JsonEncoder(String refKey, boolean prefix) {
        this.refKey = refKey;
        this.prefix = prefix;
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(LINE_LENGTH);
        try (JsonGenerator generator = json.createGenerator(line)) {
            generator.writeStartObject();
            String object = prefix ? ObjectLogging.prefix(event.getMDCPropertyMap()) : "";
            generator.writeStringField("message", object + event.getFormattedMessage());
            IThrowableProxy thrown = event.getThrowableProxy();
            if (thrown != null) {
                generator.writeStringField(
                        "exc_info", ThrowableProxyUtil.asString(thrown).stripTrailing());
            }
            generator.writeStringField("timestamp", TIME.format(Instant.ofEpochMilli(event.getTimeStamp())));
            writeObject(generator, event.getMDCPropertyMap());
            generator.writeStringField("severity", severity(event.getLevel()));
            generator.writeEndObject();
            generator.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing but memory is written to", e);
        }
        return line.toByteArray();
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    private void writeObject(JsonGenerator generator, Map<String, String> mdc) throws IOException {
        if (!mdc.containsKey(ObjectLogging.NAME)) {
            return;
        }
        generator.writeObjectFieldStart(refKey);
        generator.writeStringField("apiVersion", mdc.get(ObjectLogging.API_VERSION));
        generator.writeStringField("kind", mdc.get(ObjectLogging.KIND));
        generator.writeStringField("name", mdc.get(ObjectLogging.NAME));
        generator.writeStringField("uid", mdc.get(ObjectLogging.UID));
        generator.writeStringField("namespace", mdc.get(ObjectLogging.NAMESPACE));
        generator.writeEndObject();
    }

    private static String severity(Level level) {
        if (level.isGreaterOrEqual(Level.ERROR)) {
            return "error";
        }
        if (level.isGreaterOrEqual(Level.WARN)) {
            return "warn";
        }
        return level.isGreaterOrEqual(Level.INFO) ? "info" : "debug";
    }
}

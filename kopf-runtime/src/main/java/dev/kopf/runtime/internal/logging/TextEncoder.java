package dev.kopf.runtime.internal.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.pattern.TargetLengthBasedClassNameAbbreviator;
import ch.qos.logback.classic.pattern.color.HighlightingCompositeConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes lines for people to read, as Kopf's (E-9): {@code [time] logger [LEVEL] [namespace/name] message} in full, and
 * {@code [namespace/name] message} else. A stack trace stands below. Safe for use by several threads.
 */
final class TextEncoder extends EncoderBase<ILoggingEvent> {

    private static final int LOGGER_WIDTH = 20;
    private static final int LEVEL_WIDTH = 8;
    private static final int LINE_LENGTH = 160;
    private static final byte[] NOTHING = {};

    private static final LevelColour COLOUR = new LevelColour();

    private final boolean full;
    private final boolean colours;
    private final boolean prefix;
    private final DateTimeFormatter time;
    private final TargetLengthBasedClassNameAbbreviator abbreviator =
            new TargetLengthBasedClassNameAbbreviator(LOGGER_WIDTH);

    private TextEncoder(boolean full, ZoneId zone, boolean prefix, boolean colours) {
        this.full = full;
        this.colours = colours;
        this.prefix = prefix;
        this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS", Locale.ROOT)
                .withZone(zone);
    }

    /** Lines with time, logger and level. */
    static TextEncoder full(ZoneId zone, boolean prefix, boolean colours) {
        return new TextEncoder(true, zone, prefix, colours);
    }

    /** Lines of the message. */
    static TextEncoder plain(boolean prefix) {
        return new TextEncoder(false, ZoneId.systemDefault(), prefix, false);
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(LINE_LENGTH);
        if (full) {
            line.append('[')
                    .append(time.format(Instant.ofEpochMilli(event.getTimeStamp())))
                    .append("] ");
            fit(line, abbreviator.abbreviate(event.getLoggerName()), LOGGER_WIDTH);
            line.append(" [");
            StringBuilder level = new StringBuilder(LEVEL_WIDTH);
            fit(level, level(event.getLevel()), LEVEL_WIDTH);
            line.append(colours ? COLOUR.of(event, level.toString()) : level).append("] ");
        }
        if (prefix) {
            line.append(ObjectLogging.prefix(event.getMDCPropertyMap()));
        }
        line.append(event.getFormattedMessage()).append(System.lineSeparator());
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown != null) {
            line.append(ThrowableProxyUtil.asString(thrown));
        }
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    /** In Python's words, which those who parse Kopf's logs know. */
    private static String level(Level level) {
        return level == Level.WARN ? "WARNING" : level.toString();
    }

    /** Logback's own colours of levels. */
    private static final class LevelColour extends HighlightingCompositeConverter {

        String of(ILoggingEvent event, String text) {
            return transform(event, text);
        }
    }

    private static void fit(StringBuilder line, String text, int width) {
        line.append(text, 0, Math.min(text.length(), width));
        line.append(" ".repeat(Math.max(0, width - text.length())));
    }
}

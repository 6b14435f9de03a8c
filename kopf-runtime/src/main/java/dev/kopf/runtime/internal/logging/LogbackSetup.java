package dev.kopf.runtime.internal.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.layout.TTLLLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import dev.kopf.runtime.internal.logging.LogSettings.Verbosity;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import org.slf4j.ILoggerFactory;

/** Configures Logback. This class is loaded only where Logback is. */
final class LogbackSetup {

    private static final String APPENDER = "kopf";

    /** Chatty, and of use to nobody but their own authors. */
    private static final List<String> LIBRARIES =
            List.of("io.fabric8", "io.netty", "io.vertx", "jdk", "okhttp3", "org.apache", "org.eclipse.jetty");

    private LogbackSetup() {}

    /**
     * Configures Logback, unless the user has done it.
     *
     * @return whether it was configured here
     */
    static boolean apply(ILoggerFactory backend, LogSettings settings, OutputStream err) {
        LoggerContext context = (LoggerContext) backend;
        if (isConfiguredByUser(context)) {
            ObjectLogging.layoutShowsObjects(false);
            return false;
        }
        context.reset();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(level(settings.verbosity()));
        root.addAppender(appender(context, encoder(settings), err));
        if (settings.verbosity() != Verbosity.DEBUG) {
            LIBRARIES.forEach(library -> context.getLogger(library).setLevel(Level.WARN));
        }
        ObjectLogging.layoutShowsObjects(true);
        return true;
    }

    /** Logback that finds no configuration makes do with one appender of the root logger, and here it gets one of ours. */
    private static boolean isConfiguredByUser(LoggerContext context) {
        Iterator<Appender<ILoggingEvent>> appenders =
                context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).iteratorForAppenders();
        if (!appenders.hasNext()) {
            return true;
        }
        Appender<ILoggingEvent> first = appenders.next();
        return appenders.hasNext() || !(APPENDER.equals(first.getName()) || isFallback(first));
    }

    private static boolean isFallback(Appender<ILoggingEvent> appender) {
        return appender instanceof ConsoleAppender<ILoggingEvent> console
                && console.getEncoder() instanceof LayoutWrappingEncoder<ILoggingEvent> encoder
                && encoder.getLayout() instanceof TTLLLayout;
    }

    private static Level level(Verbosity verbosity) {
        return switch (verbosity) {
            case QUIET -> Level.WARN;
            case NORMAL -> Level.INFO;
            case VERBOSE, DEBUG -> Level.DEBUG;
        };
    }

    private static Encoder<ILoggingEvent> encoder(LogSettings settings) {
        return switch (settings.format()) {
            case PLAIN -> TextEncoder.plain(settings.hasPrefix());
            case FULL -> TextEncoder.full(ZoneId.systemDefault(), settings.hasPrefix(), settings.colours());
            case JSON -> new JsonEncoder(settings.refKey(), settings.hasPrefix());
        };
    }

    private static Appender<ILoggingEvent> appender(
            LoggerContext context, Encoder<ILoggingEvent> encoder, OutputStream err) {
        encoder.setContext(context);
        encoder.start();
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(context);
        appender.setName(APPENDER);
        appender.setEncoder(encoder);
        appender.setOutputStream(new Unclosable(err));
        appender.start();
        return appender;
    }

    /** The standard error is not the appender's to close. */
    private static final class Unclosable extends FilterOutputStream {

        Unclosable(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

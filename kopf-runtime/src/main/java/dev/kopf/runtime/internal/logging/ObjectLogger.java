package dev.kopf.runtime.internal.logging;

import dev.kopf.runtime.resource.ObjectRef;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.AbstractLogger;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LocationAwareLogger;

/** Names one object in each line, whichever thread logs it. Safe for use by several threads. */
final class ObjectLogger extends LegacyAbstractLogger {

    private static final long serialVersionUID = 1L;

    private final transient Logger delegate;
    private final transient ObjectRef object;
    private final transient ObjectLogging.Listener listener;

    ObjectLogger(Logger delegate, ObjectRef object, ObjectLogging.Listener listener) {
        this.delegate = delegate;
        this.object = object;
        this.listener = listener;
        this.name = delegate.getName();
    }

    @Override
    public boolean isTraceEnabled() {
        return delegate.isTraceEnabled();
    }

    @Override
    public boolean isDebugEnabled() {
        return delegate.isDebugEnabled();
    }

    @Override
    public boolean isInfoEnabled() {
        return delegate.isInfoEnabled();
    }

    @Override
    public boolean isWarnEnabled() {
        return delegate.isWarnEnabled();
    }

    @Override
    public boolean isErrorEnabled() {
        return delegate.isErrorEnabled();
    }

    /** What backends skip when they look for the caller of the logger. */
    @Override
    protected String getFullyQualifiedCallerName() {
        return AbstractLogger.class.getName();
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String messagePattern,
            @Nullable Object @Nullable [] arguments,
            @Nullable Throwable throwable) {
        if (listener.wants(level)) {
            listener.onMessage(level, MessageFormatter.basicArrayFormat(messagePattern, arguments));
        }
        if (ObjectLogging.isNamed(object)) {
            log(level, marker, messagePattern, arguments, throwable);
            return;
        }
        ObjectLogging.Scope scope = ObjectLogging.with(object);
        try {
            log(level, marker, messagePattern, arguments, throwable);
        } finally {
            scope.close();
        }
    }

    private void log(
            Level level,
            @Nullable Marker marker,
            String messagePattern,
            @Nullable Object @Nullable [] arguments,
            @Nullable Throwable throwable) {
        String message = ObjectLogging.doesLayoutShowObjects()
                ? messagePattern
                : ObjectLogging.prefix(object.namespace(), object.name()) + messagePattern;
        if (delegate instanceof LocationAwareLogger located) {
            located.log(marker, getFullyQualifiedCallerName(), level.toInt(), message, arguments, throwable);
        } else {
            delegate.makeLoggingEventBuilder(level)
                    .addMarker(marker)
                    .setCause(throwable)
                    .log(message, arguments);
        }
    }
}

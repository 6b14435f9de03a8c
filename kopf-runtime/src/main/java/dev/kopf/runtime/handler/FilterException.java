package dev.kopf.runtime.handler;

/**
 * A filter of a handler has thrown, so nobody can tell whether the handler is to be called. As no change may be lost for it, the handler
 * fails, visibly, and the filter is asked again (P1).
 */
public final class FilterException extends TemporaryException {

    private static final long serialVersionUID = 1L;

    FilterException(String message, Throwable cause) {
        super(message, null, cause);
    }

    static FilterException of(Handler handler, Throwable thrown) {
        return new FilterException(
                "The filters of " + handler.description() + " threw "
                        + thrown.getClass().getName() + messageOf(thrown)
                        + ", so it is not known whether it is to be called.",
                thrown);
    }

    private static String messageOf(Throwable thrown) {
        String message = Thrown.message(thrown);
        return message == null ? "" : " (" + message + ")";
    }
}

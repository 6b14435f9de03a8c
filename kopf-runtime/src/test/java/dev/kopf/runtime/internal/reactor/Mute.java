package dev.kopf.runtime.internal.reactor;

/** An exception that fails when it is asked what it says, as an author's own may. */
final class Mute extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
        throw new IllegalStateException("even this");
    }
}

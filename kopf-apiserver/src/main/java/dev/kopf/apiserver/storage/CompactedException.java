package dev.kopf.apiserver.storage;

/** The history asked for is gone. */
public final class CompactedException extends Exception {

    private static final long serialVersionUID = 1;

    private final long oldest;

    CompactedException(long wanted, long oldest) {
        super("version " + wanted + " is gone, the oldest is " + oldest);
        this.oldest = oldest;
    }

    /** The oldest version from which changes can still be told. */
    public long oldest() {
        return oldest;
    }
}

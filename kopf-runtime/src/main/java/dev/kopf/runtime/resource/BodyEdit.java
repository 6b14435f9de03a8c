package dev.kopf.runtime.resource;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of an object that depends on what the object is like, such as an addition to a list (P-1). It is applied to the newest
 * state that is known, and again to the next one where the object has changed meanwhile (P-9): what it does must depend on what it is
 * given alone, and doing it twice must be as good as doing it once.
 */
@FunctionalInterface
public interface BodyEdit {

    /**
     * Changes an object.
     *
     * @param object the object as plain JSON values; a copy that may be changed at every depth
     * @return the object as it is to be; the given one or another
     */
    Map<String, @Nullable Object> apply(Map<String, @Nullable Object> object);
}

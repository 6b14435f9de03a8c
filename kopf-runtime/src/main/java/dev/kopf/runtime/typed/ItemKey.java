package dev.kopf.runtime.typed;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * For generated code: the key of an item of a list, where it is made of several fields. Two are equal where they are keys of one list and
 * all their parts are the same, numbers by value.
 *
 * <p>Immutable and safe for use by several threads.
 */
public abstract class ItemKey {

    private final List<@Nullable Object> parts;

    /** @param parts the values of the fields; null for one that is absent */
    protected ItemKey(@Nullable Object... parts) {
        this.parts = Collections.unmodifiableList(Arrays.asList(parts.clone()));
    }

    /** For the runtime: whether none of its fields is there. */
    public static boolean isEmpty(ItemKey key) {
        return key.parts.stream().allMatch(Objects::isNull);
    }

    @Override
    @SuppressWarnings("EqualsGetClass") // the same parts of two lists are two things
    public final boolean equals(@Nullable Object other) {
        return other != null && other.getClass() == getClass() && Plain.same(parts, ((ItemKey) other).parts);
    }

    @Override
    public final int hashCode() {
        return Plain.hash(parts);
    }

    /** The parts, without the secrets among them. */
    @Override
    public final String toString() {
        return parts.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }
}

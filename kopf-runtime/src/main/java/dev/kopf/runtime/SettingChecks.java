package dev.kopf.runtime;

import dev.kopf.runtime.resource.FieldPath;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** What settings must be like. Apart from {@link Settings}, so that each part of them can be made before the whole is known. */
final class SettingChecks {

    private static final Pattern PREFIX =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

    private static final Pattern FINALIZER =
            Pattern.compile("(" + PREFIX.pattern() + "/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");

    private static final Pattern NAME_PREFIX = Pattern.compile("[a-z0-9][-.a-z0-9]{0,199}");

    /** What is longer is meant to be for ever, and fits no number of milliseconds at some point. */
    private static final Duration LONGEST = Duration.ofDays(3_650);

    private static final Duration SHORTEST = Duration.ofMillis(10);

    private SettingChecks() {}

    static void requirePrefix(String identity) {
        if (identity.length() > 253 || !PREFIX.matcher(identity).matches()) {
            throw new IllegalArgumentException(
                    "identity must be a prefix of annotations, that is a DNS name in lower case of at most"
                            + " 253 characters, such as example.org: " + identity);
        }
    }

    static void requireText(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank.");
        }
    }

    /** A finalizer that the API server takes. */
    static void requireFinalizer(String value) {
        if (!FINALIZER.matcher(value).matches()) {
            throw new IllegalArgumentException("finalizer must be a name such as example.org/finalizer: " + value);
        }
    }

    /** What the names of events can begin with. */
    static void requireNamePrefix(String value, String name) {
        if (!NAME_PREFIX.matcher(value).matches()) {
            throw new IllegalArgumentException(name
                    + " must have small letters, digits, '-' and '.', and begin with a letter or a digit: " + value);
        }
    }

    /** A time that can be waited for. */
    static void requireTime(Duration value, String name) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative: " + value);
        }
        if (value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    name + " must not be longer than " + LONGEST.toDays() + " days: " + value);
        }
    }

    /** A time after which something is done again, which is not to be done without end. */
    static void requirePause(Duration value, String name) {
        requireTime(value, name);
        if (value.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(name + " must be " + SHORTEST.toMillis() + " ms or more: " + value);
        }
    }

    static void requireIgnorable(List<FieldPath> fields) {
        if (fields.contains(FieldPath.ROOT)) {
            throw new IllegalArgumentException(
                    "ignoredFields must not have the object itself: no change would ever be seen.");
        }
    }
}

package dev.kopf.runtime;

import java.time.Duration;
import java.util.regex.Pattern;

/** What settings must be like. Apart from {@link Settings}, so that each part of them can be made before the whole is known. */
final class SettingChecks {

    private static final Pattern PREFIX =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

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

    static void requireNotNegative(Duration value, String name) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative: " + value);
        }
    }
}

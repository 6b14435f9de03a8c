package dev.kopf.codegen.model;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names of files for what users name. */
public final class FileNames {

    private static final Pattern PLAIN = Pattern.compile("[a-z0-9_-]{1,100}");

    private FileNames() {}

    /**
     * A name of a file for an id. Ids that differ have names that differ, also on disks that do not tell cases apart.
     *
     * @return the id itself if it has but small letters, digits, {@code _} and {@code -}
     */
    public static String of(String id) {
        boolean isPlain = PLAIN.matcher(id).matches();
        return isPlain
                ? id
                : UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }
}

package dev.kopf.runtime.handler;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** What credentials must look like. What is wrong is said without showing it: it may be a secret that stands in the wrong place. */
final class CredentialChecks {

    /** What may stand in a header; the client would show the whole header in its complaint about anything else. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private CredentialChecks() {}

    static String notBlank(String what, String text) {
        if (Objects.requireNonNull(text, what).isBlank()) {
            throw new IllegalArgumentException("The " + what + " of the credentials is empty.");
        }
        return text;
    }

    static String token(String text) {
        String token = notBlank("token", text).strip();
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException(
                    "The token of the credentials has spaces, line ends, or other characters inside that no token has.");
        }
        return token;
    }

    static String user(String text) {
        String name = notBlank("user", text);
        if (name.indexOf(':') >= 0 || CONTROL.matcher(name).find()) {
            throw new IllegalArgumentException(
                    "The user of the credentials has a ':' or a line end inside, which no name can have.");
        }
        return name;
    }

    static URI url(String what, String text) {
        URI url = parsed(what, text);
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "The URL of the " + what
                            + " of the credentials has more than a host, a port and a path: names and passwords are given with withUser.");
        }
        return url;
    }

    static URI proxy(String text) {
        return parsed("proxy", text);
    }

    private static URI parsed(String what, String text) {
        try {
            URI url = URI.create(notBlank("URL of the " + what, text).strip());
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            if (SCHEMES.contains(scheme) && url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // its message shows the text
        }
        throw new IllegalArgumentException("The URL of the " + what
                + " of the credentials is none: it begins with http:// or https://, and has a host.");
    }
}

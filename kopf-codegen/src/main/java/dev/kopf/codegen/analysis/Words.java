package dev.kopf.codegen.analysis;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Java identifiers made of any text. Only ASCII letters, digits and underscores come out, so that sources are the same in every
 * encoding: other letters lose their accents, and a text without any ASCII letter is spelled in code points.
 */
final class Words {

    private static final int MAX_LENGTH = 80;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    /** Words that end as plurals do and are none. */
    private static final Set<String> SINGULAR = Set.of(
            "tls",
            "mtls",
            "dns",
            "aws",
            "gcs",
            "nfs",
            "cors",
            "https",
            "kubernetes",
            "series",
            "redis",
            "analysis",
            "basis",
            "axis",
            "kms",
            "sqs",
            "sns",
            "eks",
            "aks",
            "pss",
            "sls",
            "os",
            "news",
            "rbs",
            "cephfs",
            "jks",
            "has");

    private static final Map<String, String> IRREGULAR = Map.of(
            "children", "child",
            "indices", "index",
            "caches", "cache",
            "aliases", "alias",
            "leases", "lease",
            "axes", "axis",
            "matrices", "matrix");

    private Words() {}

    /** {@code FooBar} of {@code foo-bar}, {@code foo_bar} or {@code fooBar}; never empty. */
    static String pascal(String anyText) {
        String text = ascii(anyText);
        StringBuilder name = new StringBuilder();
        boolean start = true;
        for (int i = 0; i < text.length() && name.length() < MAX_LENGTH; i++) {
            char c = text.charAt(i);
            if (isLetterOrDigit(c)) {
                name.append(start ? Character.toUpperCase(c) : c);
            }
            start = !isLetterOrDigit(c);
        }
        return name.length() == 0 ? "Field" : name.toString();
    }

    /** Whether a text is nothing but letters and digits, so that nothing of it is lost in a name. */
    static boolean isOneName(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH && text.chars().allMatch(c -> isLetterOrDigit((char) c));
    }

    /** A type's name: as {@link #pascal}, and never starting with a digit. */
    static String type(String text) {
        return startingWithLetter(pascal(text));
    }

    /** {@code fooBar} of {@code FooBar}; {@code url} of {@code URL}; {@code ipAddress} of {@code IPAddress}. */
    static String camel(String pascal) {
        int upper = 0;
        while (upper < pascal.length() && Character.isUpperCase(pascal.charAt(upper))) {
            upper++;
        }
        boolean wordFollows = upper > 1 && upper < pascal.length() && Character.isLowerCase(pascal.charAt(upper));
        int lowered = Math.max(wordFollows ? upper - 1 : upper, 0);
        String name = pascal.substring(0, lowered).toLowerCase(Locale.ROOT) + pascal.substring(lowered);
        return startingWithLetter(name);
    }

    /** {@code FOO_BAR} of {@code fooBar} or {@code foo-bar}; never empty. */
    static String constant(String anyText) {
        if (anyText.isEmpty()) {
            return "EMPTY";
        }
        String text = ascii(anyText);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < text.length() && name.length() < MAX_LENGTH; i++) {
            char c = text.charAt(i);
            boolean hump = i > 0
                    && Character.isUpperCase(c)
                    && (Character.isLowerCase(text.charAt(i - 1)) || Character.isDigit(text.charAt(i - 1)));
            if (name.length() > 0 && name.charAt(name.length() - 1) != '_' && (hump || !isLetterOrDigit(c))) {
                name.append('_');
            }
            if (isLetterOrDigit(c)) {
                name.append(Character.toUpperCase(c));
            }
        }
        while (name.length() > 0 && name.charAt(name.length() - 1) == '_') {
            name.setLength(name.length() - 1);
        }
        return name.length() == 0 ? "VALUE" : startingWithLetter(name.toString());
    }

    /** The word for one of several; the word itself where it is no plural. */
    static String singular(String plural) {
        String lower = plural.toLowerCase(Locale.ROOT);
        String last = lower.substring(startOfLastWord(plural));
        if (SINGULAR.contains(last) || last.length() < 3) {
            return plural;
        }
        String irregular = IRREGULAR.get(last);
        if (irregular != null) {
            int start = startOfLastWord(plural);
            return plural.substring(0, start + 1) + irregular.substring(1);
        }
        if (lower.endsWith("ies") && last.length() > 4) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        if (endsWithAny(lower, "sses", "xes", "ches", "shes", "zzes", "tuses")) {
            return plural.substring(0, plural.length() - 2);
        }
        boolean isPlural = lower.endsWith("s") && !endsWithAny(lower, "ss", "us", "sis");
        return isPlural ? plural.substring(0, plural.length() - 1) : plural;
    }

    private static int startOfLastWord(String text) {
        int start = text.length() - 1;
        while (start > 0
                && !(Character.isUpperCase(text.charAt(start)) && Character.isLowerCase(text.charAt(start - 1)))
                && isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        return Math.max(start, 0);
    }

    private static boolean endsWithAny(String text, String... ends) {
        for (String end : ends) {
            if (text.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    private static String startingWithLetter(String name) {
        return Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }

    /** {@code u4e2d u6587} of two Chinese characters; other characters stay where there is a letter or digit beside them. */
    private static String ascii(String text) {
        if (text.chars().allMatch(c -> c < 128)) {
            return text;
        }
        String start = text.substring(0, Math.min(text.length(), MAX_LENGTH));
        String bare = ACCENTS.matcher(Normalizer.normalize(start, Normalizer.Form.NFKD))
                .replaceAll("");
        if (bare.chars().anyMatch(c -> isLetterOrDigit((char) c))) {
            return bare;
        }
        return bare.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(point -> String.format(Locale.ROOT, "u%04x", point))
                .collect(Collectors.joining(" "));
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}

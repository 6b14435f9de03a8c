package dev.kopf.apiserver.discovery;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How versions are preferred: stable before beta before alpha, higher before lower, anything else last. */
final class VersionOrder {

    private static final Pattern VERSION = Pattern.compile("v(\\d+)(?:(alpha|beta)(\\d+))?");

    static final Comparator<String> BEST_FIRST = Comparator.comparingInt(VersionOrder::stability)
            .thenComparingLong(VersionOrder::major)
            .thenComparingLong(VersionOrder::minor)
            .reversed()
            .thenComparing(Comparator.naturalOrder());

    private VersionOrder() {}

    private static int stability(String version) {
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.matches()) {
            return 0;
        }
        return matcher.group(2) == null ? 3 : matcher.group(2).equals("beta") ? 2 : 1;
    }

    private static long major(String version) {
        Matcher matcher = VERSION.matcher(version);
        return matcher.matches() ? number(matcher.group(1)) : 0;
    }

    private static long minor(String version) {
        Matcher matcher = VERSION.matcher(version);
        return matcher.matches() && matcher.group(3) != null ? number(matcher.group(3)) : 0;
    }

    private static long number(String digits) {
        return digits.length() > 15 ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}

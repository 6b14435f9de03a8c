package dev.kopf.codegen.analysis;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody may have meant who wrote a name that is not there. */
final class NearMisses {

    private static final int MOST = 3;

    /** Longer names are no slip of the finger. */
    private static final int MAX_LENGTH = 100;

    private NearMisses() {}

    /** The names that differ by a letter or two, as the end of a sentence; empty where there is none. */
    static String of(String wanted, Collection<String> known) {
        int most = Math.min(3, 1 + wanted.length() / 4);
        List<String> near = known.stream()
                .filter(name -> name.length() <= MAX_LENGTH && wanted.length() <= MAX_LENGTH)
                .filter(name -> distance(wanted, name) <= most)
                .sorted(Comparator.comparingInt((String name) -> distance(wanted, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
        return near.isEmpty() ? "" : ", but " + String.join(", ", near);
    }

    /** Levenshtein's, upper and lower case being the same. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}

package dev.kopf.runtime;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * What was meant by a name that is none: one that is written nearly so, or that lacks its first words. Anything farther away is better left
 * unsaid, as people do what they are told. Pure functions.
 */
final class SimilarNames {

    /** A slip of the finger hits no more than one letter of so many, and there are not many slips in one name. */
    private static final int LETTERS_PER_SLIP = 3;

    private static final int MOST_SLIPS = 3;

    private SimilarNames() {}

    /** The end of a sentence about a name that is none; empty where nothing is like it. Of those that are as near the first one is meant. */
    static String hint(String name, Collection<String> known) {
        Optional<String> nearest =
                known.stream().filter(one -> isNear(name, one)).min(Comparator.comparingInt(one -> slips(name, one)));
        return nearest.map(meant -> " Was " + meant + " meant?").orElse("");
    }

    private static boolean isNear(String name, String known) {
        int begin = commonWords(name, known);
        int longer = Math.max(name.length(), known.length()) - begin;
        int allowed = Math.min(MOST_SLIPS, Math.max(1, longer / LETTERS_PER_SLIP));
        return slips(name, known) <= allowed;
    }

    private static int slips(String name, String known) {
        int begin = commonWords(name, known);
        String written = name.substring(begin).toLowerCase(Locale.ROOT);
        String meant = known.substring(begin).toLowerCase(Locale.ROOT);
        boolean lacksWords = meant.endsWith("_" + written) || meant.endsWith("." + written);
        return lacksWords ? 1 : distance(written, meant);
    }

    /** Where the words end that both begin with: they say nothing about how near the rest is. */
    private static int commonWords(String a, String b) {
        int end = 0;
        for (int i = 0; i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i); i++) {
            if (a.charAt(i) == '_' || a.charAt(i) == '.') {
                end = i + 1;
            }
        }
        return end;
    }

    /** How many letters have to be put in, left out, replaced, or swapped with the next one, to get from one to the other. */
    private static int distance(String a, String b) {
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : least(steps, a, i, b, j);
            }
        }
        return steps[a.length()][b.length()];
    }

    private static int least(int[][] steps, String a, int i, String b, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(steps[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }
}

package dev.kopf.runtime.resource;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The longest common subsequence of two lists. */
final class CommonItems {

    /** Longer lists cost more to compare than to send: of them only what they begin and end with counts. */
    private static final int MOST_COMPARISONS = 250_000;

    private final List<@Nullable Object> left;
    private final List<@Nullable Object> right;
    private final List<Pair> pairs = new ArrayList<>();

    /** Where an item is in both lists. */
    record Pair(int left, int right) {}

    private CommonItems(List<@Nullable Object> left, List<@Nullable Object> right) {
        this.left = left;
        this.right = right;
    }

    /** The items that both lists have, in the order that they have them in. */
    static List<Pair> of(List<@Nullable Object> left, List<@Nullable Object> right) {
        CommonItems common = new CommonItems(left, right);
        common.find();
        return common.pairs;
    }

    private void find() {
        int start = 0;
        int leftEnd = left.size();
        int rightEnd = right.size();
        while (start < Math.min(leftEnd, rightEnd) && same(start, start)) {
            pairs.add(new Pair(start, start));
            start++;
        }
        while (leftEnd > start && rightEnd > start && same(leftEnd - 1, rightEnd - 1)) {
            leftEnd--;
            rightEnd--;
        }
        if ((long) (leftEnd - start) * (rightEnd - start) <= MOST_COMPARISONS) {
            between(start, leftEnd, rightEnd);
        }
        for (int i = 0; leftEnd + i < left.size(); i++) {
            pairs.add(new Pair(leftEnd + i, rightEnd + i));
        }
    }

    private void between(int start, int leftEnd, int rightEnd) {
        int[][] lengths = new int[leftEnd - start + 1][rightEnd - start + 1];
        for (int i = leftEnd - 1; i >= start; i--) {
            for (int j = rightEnd - 1; j >= start; j--) {
                lengths[i - start][j - start] = same(i, j)
                        ? lengths[i - start + 1][j - start + 1] + 1
                        : Math.max(lengths[i - start + 1][j - start], lengths[i - start][j - start + 1]);
            }
        }
        int i = start;
        int j = start;
        while (i < leftEnd && j < rightEnd) {
            if (same(i, j)) {
                pairs.add(new Pair(i++, j++));
            } else if (lengths[i - start + 1][j - start] >= lengths[i - start][j - start + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private boolean same(int i, int j) {
        return Json.identical(left.get(i), right.get(j));
    }
}

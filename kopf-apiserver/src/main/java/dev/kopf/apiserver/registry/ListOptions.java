package dev.kopf.apiserver.registry;

import dev.kopf.apiserver.selector.Selection;

/**
 * How a list is narrowed.
 *
 * @param selection which objects
 * @param limit how many at most, 0 for all
 * @param continueToken where the last page ended, empty for the first
 */
public record ListOptions(Selection selection, int limit, String continueToken) {

    /** All objects on one page. */
    public static final ListOptions EVERYTHING = new ListOptions(Selection.EVERYTHING, 0, "");
}

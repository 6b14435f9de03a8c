package dev.kopf.apiserver.registry;

import dev.kopf.apiserver.selector.Selection;

/**
 * What a watch tells.
 *
 * @param selection of which objects
 * @param from after which version; 0 for the objects that are there, then their changes
 * @param initialEvents whether the objects that are there come first whatever the version
 */
public record WatchOptions(Selection selection, long from, boolean initialEvents) {}

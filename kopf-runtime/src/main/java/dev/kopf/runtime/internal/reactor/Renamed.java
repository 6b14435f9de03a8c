package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.resource.FieldPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sub-handlers that are new, and would find in their place the record of one that is no more, as with an item that was called {@code x.y}
 * and is {@code x/y} now: what became of the one says nothing of the other (R10). Immutable.
 *
 * @param former those whose records are in the places of new ones
 * @param others the sub-handlers of now without those new ones
 */
record Renamed(Set<String> former, List<HandlerId> others) {

    /**
     * @param ids the sub-handlers of now
     * @param layers the handlers above them, whose records lead to all that have one
     * @param places where the record of an id is kept
     */
    static Renamed of(List<HandlerId> ids, Collection<PassLayer> layers, Function<String, Set<FieldPath>> places) {
        Set<String> known = layers.stream()
                .flatMap(layer -> layer.subrefs().stream())
                .filter(subref -> !subref.isEmpty()) // anybody can write any there
                .collect(Collectors.toSet());
        if (known.containsAll(ids.stream().map(HandlerId::value).toList())) {
            return new Renamed(Set.of(), ids);
        }
        Map<FieldPath, Set<String>> owners = new HashMap<>();
        known.forEach(id -> places.apply(id)
                .forEach(place ->
                        owners.computeIfAbsent(place, any -> new TreeSet<>()).add(id)));
        Set<String> former = new TreeSet<>();
        List<HandlerId> others = new ArrayList<>();
        for (HandlerId id : ids) {
            Set<String> before = new TreeSet<>();
            if (!known.contains(id.value())) {
                places.apply(id.value()).forEach(place -> before.addAll(owners.getOrDefault(place, Set.of())));
            }
            former.addAll(before);
            if (before.isEmpty()) {
                others.add(id);
            }
        }
        return new Renamed(former, others);
    }
}

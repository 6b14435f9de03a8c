package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.essence.Digest;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Patch;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a write that is owed was decided on: what was there of what it says something of, and of what is remembered of handlers. When other
 * operators have had their turn, it tells whether they have handled the object (N-10).
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param digests of what was there, by its place; few and small, as objects may wait for long
 * @param isOfHandlers whether it was decided by handlers that were called for it, and not only by who runs beside them
 * @param isInDoubt whether others have had their turn since, and what they have made of the object is not known
 */
record Basis(Map<FieldPath, String> digests, boolean isOfHandlers, boolean isInDoubt) {

    /** Of nothing that is owed. */
    static final Basis NONE = new Basis(Map.of(), false, false);

    /** What is said of what is owed where it is given up. */
    static final String GIVEN_UP =
            "What could not be stored before another operator took over is given up, as that has handled the object since: {}.";

    Basis {
        digests = Map.copyOf(digests);
    }

    /** What is there in these places. */
    static Basis of(Body body, Collection<FieldPath> places) {
        Map<FieldPath, String> digests = new HashMap<>();
        places.forEach(place -> digests.put(place, digest(place.resolve(body.fields()))));
        return new Basis(digests, false, false);
    }

    /** With other places; what was there first counts. */
    Basis and(Basis later) {
        Map<FieldPath, String> all = new HashMap<>(later.digests);
        all.putAll(digests);
        return new Basis(all, isOfHandlers || later.isOfHandlers, isInDoubt || later.isInDoubt);
    }

    /** Of these places only. */
    Basis in(Collection<FieldPath> places) {
        Map<FieldPath, String> some = new HashMap<>(digests);
        some.keySet().retainAll(Set.copyOf(places));
        return new Basis(some, isOfHandlers, isInDoubt);
    }

    Basis ofHandlers() {
        return new Basis(digests, true, isInDoubt);
    }

    Basis inDoubt() {
        return new Basis(digests, isOfHandlers, true);
    }

    Basis withoutDoubt() {
        return new Basis(digests, isOfHandlers, false);
    }

    /** The same after a write of ours; where it shows nothing of what was to be written, nothing is known of it. */
    Basis after(Patch ours, Body now) {
        Map<String, @Nullable Object> written = ours.withoutEdits().applyTo(now.fields());
        Map<FieldPath, String> all = new HashMap<>(digests);
        all.replaceAll((place, before) -> {
            Object value = place.resolve(now.fields());
            return ours.has(place) && Json.identical(value, place.resolve(written)) ? digest(value) : before;
        });
        return new Basis(all, isOfHandlers, isInDoubt);
    }

    /**
     * Whether nobody has changed what was there.
     *
     * @param owed what is owed, which may be there, as nobody knows what became of a write that was not answered
     */
    boolean isStillThere(Body now, Patch owed) {
        Map<String, @Nullable Object> written = owed.withoutEdits().applyTo(now.fields());
        return digests.entrySet().stream().allMatch(each -> {
            FieldPath place = each.getKey();
            Object value = place.resolve(now.fields());
            return each.getValue().equals(digest(value))
                    || (owed.has(place) && Json.identical(value, place.resolve(written)));
        });
    }

    private static String digest(@Nullable Object value) {
        return value == null ? "" : Digest.of(value);
    }
}

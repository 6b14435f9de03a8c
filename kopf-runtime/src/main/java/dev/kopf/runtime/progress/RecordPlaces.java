package dev.kopf.runtime.progress;

import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which ids keep their records where. Two ids can be told apart though their annotations cannot ({@code a/b} and {@code a.b}, S-11):
 * one's success would be taken for the other's, which would never be called again (R10).
 *
 * <p>Not safe for use by several threads.
 */
public final class RecordPlaces {

    private final ProgressStorage storage;
    private final Body body;
    private final Set<FieldPath> reserved;
    private final Map<FieldPath, String> owners = new HashMap<>();

    /** The places on an object; no id has any yet. */
    public RecordPlaces(Persistence persistence, Body body) {
        this.storage = persistence.progress();
        this.body = body;
        this.reserved = reserved(persistence, body);
    }

    /**
     * A place that an id may not have.
     *
     * @param other the id that has it; null where the operator keeps something of the object there
     * @param place the field
     */
    public record Taken(@Nullable String other, FieldPath place) {

        /** Who has it, and where it is. */
        @Override
        public String toString() {
            return (other == null ? "what the operator keeps of the object itself" : "'" + other + "'") + ", in "
                    + place;
        }
    }

    /** Gives an id its places; null if they are free, and else the one that is not. */
    public @Nullable Taken take(String id) {
        Taken taken = find(id);
        if (taken == null) {
            storage.places(id, body).forEach(place -> owners.put(place, id));
        }
        return taken;
    }

    /** The place of an id that is not free; null if all are. */
    public @Nullable Taken find(String id) {
        for (FieldPath place : storage.places(id, body)) {
            if (reserved.contains(place)) {
                return new Taken(null, place);
            }
            String owner = owners.get(place);
            if (owner != null) {
                return new Taken(owner, place);
            }
        }
        return null;
    }

    /**
     * Checks the handlers of a kind.
     *
     * @throws IllegalArgumentException if two would share a record, or one would be kept in a place of the operator's own; the message
     *     names them
     */
    public static void requireApart(Persistence persistence, KindHandlers handlers) {
        Body any = new Body(Map.of());
        RecordPlaces places = new RecordPlaces(persistence, any);
        Map<String, Handler> known = new LinkedHashMap<>();
        for (Handler handler : handlers.changing()) {
            String id = handler.id().value();
            Taken taken = places.take(id);
            Handler other = taken == null || taken.other() == null ? null : known.get(taken.other());
            if (taken != null) {
                throw new IllegalArgumentException(
                        other == null
                                ? "at " + handler.description() + ": the id is reserved: it would be kept with " + taken
                                        + ". Give it another id: '" + id + "'"
                                : "Two handlers of " + handlers.kind() + " would keep their progress in one place, "
                                        + taken.place() + ", and one would be taken for the other: '" + other.id()
                                        + "' ("
                                        + other.description() + "), and '" + id + "' (" + handler.description()
                                        + "). Give one of them another id.");
            }
            known.put(id, handler);
        }
        handlers.all().forEach(handler -> requireOwnResult(handler, places));
    }

    /** Results go to the status, and so may the state (X-30, S-19). */
    private static void requireOwnResult(Handler handler, RecordPlaces places) {
        HandlerId id = handler.id();
        FieldPath result = FieldPath.of("status", id.value());
        Set<FieldPath> all = new HashSet<>(places.reserved);
        all.addAll(places.owners.keySet());
        for (FieldPath place : all) {
            if (result.isPrefixOf(place)) {
                throw new IllegalArgumentException("at " + handler.description()
                        + ": the id is reserved: its result would be written over what the operator keeps in " + place
                        + ". Give it another id: '" + id + "'");
            }
        }
    }

    private static Set<FieldPath> reserved(Persistence persistence, Body body) {
        Set<FieldPath> reserved = new HashSet<>(persistence.progress().reserved(body));
        reserved.addAll(persistence.essences().places(body));
        return reserved;
    }
}

package dev.kopf.runtime.handler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Chooses, of the handlers of an object that are due, those that a pass calls, and in which order. Whoever is left out is due in
 * the next pass. Those that have a name in Kopf are here; an own one is a function without side effects, which is called for several
 * objects at once.
 */
@FunctionalInterface
public interface Lifecycle {

    /**
     * Chooses. A pass that calls nobody, though somebody is due, would never be followed by another, so the first of those that are
     * due is called where nobody is chosen.
     *
     * @param awakened those that are due, in order of registration; at least one
     * @param random where chance comes from, for those who need it
     * @return those to be called, in this order
     */
    List<HandlerId> choose(List<Awakened> awakened, RandomGenerator random);

    /**
     * A handler that is due.
     *
     * @param id its id
     * @param retries the number of attempts so far
     */
    record Awakened(HandlerId id, int retries) {
        public Awakened {
            Objects.requireNonNull(id, "id");
        }
    }

    /** All, in order of registration: what is done where nothing else is asked for (R7). */
    static Lifecycle allAtOnce() {
        return (awakened, random) -> awakened.stream().map(Awakened::id).toList();
    }

    /** The first in order of registration: one that fails holds up those after it only until it waits for its next attempt. */
    static Lifecycle oneByOne() {
        return (awakened, random) -> first(awakened);
    }

    /** The one with the fewest attempts so far; the first of several such in order of registration. Kopf's default. */
    static Lifecycle asap() {
        return (awakened, random) -> first(awakened.stream()
                .sorted(Comparator.comparingInt(Awakened::retries))
                .toList());
    }

    /** All, in an order that chance decides. */
    static Lifecycle shuffled() {
        return (awakened, random) -> {
            List<HandlerId> rest =
                    new ArrayList<>(awakened.stream().map(Awakened::id).toList());
            List<HandlerId> chosen = new ArrayList<>();
            while (!rest.isEmpty()) {
                chosen.add(rest.remove(random.nextInt(rest.size())));
            }
            return List.copyOf(chosen);
        };
    }

    /** One that chance decides. */
    static Lifecycle randomized() {
        return (awakened, random) -> awakened.isEmpty()
                ? List.of()
                : List.of(awakened.get(random.nextInt(awakened.size())).id());
    }

    /**
     * The lifecycle of a name, as Kopf writes it: {@code all_at_once}, {@code one_by_one}, {@code asap}, {@code shuffled} or
     * {@code randomized}.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    static Lifecycle named(String name) {
        Map<String, Lifecycle> known = new TreeMap<>(Map.of(
                "all_at_once", allAtOnce(),
                "one_by_one", oneByOne(),
                "asap", asap(),
                "shuffled", shuffled(),
                "randomized", randomized()));
        Lifecycle lifecycle = known.get(name);
        if (lifecycle == null) {
            throw new IllegalArgumentException(
                    "not a lifecycle, which are " + String.join(", ", known.keySet()) + ": " + name);
        }
        return lifecycle;
    }

    private static List<HandlerId> first(List<Awakened> awakened) {
        return awakened.stream().limit(1).map(Awakened::id).toList();
    }
}

package dev.kopf.runtime.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kopf.runtime.handler.HandlerContext;
import dev.kopf.runtime.handler.IndexName;
import dev.kopf.runtime.handler.IndexView;
import dev.kopf.runtime.handler.ObjectMemo;
import dev.kopf.runtime.simulation.Thing.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Knows what an index may hold of each object, and what handlers have left in its memo (I-1…I-8, M-1…M-3). */
final class Indexed {

    static final IndexName<String, String> BY_SIZE = IndexName.of("bySize");

    private static final ObjectMemo<int[]> COUNT = ObjectMemo.of(() -> new int[1]);

    /** So long an operator waits for objects that are not indexed, when all are listed. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final History history;
    private final Map<Life, Known> lives = new HashMap<>();

    /** What an operator has taken in one life. */
    private static final class Known {
        private final Instant since;

        /** The version of each object that was there at the start, or that was indexed last. */
        private final Map<String, Long> floors = new HashMap<>();

        /** How often handlers of an object have counted. */
        private final Map<String, Integer> counts = new HashMap<>();

        Known(Instant since) {
            this.since = since;
        }
    }

    Indexed(History history) {
        this.history = history;
    }

    void started(Life process, Collection<Thing> things) {
        Known known = new Known(history.scheduler.instant());
        things.stream()
                .filter(thing -> !thing.gone)
                .forEach(thing -> known.floors.put(thing.uid, thing.latest().number));
        lives.put(process, known);
    }

    /** What an object has in the index. */
    Map<String, String> index(Life process, Map<?, ?> body) {
        JsonNode object = Essences.tree(body);
        String uid = object.path("metadata").path("uid").asText();
        known(process)
                .floors
                .put(uid, object.path("metadata").path("resourceVersion").asLong());
        return Map.of(size(object), uid);
    }

    /** A handler looks at the index, and counts in the memo of its object. */
    void looks(Life process, Map<?, ?> body, HandlerContext ctx, Collection<Thing> things) {
        IndexView<String, String> index = ctx.index(BY_SIZE);
        boolean mayBeIncomplete = history.plan.faults().stream()
                .anyMatch(fault -> fault.trouble() == Plan.Trouble.READ_404); // as if the kind was not served
        Known known = known(process);
        if (!index.isComplete()
                && !mayBeIncomplete
                && history.scheduler.instant().isBefore(known.since.plus(PATIENCE))) {
            violated("a handler is called before the index is filled");
        }
        things.forEach(thing -> check(thing, contents(index, thing), index.isComplete() ? known : null));
        String uid = Essences.tree(body).path("metadata").path("uid").asText();
        int counted = ++ctx.memo(COUNT)[0];
        int before = known.counts.merge(uid, 1, Integer::sum);
        boolean isThere = things.stream().anyMatch(thing -> thing.uid.equals(uid) && !thing.gone);
        if (isThere && counted != before) {
            violated("the memo of an object says " + counted + ", and " + before + " handlers have counted");
        }
    }

    /** @param known what was taken before; null where the index need not have all */
    private void check(Thing thing, String contents, @Nullable Known known) {
        Long floor = known == null ? null : known.floors.get(thing.uid);
        boolean mayBeAbsent = thing.gone || floor == null;
        long from = (thing.gone || floor == null) ? 0 : floor;
        boolean isFine =
                (mayBeAbsent && contents.isEmpty()) || states(thing, from).contains(contents);
        if (!isFine) {
            violated("the index has " + thing.name + " (" + thing.uid + ") under '" + contents
                    + "', which is not what it says in any version from " + floor + " on: " + states(thing, 0));
        }
    }

    /** All is at rest. */
    void checkConverged(Life process, Collection<Thing> things) {
        IndexView<String, String> index = process.index();
        for (Thing thing : things) {
            String contents = contents(index, thing);
            String expected = thing.gone ? "" : state(thing.latest());
            if (!contents.equals(expected)) {
                violated("the index has " + thing.name + " (" + thing.uid + ") under '" + contents
                        + "' at last, not under '" + expected + "'");
            }
        }
        if (!index.isComplete()) {
            violated("the index is not complete at last");
        }
    }

    private static String contents(IndexView<String, String> index, Thing thing) {
        TreeSet<String> keys = new TreeSet<>();
        index.asMap().forEach((key, uids) -> {
            if (uids.contains(thing.uid)) {
                keys.add(key);
            }
        });
        return String.join(" and ", keys);
    }

    private List<String> states(Thing thing, long floor) {
        return thing.versions.stream()
                .filter(version -> version.number >= floor)
                .map(this::state)
                .distinct()
                .toList();
    }

    private String state(Version version) {
        String team =
                version.object.path("metadata").path("labels").path("team").asText("");
        String index = history.plan.setting().index();
        return index.equals("*") || index.equals(team) ? size(version.object) : "";
    }

    private static String size(JsonNode object) {
        return object.path("spec").path("size").asText("none");
    }

    private Known known(Life process) {
        return lives.getOrDefault(process, new Known(Instant.MIN));
    }

    private void violated(String what) {
        history.oracle.violated(10, what);
    }
}

package dev.kopf.runtime.progress;

import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.progress.Progress.Counts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many handlers are how far. Pure. */
final class Counting {

    private Counting() {}

    static Counts of(Collection<HandlerState> states) {
        int success = 0;
        int failure = 0;
        int running = 0;
        for (HandlerState state : states) {
            success += state.success() ? 1 : 0;
            failure += state.failure() ? 1 : 0;
            running += state.isFinished() ? 0 : 1;
        }
        return new Counts(success, failure, running);
    }

    /** Those of other purposes than this one, by what they are for (S-16). */
    static Map<String, Counts> superseded(@Nullable Reason purpose, Collection<HandlerState> states) {
        Map<String, List<HandlerState>> others = new TreeMap<>();
        for (HandlerState state : states) {
            String other = state.purpose();
            if (other != null && (purpose == null || !other.equals(purpose.text()))) {
                others.computeIfAbsent(other, key -> new ArrayList<>()).add(state);
            }
        }
        Map<String, Counts> counts = new TreeMap<>();
        others.forEach((other, found) -> counts.put(other, of(found)));
        return counts;
    }
}

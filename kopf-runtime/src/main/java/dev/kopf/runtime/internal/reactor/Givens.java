package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Patch;
import java.util.ArrayList;
import java.util.List;

/**
 * What those who run beside a worker have set on its object, until it is taken to be written. What is in doubt, as others may have set the
 * same since, is written, or given up, by itself (N-10). Guarded by the monitor of the worker.
 */
final class Givens {

    private Given sure = Given.NOTHING;
    private final List<Given> doubtful = new ArrayList<>(0);

    boolean isEmpty() {
        return sure.isEmpty() && doubtful.isEmpty();
    }

    void add(Given more) {
        if (!more.basis().isInDoubt() || sure.touches(more.patch())) {
            sure = sure.and(more);
        } else if (doubtful.stream().noneMatch(each -> each.touches(more.patch()))) {
            doubtful.add(more);
        } else { // of the same fields the later one counts, and the first state that was there
            doubtful.replaceAll(each -> each.touches(more.patch()) ? each.and(more) : each);
        }
    }

    /**
     * We have written to the object: what is there by that is not to be taken for what others have set.
     *
     * @param ours what was to be written
     * @param now what is there now
     * @param turnsOfOthers how often others have had their turn; less than 0 where they have it now
     */
    void follow(Patch ours, Body now, int turnsOfOthers) {
        if (!sure.patch().isEmpty()) {
            boolean isInDoubt = sure.isInDoubt(turnsOfOthers);
            Basis basis = isInDoubt
                    ? sure.basis().after(ours, now)
                    : Basis.of(now, sure.patch().fields());
            sure = sure.basedOn(basis);
        }
        doubtful.replaceAll(each -> each.basedOn(each.basis().after(ours, now)));
    }

    /** What was taken is to be written still: it is older than what has come since. */
    void putBack(Given taken) {
        if (taken.basis().isInDoubt()) {
            doubtful.add(0, taken);
        } else {
            sure = taken.and(sure);
        }
    }

    /**
     * Whether some is written now: what is in doubt is given up as one, and is not to be joined by what others have set.
     *
     * @param owed what is owed to the object
     * @param isLast whether it is written now or never
     */
    boolean isDue(Memory owed, boolean isLast) {
        return isDoubtfulDue(owed, isLast)
                || (!sure.isEmpty()
                        && (owed.unwritten() == null || !owed.basis().isInDoubt() || isLast));
    }

    private boolean isDoubtfulDue(Memory owed, boolean isLast) {
        return !doubtful.isEmpty()
                && (owed.unwritten() == null
                        || doubtful.get(0).touches(owed.unwritten().patch())
                        || isLast);
    }

    /** What is written now; nothing where none is due. */
    Given take(Memory owed, boolean isLast) {
        if (isDoubtfulDue(owed, isLast)) {
            return doubtful.remove(0);
        }
        if (!isDue(owed, isLast)) {
            return Given.NOTHING;
        }
        Given taken = sure;
        sure = Given.NOTHING;
        return taken;
    }
}

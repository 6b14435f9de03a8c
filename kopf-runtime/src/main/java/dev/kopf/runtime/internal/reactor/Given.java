package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.resource.Patch;
import java.util.List;
import java.util.stream.Stream;

/**
 * What those who run beside a worker have set, which is to be written, and who is to be told when it is written or owed.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param basis what was there, as far as they knew, where it is in doubt whether others have set the same since; else of nothing
 * @param turnsOfOthers how often others had had their turn when the first of it was set
 */
record Given(Patch patch, List<Runnable> givers, Basis basis, int turnsOfOthers) {

    static final Given NOTHING = new Given(Patch.EMPTY, List.of(), Basis.NONE, 0);

    Given {
        givers = List.copyOf(givers);
    }

    boolean isEmpty() {
        return patch.isEmpty() && givers.isEmpty();
    }

    /** With what was given later. */
    Given and(Given later) {
        return new Given(
                patch.merge(later.patch),
                Stream.concat(givers.stream(), later.givers.stream()).toList(),
                basis.and(later.basis),
                patch.isEmpty() ? later.turnsOfOthers : turnsOfOthers);
    }

    Given basedOn(Basis now) {
        return new Given(patch, givers, now, turnsOfOthers);
    }

    /**
     * Whether others may have set the same since.
     *
     * @param now how often others have had their turn
     */
    boolean isInDoubt(int now) {
        return basis.isInDoubt() || (!patch.isEmpty() && turnsOfOthers != now);
    }

    /** Whether another patch says something of what this says something of. */
    boolean touches(Patch other) {
        return patch.fields().stream()
                .anyMatch(field -> other.fields().stream()
                        .anyMatch(theirs -> field.isPrefixOf(theirs) || theirs.isPrefixOf(field)));
    }

    /** It is written or owed. */
    Given written() {
        return new Given(Patch.EMPTY, givers, Basis.NONE, turnsOfOthers);
    }

    /** The first of them was told. */
    Given told() {
        return new Given(patch, givers.subList(1, givers.size()), basis, turnsOfOthers);
    }
}

package dev.kopf.runtime.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** What plans are made of: choices from a stream that a seed decides. */
final class Chance {

    private final SplittableRandom stream;

    Chance(long seed) {
        this.stream = new SplittableRandom(seed);
    }

    boolean oneIn(int count) {
        return stream.nextInt(count) == 0;
    }

    /** From zero to less than this. */
    int below(int bound) {
        return stream.nextInt(bound);
    }

    /** From zero to less than this. */
    long below(long bound) {
        return stream.nextLong(bound);
    }

    <T> T pick(List<T> of) {
        return of.get(stream.nextInt(of.size()));
    }
}

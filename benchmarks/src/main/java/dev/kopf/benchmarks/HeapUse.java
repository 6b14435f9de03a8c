package dev.kopf.benchmarks;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;

/** How much of the heap objects hold. */
final class HeapUse {

    private static final int COPIES = 5;

    private HeapUse() {}

    /** The bytes that one object holds after it was read, on average over some copies of all. */
    static double perObject(List<RealObjects.Sample> samples, String title) {
        // Once for what is loaded and cached with the first objects, and for what is let go meanwhile.
        measured(samples, title);
        return measured(samples, title);
    }

    private static double measured(List<RealObjects.Sample> samples, String title) {
        List<Object> held = new ArrayList<>(samples.size() * COPIES);
        long before = used();
        try {
            for (int copy = 0; copy < COPIES; copy++) {
                for (RealObjects.Sample sample : samples) {
                    held.add(RealObjects.CLIENT.unmarshal(
                            sample.json(), sample.types().get(title)));
                }
            }
            return (used() - before) / (double) Math.max(1, held.size());
        } finally {
            Reference.reachabilityFence(held);
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}

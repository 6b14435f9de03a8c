package dev.kopf.runtime.simulation;

import dev.kopf.runtime.simulation.planted.Planted;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program: plays the histories of a range of seeds, and tells those in which a promise was broken. */
public final class Simulation {

    /** As many are explained; of the others only the seed and the promise are told. */
    private static final int EXPLAINED = 5;

    private Simulation() {}

    /**
     * @param args the seeds, as {@code FROM-TO} or several such, with commas between them, each perhaps after the version of plans, as in
     *     {@code v1:FROM-TO}; then {@code true} where bugs are planted instead, perhaps followed by the names of some
     */
    public static void main(String[] args) throws IOException {
        silence();
        boolean planting = args.length > 1 && !args[1].equals("false");
        boolean fine = planting ? Planted.run(args[1].equals("true") ? "" : args[1]) : simulate(args[0]);
        System.out.flush();
        System.exit(fine ? 0 : 1);
    }

    /** What is logged costs time, and is of no use without the history. */
    static void silence() {
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME))
                .setLevel(ch.qos.logback.classic.Level.OFF);
    }

    private static boolean simulate(String seeds) {
        long begin = System.nanoTime();
        long histories = 0;
        long violations = 0;
        for (String part : seeds.split(",", -1)) {
            String text = part.strip();
            int colon = text.indexOf(':');
            int version = colon < 0 ? Layers.NEWEST : Integer.parseInt(text.substring(1, colon));
            String[] range = text.substring(colon + 1).split("-", -1);
            long from = Long.parseLong(range[0]);
            long to = Long.parseLong(range[range.length - 1]);
            violations += run(from, to, version);
            histories += to - from + 1;
        }
        double minutes = (System.nanoTime() - begin) / 60e9;
        System.out.printf(Locale.ROOT, "%.0f histories a minute%n", histories / minutes);
        System.out.println("simulation: " + histories + " histories, " + violations + " violations");
        return violations == 0;
    }

    private static long run(long from, long to, int version) {
        Deque<Carrier> carriers = new ArrayDeque<>();
        long violations = 0;
        for (long seed = from; seed <= to; seed++) {
            Plan plan = PlanMaker.of(seed, version);
            Oracle.Violation violation = History.play(plan, carriers, false).violation();
            if (violation != null) {
                violations++;
                System.out.println("seed " + seed + ": " + violation);
                if (violations <= EXPLAINED) {
                    explain(plan, violation, carriers);
                }
            }
        }
        return violations;
    }

    private static void explain(Plan plan, Oracle.Violation violation, Deque<Carrier> carriers) {
        Plan smaller = Shrinker.shrink(plan, candidate -> {
            Oracle.Violation other = History.play(candidate, carriers, false).violation();
            return other != null && other.isLike(violation);
        });
        System.out.println("The shortest history found that breaks the promise in the same way:");
        System.out.println(History.play(smaller, carriers, true).words());
    }

    /**
     * The first seed in a range that breaks a promise, and which one.
     *
     * @return a text; null where all promises are kept
     */
    public static @Nullable String firstViolation(long from, long to) {
        Deque<Carrier> carriers = new ArrayDeque<>();
        for (long seed = from; seed <= to; seed++) {
            Oracle.Violation violation =
                    History.play(PlanMaker.of(seed), carriers, false).violation();
            if (violation != null) {
                return (seed - from + 1) + ":" + violation.invariant() + ":" + violation.what();
            }
        }
        return null;
    }
}

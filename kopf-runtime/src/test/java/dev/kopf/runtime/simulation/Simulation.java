package dev.kopf.runtime.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program: plays the histories of a range of seeds, and tells those in which a promise was broken. */
public final class Simulation {

    /** As many are explained; of the others only the seed and the promise are told. */
    private static final int EXPLAINED = 5;

    private Simulation() {}

    /** @param args the seeds, as {@code FROM-TO} */
    public static void main(String[] args) {
        silence();
        String[] range = args[0].split("-", -1);
        long from = Long.parseLong(range[0]);
        long to = Long.parseLong(range[range.length - 1]);
        long begin = System.nanoTime();
        long violations = run(from, to);
        double minutes = (System.nanoTime() - begin) / 60e9;
        System.out.printf(Locale.ROOT, "%.0f histories a minute%n", (to - from + 1) / minutes);
        System.out.println("simulation: " + (to - from + 1) + " histories, " + violations + " violations");
        System.out.flush();
        System.exit(violations == 0 ? 0 : 1);
    }

    /** What is logged costs time, and is of no use without the history. */
    static void silence() {
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME))
                .setLevel(ch.qos.logback.classic.Level.OFF);
    }

    private static long run(long from, long to) {
        Deque<Carrier> carriers = new ArrayDeque<>();
        long violations = 0;
        for (long seed = from; seed <= to; seed++) {
            Plan plan = PlanMaker.of(seed);
            History.Result result = History.play(plan, carriers, false);
            if (result.violation() != null) {
                violations++;
                System.out.println("seed " + seed + ": " + result.violation());
                if (violations <= EXPLAINED) {
                    explain(plan, carriers);
                }
            }
        }
        return violations;
    }

    private static void explain(Plan plan, Deque<Carrier> carriers) {
        System.out.println(History.play(plan, carriers, true).words());
    }
}

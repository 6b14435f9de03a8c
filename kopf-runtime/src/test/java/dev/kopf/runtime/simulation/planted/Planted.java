package dev.kopf.runtime.simulation.planted;

import dev.kopf.runtime.simulation.Simulation;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Plants one bug after the other, and tells after how many histories each was found. */
public final class Planted {

    /** Each must be found within so many. */
    private static final long ENOUGH = 20_000;

    private Planted() {}

    /**
     * Plants the bugs whose names contain a text, all where it is empty.
     *
     * @return whether all were found
     */
    public static boolean run(String wanted) throws IOException {
        List<Bug> bugs =
                Bug.all().stream().filter(bug -> bug.name().contains(wanted)).toList();
        int width = bugs.stream().mapToInt(bug -> bug.name().length()).max().orElse(3);
        String row = "%-" + width + "s | %17s | %s%n";
        System.out.printf(Locale.ROOT, row, "bug", "found after", "by invariant");
        int found = 0;
        for (Bug bug : bugs) {
            String violation = violation(bug);
            String[] parts = violation.split(":", 3);
            boolean isFound = parts.length == 3;
            found += isFound ? 1 : 0;
            System.out.printf(
                    Locale.ROOT,
                    row,
                    bug.name(),
                    isFound ? parts[0] + " histories" : "not found",
                    isFound ? parts[1] + ": " + shortened(parts[2]) : violation);
        }
        System.out.println("planted: " + bugs.size() + " bugs, " + found + " found");
        return found == bugs.size();
    }

    /** The first violation that is there with the bug, and not without it. */
    private static String violation(Bug bug) throws IOException {
        BuggyRuntime runtime;
        try {
            runtime = new BuggyRuntime(bug);
        } catch (IllegalStateException e) { // the list is out of date
            return String.valueOf(e.getMessage()).replace(':', ' ');
        }
        long seed = 1;
        while (seed <= ENOUGH) {
            String violation = runtime.firstViolation(seed, ENOUGH);
            if (violation == null) {
                return "";
            }
            long found = seed - 1 + Long.parseLong(violation.substring(0, violation.indexOf(':')));
            if (Simulation.firstViolation(found, found) == null) {
                return found + violation.substring(violation.indexOf(':'));
            }
            seed = found + 1;
        }
        return "";
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 100 ? line : line.substring(0, 100) + "…";
    }
}

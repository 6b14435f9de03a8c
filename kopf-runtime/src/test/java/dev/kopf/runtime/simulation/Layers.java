package dev.kopf.runtime.simulation;

import java.util.List;

/**
 * What plans have got since the first ones, each from a stream of its own: so a seed stands for the same history for as long as its version is
 * named with it. A later version has all that the earlier ones have.
 */
final class Layers {

    private static final List<Layer> ALL = List.of(
            new EditLayer(),
            new FilterLayer(),
            new NestingLayer(),
            new HostileLayer(),
            new RoomLayer(),
            new PauseLayer(),
            new BackgroundLayer(),
            new IndexLayer(),
            new TakeoverLayer());

    /** The version of plans that have everything. */
    static final int NEWEST = ALL.size() + 1;

    private Layers() {}

    /** Something that is added to plans. */
    @FunctionalInterface
    interface Layer {

        Plan add(Plan plan, Chance chance);
    }

    /** The plan of a seed, as it was with this version. */
    static Plan upTo(int version, Plan plain) {
        Plan plan = plain;
        for (int i = 0; i < version - 1; i++) {
            plan = ALL.get(i).add(plan, new Chance(plain.seed() ^ (0x9E3779B97F4A7C15L * (i + 1))));
        }
        return plan;
    }
}

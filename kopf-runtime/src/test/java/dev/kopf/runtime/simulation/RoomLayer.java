package dev.kopf.runtime.simulation;

/** In a third of the plans there is no room for the states of objects that wait, or for one or two: they are asked for when their turn comes. */
final class RoomLayer implements Layers.Layer {

    private static final long LITTLE = 3_000;

    @Override
    public Plan add(Plan plan, Chance chance) {
        return switch (chance.below(6)) {
            case 0 -> plan.withRoom(0);
            case 1 -> plan.withRoom(LITTLE);
            default -> plan;
        };
    }
}

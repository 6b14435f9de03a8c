package dev.kopf.runtime.simulation;

import dev.kopf.runtime.simulation.Plan.Fault;
import dev.kopf.runtime.simulation.Plan.Trouble;
import java.util.ArrayList;
import java.util.List;

/** Peers that take over for a while: the operator pauses at any moment, and takes up afterwards what has waited. */
final class PauseLayer implements Layers.Layer {

    @Override
    public Plan add(Plan plan, Chance chance) {
        if (plan.isOrderly() || !chance.oneIn(2)) {
            return plan;
        }
        List<Fault> faults = new ArrayList<>(plan.faults());
        int pauses = 1 + chance.below(3);
        for (int i = 0; i < pauses; i++) {
            long at = chance.pick(plan.acts()).at() + chance.below(chance.pick(List.of(10L, 100L, 3_000L, 40_000L)));
            long millis = chance.pick(List.of(1L, 50L, 1_000L, 20_000L, 120_000L));
            faults.add(new Fault(Trouble.PAUSE, at, chance.below(plan.setting().operators()), millis));
        }
        return plan.withFaults(faults);
    }
}

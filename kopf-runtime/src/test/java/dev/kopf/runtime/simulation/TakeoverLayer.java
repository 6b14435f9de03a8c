package dev.kopf.runtime.simulation;

import dev.kopf.runtime.simulation.Plan.Act;
import dev.kopf.runtime.simulation.Plan.Deed;
import dev.kopf.runtime.simulation.Plan.Fault;
import dev.kopf.runtime.simulation.Plan.Trouble;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Peers that work while they have taken over, after a write of ours has failed: nothing of theirs is replaced by what is older. */
final class TakeoverLayer implements Layers.Layer {

    @Override
    public Plan add(Plan plan, Chance chance) {
        if (plan.isOrderly() || !chance.oneIn(4)) {
            return plan;
        }
        Act before = chance.pick(plan.acts());
        long millis = chance.pick(List.of(1_000L, 20_000L, 120_000L));
        long at = before.at() + chance.below(chance.pick(List.of(10L, 300L, 3_000L)));
        List<Fault> faults = new ArrayList<>(plan.faults());
        faults.add(new Fault(chance.pick(List.of(Trouble.WRITE_500, Trouble.WRITE_NOT_SENT)), before.at(), 0, 0));
        faults.add(new Fault(Trouble.TAKEOVER, at, 0, millis));
        List<Act> acts = new ArrayList<>(plan.acts());
        acts.add(new Act(at + millis / 2, Deed.SET_SIZE, before.object(), chance.below(3)));
        acts.sort(Comparator.comparingLong(Act::at));
        return plan.withActs(acts).withFaults(faults);
    }
}

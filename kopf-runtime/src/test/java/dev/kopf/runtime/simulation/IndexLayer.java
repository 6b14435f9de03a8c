package dev.kopf.runtime.simulation;

import dev.kopf.runtime.simulation.Plan.Act;
import dev.kopf.runtime.simulation.Plan.Deed;
import dev.kopf.runtime.simulation.Plan.Fault;
import dev.kopf.runtime.simulation.Plan.Trouble;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An index that all handlers look at, and memos in which they count; objects that move in and out of the index. */
final class IndexLayer implements Layers.Layer {

    @Override
    public Plan add(Plan plan, Chance chance) {
        if (chance.oneIn(2)) {
            return plan;
        }
        String index = chance.pick(List.of("*", "*", "t1", "t2"));
        Plan indexed = plan.withIndex(index);
        indexed = index.equals("*") ? indexed : indexed.withActs(withLabels(plan, chance));
        return plan.isOrderly() || chance.oneIn(2) ? indexed : withGap(indexed, chance);
    }

    /** Something goes while nobody looks, and the server does not remember it. */
    private static Plan withGap(Plan plan, Chance chance) {
        int span = (int) Math.max(1, plan.quietAt());
        int operator = chance.below(plan.setting().operators());
        long at = chance.below(span);
        List<Act> acts = new ArrayList<>(plan.acts());
        acts.add(new Act(at + 5, chance.oneIn(3) ? Deed.RECREATE : Deed.DELETE, chance.below(plan.objects()), 0));
        acts.sort(Comparator.comparingLong(Act::at));
        List<Fault> faults = new ArrayList<>(plan.faults());
        faults.add(new Fault(Trouble.STREAM_CUT, at, operator, 0));
        faults.add(new Fault(Trouble.COMPACTION, at + 10, operator, 0));
        return plan.withActs(acts).withFaults(faults);
    }

    private static List<Act> withLabels(Plan plan, Chance chance) {
        List<Act> acts = new ArrayList<>(plan.acts());
        int span = (int) Math.max(1, plan.quietAt());
        int count = 1 + chance.below(5);
        for (int i = 0; i < count; i++) {
            acts.add(new Act(chance.below(span), Deed.LABEL, chance.below(plan.objects()), chance.below(3)));
        }
        acts.sort(Comparator.comparingLong(Act::at));
        return acts;
    }
}

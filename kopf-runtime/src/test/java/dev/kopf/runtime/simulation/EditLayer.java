package dev.kopf.runtime.simulation;

import dev.kopf.runtime.simulation.Plan.Act;
import dev.kopf.runtime.simulation.Plan.Behaviour;
import dev.kopf.runtime.simulation.Plan.Deed;
import dev.kopf.runtime.simulation.Plan.Edit;
import dev.kopf.runtime.simulation.Plan.HandlerPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Handlers that add to lists, to which others add at the same time. */
final class EditLayer implements Layers.Layer {

    private static final List<Edit> EDITS = List.of(Edit.LOG, Edit.LOG, Edit.OWNERS, Edit.BOTH);

    @Override
    public Plan add(Plan plan, Chance chance) {
        if (chance.oneIn(2)) {
            return plan;
        }
        List<HandlerPlan> handlers = new ArrayList<>();
        for (HandlerPlan handler : plan.handlers()) {
            List<HandlerPlan> subs = new ArrayList<>();
            for (HandlerPlan sub : handler.subs()) {
                subs.add(sub.withScript(edited(sub.script(), chance)));
            }
            // Whoever hands its work over has no script.
            List<Behaviour> script = subs.isEmpty() ? edited(handler.script(), chance) : handler.script();
            handlers.add(handler.withScript(script).withSubs(subs));
        }
        List<Act> acts = new ArrayList<>(plan.acts());
        int others = chance.below(4);
        for (int i = 0; i < others; i++) {
            // Mostly close to what makes handlers be called.
            long at = chance.pick(plan.acts()).at() + chance.below(chance.pick(List.of(10L, 100L, 3_000L, 40_000L)));
            Deed deed = chance.oneIn(2) ? Deed.PEER_LOG : Deed.OWN;
            acts.add(new Act(at, deed, chance.below(plan.objects()), chance.below(3)));
        }
        acts.sort(Comparator.comparingLong(Act::at));
        return plan.withHandlers(handlers).withActs(acts);
    }

    private static List<Behaviour> edited(List<Behaviour> script, Chance chance) {
        List<Behaviour> edited = new ArrayList<>();
        for (Behaviour behaviour : script) {
            edited.add(chance.oneIn(2) ? behaviour.withEdit(chance.pick(EDITS)) : behaviour);
        }
        if (chance.oneIn(3)) {
            edited.add(Behaviour.FINE.withEdit(chance.pick(EDITS)));
        }
        return edited;
    }
}

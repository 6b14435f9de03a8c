package dev.kopf.runtime.simulation;

import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.simulation.Plan.Behaviour;
import dev.kopf.runtime.simulation.Plan.HandlerPlan;
import java.util.ArrayList;
import java.util.List;

/** Sub-handlers of sub-handlers, and items with names as people give them. */
final class NestingLayer implements Layers.Layer {

    private static final String LONG = "an-item-with-a-name-that-is-longer-than-what-a-server-takes-for-an-annotation-";
    private static final List<String> NAMES =
            List.of("a.b", "a/b", "UPPER", "under_", "-lead", "~1", "ünï", "名前", "x:y@z", "<tag>", LONG, LONG + "ü/");

    @Override
    public Plan add(Plan plan, Chance chance) {
        if (chance.oneIn(2)) {
            return plan;
        }
        List<HandlerPlan> handlers = new ArrayList<>();
        for (HandlerPlan handler : plan.handlers()) {
            boolean may = handler.type() != HandlerType.EVENT;
            HandlerPlan parent = may && handler.subs().isEmpty() && chance.oneIn(4) ? split(handler, chance) : handler;
            List<HandlerPlan> subs = new ArrayList<>();
            for (HandlerPlan sub : parent.subs()) {
                HandlerPlan named = chance.oneIn(2) ? named(sub, parent, subs.size(), chance) : sub;
                subs.add(chance.oneIn(3) ? split(named, chance) : named);
            }
            handlers.add(parent.withSubs(subs));
        }
        return plan.withHandlers(handlers);
    }

    private static HandlerPlan named(HandlerPlan sub, HandlerPlan parent, int number, Chance chance) {
        return sub.withId(parent.id() + "/" + chance.pick(NAMES) + number);
    }

    /** A handler that hands its work over to others. */
    private static HandlerPlan split(HandlerPlan handler, Chance chance) {
        List<HandlerPlan> subs = new ArrayList<>();
        int count = 1 + chance.below(2);
        for (int i = 0; i < count; i++) {
            List<Behaviour> script = new ArrayList<>();
            for (Behaviour behaviour : handler.script()) {
                if (chance.oneIn(2)) {
                    script.add(behaviour);
                }
            }
            HandlerPlan sub = new HandlerPlan(
                    handler.id() + "/n" + i,
                    handler.type(),
                    "",
                    chance.oneIn(6) ? 1 + chance.below(3) : 0,
                    0,
                    -1,
                    handler.label(),
                    handler.wish().ofObject(),
                    false,
                    script,
                    List.of());
            subs.add(chance.oneIn(3) ? named(sub, handler, i, chance) : sub);
        }
        return handler.withoutLimits().withScript(List.of()).withSubs(subs);
    }
}

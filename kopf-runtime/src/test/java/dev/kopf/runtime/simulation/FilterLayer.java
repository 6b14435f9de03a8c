package dev.kopf.runtime.simulation;

import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.simulation.Plan.Act;
import dev.kopf.runtime.simulation.Plan.Deed;
import dev.kopf.runtime.simulation.Plan.HandlerPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Handlers with filters of annotations, fields and predicates, and objects that move in and out of them. */
final class FilterLayer implements Layers.Layer {

    private static final List<Deed> MOVES =
            List.of(Deed.ANNOTATE, Deed.ANNOTATE, Deed.SET_COLOR, Deed.SET_COLOR, Deed.SET_SIZE);

    @Override
    public Plan add(Plan plan, Chance chance) {
        if (chance.oneIn(2)) {
            return plan;
        }
        List<HandlerPlan> handlers = new ArrayList<>();
        for (HandlerPlan handler : plan.handlers()) {
            handlers.add(chance.oneIn(2) ? handler : handler.withWish(wish(handler, chance)));
        }
        List<Act> acts = new ArrayList<>(plan.acts());
        int moves = chance.below(4);
        for (int i = 0; i < moves; i++) {
            long at = chance.pick(plan.acts()).at() + chance.below(chance.pick(List.of(10L, 1_000L, 40_000L)));
            acts.add(new Act(at, chance.pick(MOVES), chance.below(plan.objects()), chance.below(3)));
        }
        acts.sort(Comparator.comparingLong(Act::at));
        return plan.withHandlers(handlers).withActs(acts);
    }

    private static Wish wish(HandlerPlan handler, Chance chance) {
        boolean ofField = handler.type() == HandlerType.FIELD
                && (handler.field().equals("spec.size") || handler.field().equals("spec.color"));
        if (ofField && chance.oneIn(2)) {
            String one = handler.field().equals("spec.size") ? "s" : "c";
            List<String> values = List.of("=" + one + "1", "!" + one + "1", "=" + one + "0", "present");
            return switch (chance.below(3)) {
                case 0 -> new Wish("", "", chance.pick(values), "", "");
                case 1 -> new Wish("", "", "", "", chance.pick(values));
                // A first value has none before.
                default -> new Wish("", "", "", handler.flag() ? "" : chance.pick(values), "!" + one + "2");
            };
        }
        String note = chance.oneIn(3) ? "" : chance.pick(List.of("present", "absent", "=n1", "!n2"));
        String color = chance.oneIn(3) ? chance.pick(List.of("=c0", "!c1", "present", "absent")) : "";
        return new Wish(note, color, "", "", "");
    }
}

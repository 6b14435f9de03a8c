package dev.kopf.runtime.simulation;

import dev.kopf.runtime.simulation.Plan.Behaviour;
import dev.kopf.runtime.simulation.Plan.Fault;
import dev.kopf.runtime.simulation.Plan.HandlerPlan;
import dev.kopf.runtime.simulation.Plan.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes a plan smaller for as long as what is wrong with it stays wrong. */
final class Shrinker {

    private static final int MOST_TRIES = 2_000;

    private final Predicate<Plan> stillFails;
    private Plan plan;
    private int tries;

    private Shrinker(Plan plan, Predicate<Plan> stillFails) {
        this.plan = plan;
        this.stillFails = stillFails;
    }

    /** The smallest plan found that still fails in that way; at worst the plan itself. */
    static Plan shrink(Plan plan, Predicate<Plan> stillFails) {
        return new Shrinker(plan, stillFails).shrink();
    }

    private Plan shrink() {
        Plan before;
        do {
            before = plan;
            shorten(Plan::faults, other -> plan.withFaults(other));
            shorten(Plan::acts, other -> plan.withActs(other));
            shorten(Plan::handlers, other -> plan.withHandlers(other));
            shorten(Plan::background, other -> plan.withBackground(other));
            for (int i = 0; i < plan.background().size(); i++) {
                int index = i;
                shorten(of -> of.background().get(index).script(), script -> withBackgroundScript(index, script));
            }
            for (int i = 0; i < plan.handlers().size(); i++) {
                int index = i;
                shorten(of -> of.handlers().get(index).script(), script -> withScript(index, script));
                simplify(index);
                shorten(of -> of.handlers().get(index).subs(), subs -> withSubs(index, subs));
            }
            settle();
        } while (!before.equals(plan) && tries < MOST_TRIES);
        return plan;
    }

    /** Leaves out half of a list, then a quarter, and so on. */
    private <T> void shorten(Function<Plan, List<T>> of, Function<List<T>, Plan> with) {
        for (int count = of.apply(plan).size(); count > 0; count /= 2) {
            int from = 0;
            while (from < of.apply(plan).size()) {
                if (!attempt(with.apply(Plan.without(of.apply(plan), from, count)))) {
                    from += count;
                }
            }
        }
    }

    private void simplify(int index) {
        for (int call = 0; call < plan.handlers().get(index).script().size(); call++) {
            List<Behaviour> script = new ArrayList<>(plan.handlers().get(index).script());
            script.set(call, Behaviour.FINE);
            attempt(withScript(index, script));
        }
        HandlerPlan handler = plan.handlers().get(index);
        List<HandlerPlan> handlers = new ArrayList<>(plan.handlers());
        handlers.set(
                index,
                new HandlerPlan(
                        handler.id(),
                        handler.type(),
                        handler.field(),
                        0,
                        0,
                        -1,
                        handler.label(),
                        handler.wish(),
                        handler.flag(),
                        handler.script(),
                        handler.subs()));
        attempt(plan.withHandlers(handlers));
        List<HandlerPlan> pleased = new ArrayList<>(plan.handlers());
        pleased.set(index, pleased.get(index).withWish(Wish.NONE));
        attempt(plan.withHandlers(pleased));
    }

    private void settle() {
        Setting setting = plan.setting();
        for (long room : new long[] {plan.setting().room(), Long.MAX_VALUE}) {
            Setting slow = new Setting(
                    setting.statusSubresource(),
                    false,
                    1,
                    false,
                    500,
                    setting.latency(),
                    1_000,
                    "all_at_once",
                    room,
                    setting.index());
            attempt(withSetting(slow));
            attempt(withSetting(
                    new Setting(false, false, 1, false, 500, 0, 1_000, "all_at_once", room, setting.index())));
        }
        attempt(withSetting(plan.setting().withIndex("")));
    }

    private boolean attempt(Plan smaller) {
        if (smaller.equals(plan) || ++tries > MOST_TRIES || !stillFails.test(smaller)) {
            return false;
        }
        plan = smaller;
        return true;
    }

    private Plan withScript(int index, List<Behaviour> script) {
        List<HandlerPlan> handlers = new ArrayList<>(plan.handlers());
        handlers.set(index, handlers.get(index).withScript(script));
        return plan.withHandlers(handlers);
    }

    private Plan withBackgroundScript(int index, List<Behaviour> script) {
        List<Plan.BackgroundPlan> background = new ArrayList<>(plan.background());
        Plan.BackgroundPlan one = background.get(index);
        background.set(index, new Plan.BackgroundPlan(one.id(), one.interval(), one.idle(), one.label(), script));
        return plan.withBackground(background);
    }

    private Plan withSubs(int index, List<HandlerPlan> subs) {
        List<HandlerPlan> handlers = new ArrayList<>(plan.handlers());
        handlers.set(index, handlers.get(index).withSubs(subs));
        return plan.withHandlers(handlers);
    }

    private Plan withSetting(Setting setting) {
        List<Fault> faults = plan.faults().stream()
                .filter(fault -> fault.operator() < setting.operators())
                .toList();
        return new Plan(plan.seed(), setting, plan.handlers(), plan.background(), plan.acts(), faults);
    }
}

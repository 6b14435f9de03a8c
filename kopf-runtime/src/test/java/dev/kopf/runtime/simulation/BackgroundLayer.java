package dev.kopf.runtime.simulation;

import dev.kopf.runtime.simulation.Plan.BackgroundPlan;
import dev.kopf.runtime.simulation.Plan.Behaviour;
import dev.kopf.runtime.simulation.Plan.Edit;
import dev.kopf.runtime.simulation.Plan.Ending;
import java.util.ArrayList;
import java.util.List;

/** Daemons and timers, beside the handlers of changes. */
final class BackgroundLayer implements Layers.Layer {

    @Override
    public Plan add(Plan plan, Chance chance) {
        if (plan.isOrderly() || !chance.oneIn(2)) {
            return plan;
        }
        List<BackgroundPlan> background = new ArrayList<>();
        int count = 1 + chance.below(2);
        for (int i = 0; i < count; i++) {
            boolean daemon = !chance.oneIn(3);
            List<Behaviour> script = new ArrayList<>();
            int calls = chance.below(4);
            for (int call = 0; call < calls; call++) {
                script.add(behaviour(chance));
            }
            background.add(new BackgroundPlan(
                    (daemon ? "daemon" : "timer") + i,
                    daemon ? 0 : chance.pick(List.of(5_000L, 20_000L, 60_000L)),
                    daemon || !chance.oneIn(3) ? 0 : chance.pick(List.of(100L, 7_000L)),
                    chance.oneIn(4) ? chance.pick(List.of("t1", "t2")) : "",
                    script));
        }
        return plan.withBackground(background);
    }

    private static Behaviour behaviour(Chance chance) {
        Ending ending = chance.pick(List.of(
                Ending.SUCCEED,
                Ending.SUCCEED,
                Ending.FAIL_TEMPORARILY,
                Ending.FAIL_TEMPORARILY,
                Ending.THROW_EXCEPTION,
                Ending.THROW_ERROR,
                Ending.FAIL_PERMANENTLY));
        long millis = chance.pick(List.of(0L, 1L, 30L, 700L, 5_000L, 40_000L));
        long delay = ending == Ending.FAIL_TEMPORARILY ? chance.pick(List.of(0L, 50L, 2_000L, 20_000L)) : -1;
        return new Behaviour(ending, millis, delay, !chance.oneIn(3), false, Edit.NONE, false);
    }
}

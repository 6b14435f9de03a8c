package dev.kopf.runtime.simulation;

import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.simulation.Plan.Act;
import dev.kopf.runtime.simulation.Plan.Behaviour;
import dev.kopf.runtime.simulation.Plan.Deed;
import dev.kopf.runtime.simulation.Plan.Edit;
import dev.kopf.runtime.simulation.Plan.Ending;
import dev.kopf.runtime.simulation.Plan.Fault;
import dev.kopf.runtime.simulation.Plan.HandlerPlan;
import dev.kopf.runtime.simulation.Plan.Setting;
import dev.kopf.runtime.simulation.Plan.Trouble;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes a plan of a seed. */
final class PlanMaker {

    private static final List<Deed> CHANGES = List.of(
            Deed.SET_SIZE,
            Deed.SET_SIZE,
            Deed.SET_SIZE,
            Deed.SET_COLOR,
            Deed.SET_COLOR,
            Deed.SET_BOTH,
            Deed.REVERT,
            Deed.REVERT,
            Deed.LABEL,
            Deed.ANNOTATE,
            Deed.DELETE,
            Deed.RECREATE,
            Deed.ADD_FINALIZER,
            Deed.REMOVE_FINALIZER,
            Deed.PEER_STATUS,
            Deed.PEER_PHASE);

    private static final List<Trouble> TROUBLES = troubles();

    private final long seed;
    private final Chance chance;

    private PlanMaker(long seed) {
        this.seed = seed;
        this.chance = new Chance(seed);
    }

    static Plan of(long seed) {
        return of(seed, Layers.NEWEST);
    }

    /** @param version of plans; 1 for the first ones */
    static Plan of(long seed, int version) {
        return Layers.upTo(version, new PlanMaker(seed).plan());
    }

    private static List<Trouble> troubles() {
        List<Trouble> all = new ArrayList<>(List.of(Trouble.values()));
        all.removeIf(Trouble::isPause);
        for (int i = 0; i < 4; i++) {
            all.add(Trouble.CRASH);
            all.add(Trouble.WRITE_409);
            all.add(Trouble.WRITE_500);
            all.add(Trouble.WRITE_ANSWER_LOST);
            all.add(Trouble.STREAM_CUT);
        }
        return all;
    }

    private Plan plan() {
        boolean orderly = chance.oneIn(4);
        Setting setting = setting();
        int objects = chance.oneIn(3) ? 1 + chance.below(3) : 1;
        long span = chance.pick(List.of(50L, 1_000L, 10_000L, 60_000L, 200_000L));
        List<HandlerPlan> handlers = new ArrayList<>();
        int count = 1 + chance.below(4);
        for (int i = 0; i < count; i++) {
            handlers.add(handler(i));
        }
        List<Act> acts = new ArrayList<>();
        for (int object = 0; object < objects; object++) {
            acts.add(new Act(chance.below(span / 4 + 1), Deed.CREATE, object, chance.below(3)));
        }
        int deeds = chance.below(5) + (chance.oneIn(3) ? chance.below(6) : 0);
        for (int i = 0; i < deeds; i++) {
            acts.add(new Act(chance.below(span), chance.pick(CHANGES), chance.below(objects), chance.below(3)));
        }
        acts.sort(Comparator.comparingLong(Act::at));
        List<Fault> faults = new ArrayList<>();
        int wrongs = orderly ? 0 : 1 + chance.below(chance.oneIn(3) ? 12 : 4);
        for (int i = 0; i < wrongs; i++) {
            faults.add(fault(span, setting));
        }
        return new Plan(seed, setting, handlers, List.of(), acts, faults);
    }

    private Setting setting() {
        boolean statusSubresource = !chance.oneIn(3);
        return new Setting(
                statusSubresource,
                chance.oneIn(4),
                chance.oneIn(8) ? 2 : 1,
                chance.oneIn(4),
                chance.oneIn(4) ? 1 : 500,
                chance.pick(List.of(0L, 2L, 20L, 20L, 500L, 3_000L)),
                chance.oneIn(4) ? 0 : 1_000,
                chance.oneIn(3) ? chance.pick(List.of("asap", "one_by_one", "randomized", "shuffled")) : "all_at_once",
                Long.MAX_VALUE,
                "");
    }

    private HandlerPlan handler(int number) {
        HandlerType type = chance.pick(List.of(
                HandlerType.CREATE,
                HandlerType.CREATE,
                HandlerType.UPDATE,
                HandlerType.UPDATE,
                HandlerType.UPDATE,
                HandlerType.FIELD,
                HandlerType.FIELD,
                HandlerType.FIELD,
                HandlerType.DELETE,
                HandlerType.DELETE,
                HandlerType.RESUME,
                HandlerType.EVENT));
        String field = type == HandlerType.FIELD
                ? chance.pick(List.of("spec.size", "spec.size", "spec.size", "spec.color", "spec", "status.phase"))
                : "";
        List<Behaviour> script = new ArrayList<>();
        int calls = chance.below(5);
        for (int i = 0; i < calls; i++) {
            script.add(behaviour());
        }
        String id = type.name().toLowerCase(java.util.Locale.ROOT) + number;
        HandlerPlan handler = new HandlerPlan(
                id,
                type,
                field,
                chance.oneIn(6) ? 1 + chance.below(3) : 0,
                chance.oneIn(8) ? chance.pick(List.of(2_000L, 10_000L, 60_000L)) : 0,
                chance.oneIn(3) ? chance.pick(List.of(0L, 100L, 3_000L, 30_000L)) : -1,
                chance.oneIn(8) ? chance.pick(List.of("t1", "t2")) : "",
                Wish.NONE,
                chance.oneIn(4),
                script,
                List.of());
        if (type == HandlerType.EVENT) {
            return new HandlerPlan(id, type, "", 0, 0, -1, handler.label(), Wish.NONE, false, script, List.of());
        }
        return chance.oneIn(6) ? parent(handler) : handler;
    }

    /** A handler that only hands its work over. */
    private HandlerPlan parent(HandlerPlan handler) {
        List<HandlerPlan> subs = new ArrayList<>();
        int count = 1 + chance.below(2);
        for (int i = 0; i < count; i++) {
            List<Behaviour> script = new ArrayList<>();
            int calls = chance.below(4);
            for (int call = 0; call < calls; call++) {
                script.add(behaviour());
            }
            int retries = chance.oneIn(6) ? 1 + chance.below(3) : 0;
            subs.add(new HandlerPlan(
                    handler.id() + "/s" + i,
                    handler.type(),
                    "",
                    retries,
                    0,
                    -1,
                    handler.label(),
                    Wish.NONE,
                    false,
                    script,
                    List.of()));
        }
        return new HandlerPlan(
                handler.id(),
                handler.type(),
                handler.field(),
                0,
                0,
                -1,
                handler.label(),
                Wish.NONE,
                handler.flag(),
                List.of(),
                subs);
    }

    private Behaviour behaviour() {
        Ending ending = chance.pick(List.of(
                Ending.SUCCEED,
                Ending.SUCCEED,
                Ending.SUCCEED,
                Ending.FAIL_TEMPORARILY,
                Ending.FAIL_TEMPORARILY,
                Ending.THROW_EXCEPTION,
                Ending.THROW_ERROR,
                chance.oneIn(3) ? Ending.FAIL_PERMANENTLY : Ending.SUCCEED));
        boolean hangs = chance.oneIn(30);
        long millis = hangs ? 4_000_000L : chance.oneIn(2) ? 0 : chance.pick(List.of(1L, 30L, 700L, 5_000L, 40_000L));
        long delay = ending == Ending.FAIL_TEMPORARILY && chance.oneIn(2)
                ? chance.pick(List.of(0L, 50L, 2_000L, 20_000L))
                : -1;
        return new Behaviour(ending, millis, delay, chance.oneIn(4), chance.oneIn(6), Edit.NONE, hangs);
    }

    private Fault fault(long span, Setting setting) {
        Trouble trouble = chance.pick(TROUBLES);
        long at = trouble.isOfRequest() ? chance.below(12) : chance.below(span + span / 2 + 1);
        long millis = switch (trouble) {
            case CRASH, STOP -> chance.pick(List.of(1L, 100L, 3_000L, 30_000L));
            case WRITE_429, READ_429, WATCH_429 -> 1_000L * chance.below(20);
            case CLOCK_JUMP -> chance.pick(List.of(100L, 5_000L, 600_000L));
            case STREAM_LATE -> chance.pick(List.of(100L, 5_000L, 40_000L));
            default -> 0;
        };
        return new Fault(trouble, at, chance.below(setting.operators()), millis);
    }
}

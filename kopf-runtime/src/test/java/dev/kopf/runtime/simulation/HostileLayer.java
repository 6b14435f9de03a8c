package dev.kopf.runtime.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.json.Json;
import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.simulation.Plan.Act;
import dev.kopf.runtime.simulation.Plan.Deed;
import dev.kopf.runtime.simulation.Plan.HandlerPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Somebody who writes to what operators keep on objects: texts that are no JSON, or not what they should be. */
final class HostileLayer implements Layers.Layer {

    /** In the place of an essence, or of a record. */
    private static final List<String> TEXTS = List.of(
            "",
            "{",
            "null",
            "5",
            "[]",
            "\"text\"",
            "{\"spec\":{\"size\":\"s1\"",
            "{\"spec\":5}",
            "{\"started\":5,\"retries\":\"many\"}",
            "{\"started\":\"yesterday\",\"delayed\":\"tomorrow\",\"retries\":1}",
            "{\"started\":\"2026-01-01T00:00:00.000000+00:00\",\"retries\":99999999999999999999}",
            "{\"retries\":-7,\"success\":\"no\",\"subrefs\":\"all\",\"digest\":[],\"purpose\":\"another\"}",
            "\u0000\uFFFD");

    @Override
    public Plan add(Plan plan, Chance chance) {
        if (!chance.oneIn(4)) {
            return plan;
        }
        List<Act> acts = new ArrayList<>(plan.acts());
        int deeds = 1 + chance.below(3);
        for (int i = 0; i < deeds; i++) {
            long at = chance.pick(plan.acts()).at() + chance.below(chance.pick(List.of(10L, 1_000L, 40_000L)));
            acts.add(new Act(at, Deed.GARBLE, chance.below(plan.objects()), chance.below(1_000)));
        }
        acts.sort(Comparator.comparingLong(Act::at));
        return plan.withActs(acts);
    }

    /** A merge patch of the state that is kept, which says that all handlers are done with this essence. */
    static String handled(Plan plan, int operator, String essence) {
        Life.Names names = Life.Names.of(operator);
        ObjectNode annotations = Json.object().put(names.prefix() + "/last-handled-configuration", essence + "\n");
        ObjectNode progress = Json.object();
        plan.allHandlers().forEach(handler -> {
            annotations.putNull(Essences.annotationOf(handler.id(), names.prefix()));
            progress.putNull(handler.id());
        });
        if (!plan.setting().stateInStatus()) {
            return "{\"metadata\":{\"annotations\":" + annotations + "}}";
        }
        ObjectNode state = Json.object().put("last-handled-configuration", essence + "\n");
        state.set("progress", progress);
        return "{\"status\":{\"" + names.statusField() + "\":" + state + "}}";
    }

    /** A merge patch of the state that is kept: of the essence or of the record of a handler. */
    static String patch(Plan plan, int value) {
        String text = TEXTS.get(value % TEXTS.size());
        List<HandlerPlan> kept = plan.allHandlers().stream()
                .filter(handler -> handler.type() != HandlerType.EVENT)
                .toList();
        int place = value / TEXTS.size() % (kept.size() + 2) - 2;
        Life.Names names = Life.Names.of(0);
        if (!plan.setting().stateInStatus()) {
            String key = place < 0
                    ? names.prefix() + "/last-handled-configuration"
                    : Essences.annotationOf(kept.get(place).id(), names.prefix());
            return "{\"metadata\":{\"annotations\":" + Json.object().put(key, text) + "}}";
        }
        String state = place == -2
                ? "{\"last-handled-configuration\":" + Json.object().textNode(text) + "}"
                : place == -1
                        ? Json.object().textNode(text).toString()
                        : "{\"progress\":" + Json.object().put(kept.get(place).id(), text) + "}";
        return "{\"status\":{\"" + names.statusField() + "\":" + state + "}}";
    }
}

package dev.kopf.runtime.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.json.Json;
import dev.kopf.runtime.handler.PatchEditor;
import dev.kopf.runtime.simulation.Plan.Edit;
import dev.kopf.runtime.simulation.Thing.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lists of an object that handlers and others add to: a log in its status, and its owners. An item tells whose it is. To write one,
 * the whole list has to be written.
 */
final class Lists {

    private Lists() {}

    /** What a call adds, by edits that are as good done twice as once. */
    static void edit(PatchEditor patch, Call call) {
        Edit edit = call.behaviour.edit();
        String item = item(call);
        if (edit.isOfLog()) {
            patch.edit(object -> {
                add(object, "status", "log", item);
                return object;
            });
        }
        if (edit.isOfOwners()) {
            patch.edit(object -> {
                add(object, "metadata", "ownerReferences", owner(item));
                return object;
            });
        }
    }

    /** What a call has added, with the list that it is in. */
    static List<String> items(Call call) {
        List<String> items = new ArrayList<>();
        if (call.behaviour.edit().isOfLog()) {
            items.add("log:" + item(call));
        }
        if (call.behaviour.edit().isOfOwners()) {
            items.add("owners:" + item(call));
        }
        return items;
    }

    private static String item(Call call) {
        return mark(call.subject.operator) + call.plan.id() + " " + call.value();
    }

    private static String mark(int operator) {
        return "op" + operator + " ";
    }

    private static Map<String, @Nullable Object> owner(String item) {
        Map<String, @Nullable Object> owner = new LinkedHashMap<>();
        owner.put("apiVersion", "v1");
        owner.put("kind", "Owner");
        owner.put("name", item);
        owner.put("uid", Server.OWNER);
        return owner;
    }

    @SuppressWarnings("unchecked") // JSON
    private static void add(Map<String, @Nullable Object> object, String stanza, String name, Object item) {
        Map<String, @Nullable Object> parent =
                (Map<String, @Nullable Object>) object.computeIfAbsent(stanza, key -> new LinkedHashMap<>());
        List<Object> list = (List<Object>) parent.computeIfAbsent(name, key -> new ArrayList<>());
        if (!list.contains(item)) {
            list.add(item);
        }
    }

    /** A merge patch: the log, and an item of others at its front or its end. */
    static String withLog(ObjectNode object, String item) {
        ArrayNode log = added(object.path("status").path("log"), Json.texts(List.of(item)));
        return Json.object().set("status", Json.object().set("log", log)).toString();
    }

    /** The same of the owners. */
    static String withOwner(ObjectNode object, String item) {
        JsonNode owner = Json.object()
                .put("apiVersion", "v1")
                .put("kind", "Owner")
                .put("name", item)
                .put("uid", Server.OWNER);
        ArrayNode owners = added(
                object.path("metadata").path("ownerReferences"), Json.array().add(owner));
        return Json.object()
                .set("metadata", Json.object().set("ownerReferences", owners))
                .toString();
    }

    private static ArrayNode added(JsonNode before, ArrayNode items) {
        boolean first = before.size() % 2 == 0;
        ArrayNode list = Json.array();
        if (first) {
            list.addAll(items);
        }
        before.forEach(list::add);
        return first ? list : list.addAll(items);
    }

    /** What an operator's handlers have added to an object. */
    static List<String> ours(ObjectNode object, int operator) {
        List<String> items = new ArrayList<>();
        for (JsonNode item : object.path("status").path("log")) {
            if (item.asText().startsWith(mark(operator))) {
                items.add("log:" + item.asText());
            }
        }
        for (JsonNode owner : object.path("metadata").path("ownerReferences")) {
            if (owner.path("name").asText().startsWith(mark(operator))) {
                items.add("owners:" + owner.path("name").asText());
            }
        }
        return items;
    }

    /** Leaves what others have added, in their order. */
    static void removeOurs(ObjectNode object, int operator) {
        remove(object.path("status"), "log", operator);
        remove(object.path("metadata"), "ownerReferences", operator);
    }

    private static void remove(JsonNode parent, String name, int operator) {
        if (parent instanceof ObjectNode stanza && stanza.path(name) instanceof ArrayNode list) {
            ArrayNode rest = Json.array();
            for (JsonNode item : list) {
                String text =
                        item.isTextual() ? item.asText() : item.path("name").asText();
                if (!text.startsWith(mark(operator))) {
                    rest.add(item);
                }
            }
            stanza.remove(name);
            if (!rest.isEmpty()) {
                stanza.set(name, rest);
            }
        }
    }
}

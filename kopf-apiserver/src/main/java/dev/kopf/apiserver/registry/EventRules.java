package dev.kopf.apiserver.registry;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kopf.apiserver.json.Json;
import java.util.List;

/** Events: the fields that are there even when nobody set them. */
final class EventRules implements KindRules {

    @Override
    public void prepareForCreate(ObjectNode event, String now) {
        event.putIfAbsent("involvedObject", Json.object());
        event.putIfAbsent("source", Json.object());
        for (String time : List.of("firstTimestamp", "lastTimestamp", "eventTime")) {
            event.putIfAbsent(time, NullNode.getInstance());
        }
        for (String reporter : List.of("reportingComponent", "reportingInstance")) {
            event.putIfAbsent(reporter, TextNode.valueOf(""));
        }
    }
}

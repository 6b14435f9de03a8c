package dev.kopf.runtime.progress;

import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.resource.Body;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is found of handlers on an object.
 *
 * <p>Safe for use by several threads as long as nobody changes its maps.
 *
 * @param states what the records say
 * @param records the records as they are
 * @param problems why others cannot be read
 */
record StoredRecords(
        Map<HandlerId, HandlerState> states,
        Map<HandlerId, Map<String, @Nullable Object>> records,
        List<String> problems) {

    static final StoredRecords NONE = new StoredRecords(Map.of(), Map.of(), List.of());

    /** Reads the records of these handlers. What cannot be read counts as not there, and is a problem (S-10, R14). */
    static StoredRecords read(ProgressStorage storage, Body body, Collection<HandlerId> ids, Instant now) {
        Map<HandlerId, HandlerState> states = new LinkedHashMap<>();
        Map<HandlerId, Map<String, @Nullable Object>> records = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (HandlerId id : new LinkedHashSet<>(ids)) {
            Map<String, @Nullable Object> record = storage.fetch(id, body);
            String problem = record == null ? storage.problem(id, body) : null;
            try {
                if (record != null) {
                    states.put(id, FoundTimes.at(now, HandlerState.fromRecord(record, now)));
                    records.put(id, record);
                }
            } catch (IllegalArgumentException e) {
                problem = "The record of " + id + ": " + e.getMessage();
            }
            if (problem != null) {
                problems.add(problem);
            }
        }
        return new StoredRecords(states, records, problems);
    }
}

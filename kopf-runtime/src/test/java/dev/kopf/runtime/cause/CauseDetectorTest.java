package dev.kopf.runtime.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.WatchEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CauseDetectorTest {

    private static final String OURS = "our/finalizer";

    @ParameterizedTest
    @CsvSource({
        // type, deleting, finalizer, stored, initial, reason, still initial
        "DELETED, true, true, same, true, GONE, true",
        "DELETED, false, false, none, false, GONE, false",
        "MODIFIED, true, false, changed, false, FREE, false",
        "MODIFIED, true, true, changed, false, DELETE, false",
        "LISTED, true, true, none, true, DELETE, true",
        "LISTED, false, true, none, true, CREATE, false",
        "MODIFIED, false, false, none, false, CREATE, false",
        "LISTED, false, false, same, true, RESUME, true",
        "MODIFIED, false, false, same, true, RESUME, true",
        "ADDED, false, false, same, false, NOOP, false",
        "LISTED, false, false, changed, true, UPDATE, true",
        "ADDED, false, false, changed, false, UPDATE, false",
    })
    void the_first_reason_that_matches_counts_C3_C4(
            WatchEvent.Type type,
            boolean deleting,
            boolean ours,
            String stored,
            boolean initial,
            Reason reason,
            boolean stays) {
        Essence current = Essence.of(Map.of("spec", 1));
        Essence old = switch (stored) {
            case "none" -> null;
            case "same" -> current;
            default -> Essence.of(Map.of("spec", 2));
        };
        WatchEvent event = event(type, deleting, ours ? List.of(OURS) : List.of());
        Cause cause = new CauseDetector(OURS).detect(event, old, current, initial);
        assertThat(cause.reason()).isEqualTo(reason);
        assertThat(cause.initial()).isEqualTo(stays);
        assertThat(cause.hasNewEssence()).isEqualTo(!stored.equals("same"));
    }

    @ParameterizedTest
    @CsvSource({
        // needed, type, deleting, ours, action
        "true, ADDED, false, false, ADD",
        "true, MODIFIED, true, false, NONE",
        "true, MODIFIED, false, true, NONE",
        "true, MODIFIED, true, true, NONE",
        "true, DELETED, false, false, NONE",
        "false, ADDED, false, true, REMOVE",
        "false, MODIFIED, true, true, REMOVE",
        "false, DELETED, true, true, NONE",
        "false, MODIFIED, false, false, NONE",
    })
    void a_finalizer_is_there_when_somebody_needs_it_C22_C23_C29(
            boolean needed, WatchEvent.Type type, boolean deleting, boolean ours, FinalizerRules.Action action) {
        WatchEvent event = event(type, deleting, ours ? List.of("other/f", OURS) : List.of("other/f"));
        assertThat(FinalizerRules.decide(needed, event, OURS)).isEqualTo(action);
    }

    @ParameterizedTest
    @CsvSource({
        // type, deleting, ours, waiting, releases
        "MODIFIED, true, true, false, true",
        "MODIFIED, true, true, true, false",
        "MODIFIED, false, true, false, false",
        "MODIFIED, true, false, false, false",
        "DELETED, true, true, false, false",
    })
    void an_object_is_released_once_nothing_waits_C24(
            WatchEvent.Type type, boolean deleting, boolean ours, boolean waiting, boolean releases) {
        WatchEvent event = event(type, deleting, ours ? List.of(OURS) : List.of());
        assertThat(FinalizerRules.releases(event, OURS, waiting)).isEqualTo(releases);
    }

    @ParameterizedTest
    @CsvSource({
        // type, deleting, ours, foreign, held by others
        "MODIFIED, true, false, true, true",
        "MODIFIED, true, true, true, false",
        "MODIFIED, true, false, false, false",
        "MODIFIED, false, false, true, false",
        "DELETED, true, false, true, false",
    })
    void an_optional_handler_runs_while_others_keep_the_object_R11(
            WatchEvent.Type type, boolean deleting, boolean ours, boolean foreign, boolean held) {
        List<String> finalizers = new ArrayList<>();
        if (ours) {
            finalizers.add(OURS);
        }
        if (foreign) {
            finalizers.add("other/f");
        }
        assertThat(FinalizerRules.isHeldByOthers(event(type, deleting, finalizers), OURS))
                .isEqualTo(held);
    }

    private static WatchEvent event(WatchEvent.Type type, boolean deleting, List<String> finalizers) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("finalizers", finalizers);
        if (deleting) {
            metadata.put("deletionTimestamp", "2026-11-20T10:10:00Z");
        }
        return new WatchEvent(type, new Body(Map.of("metadata", metadata)));
    }
}

package dev.kopf.example.evc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.zalando.v1.EphemeralVolumeClaim;

/**
 * What stands on a claim of the hand-over, in Kopf's formats.
 *
 * @param name its name
 * @param version its resource version
 * @param size the size it has now
 * @param handledSize the size that was last handled; null where none was
 * @param isDeleting whether it is being deleted
 * @param records what is stored of its handlers, by id; ids as names of annotations have them
 * @param results the status
 */
record Claim(
        String name,
        String version,
        String size,
        String handledSize,
        boolean isDeleting,
        Map<String, Stored> records,
        Map<String, Object> results) {

    private static final String PREFIX = "kopf.zalando.org/";
    private static final String LAST_HANDLED = "last-handled-configuration";

    /** What is stored of a handler (S-5). */
    record Stored(boolean success, int retries, Double delayed, double started) {

        static Stored parse(String text) {
            Map<?, ?> record = Serialization.unmarshal(text, Map.class);
            Object delayed = record.get("delayed");
            return new Stored(
                    (Boolean) record.get("success"),
                    (Integer) record.get("retries"),
                    delayed == null ? null : seconds(delayed),
                    seconds(record.get("started")));
        }

        private static double seconds(Object time) {
            var at = OffsetDateTime.parse((String) time).toInstant();
            return at.getEpochSecond() + at.getNano() / 1e9;
        }
    }

    static Claim of(EphemeralVolumeClaim claim) {
        Map<String, Stored> records = new LinkedHashMap<>();
        String[] handled = new String[1];
        annotations(claim).forEach((key, value) -> {
            if (key.equals(PREFIX + LAST_HANDLED)) {
                Map<?, ?> essence = Serialization.unmarshal(value, Map.class);
                handled[0] = (String) ((Map<?, ?>) essence.get("spec")).get("size");
            } else if (key.startsWith(PREFIX) && value.startsWith("{")) {
                records.put(key.substring(PREFIX.length()), Stored.parse(value));
            }
        });
        return new Claim(
                claim.getMetadata().getName(),
                claim.getMetadata().getResourceVersion(),
                claim.getSpec().getSize(),
                handled[0],
                claim.getMetadata().getDeletionTimestamp() != null,
                records,
                claim.getStatus() == null ? Map.of() : claim.getStatus().asMap());
    }

    private static Map<String, String> annotations(EphemeralVolumeClaim claim) {
        Map<String, String> annotations = claim.getMetadata().getAnnotations();
        return annotations == null ? Map.of() : annotations;
    }

    /** Whether nobody has anything to do about it. */
    boolean isSettled() {
        return size.equals(handledSize) && !isDeleting && records.isEmpty();
    }

    /**
     * Asserts that an operator has gone on from here.
     *
     * @param calls what the operator called for this claim
     * @param after the claim after that; null where it is gone
     */
    void assertWentOn(List<Call> calls, Claim after) {
        if (isSettled()) {
            assertThat(calls).as("what was handled is not handled again").isEmpty();
            assertThat(after).as("what was handled is not written to").isEqualTo(this);
            return;
        }
        List<String> due = isDeleting
                ? List.of("delete_ok", "delete_retry")
                : handledSize == null
                        ? List.of("create_ok", "create_retry")
                        : List.of("update_ok", "update_retry", "update_size/spec.size");
        assertThat(calls).extracting(Call::handler).isSubsetOf(due);
        due.forEach(handler -> assertWentOn(
                handler,
                calls.stream().filter(call -> call.handler().equals(handler)).toList()));
        String change = isDeleting || handledSize == null ? "None -> None" : handledSize + " -> " + size;
        assertThat(calls).extracting(Call::change).containsOnly(change);
        if (after != null) {
            assertThat(after.results).as("results of %s", name).containsAllEntriesOf(results);
        }
    }

    private void assertWentOn(String handler, List<Call> calls) {
        Stored stored = records.get(handler.replace('/', '.'));
        if (stored != null && stored.success) {
            assertThat(calls).as("%s of %s had succeeded", handler, name).isEmpty();
            return;
        }
        int attempts = stored == null ? 0 : stored.retries;
        assertThat(calls).as("calls of %s of %s", handler, name).isNotEmpty();
        assertThat(calls)
                .as("attempts of %s of %s go on after %s", handler, name, attempts)
                .extracting(Call::retry)
                .containsExactlyElementsOf(IntStream.range(attempts, attempts + calls.size())
                        .boxed()
                        .toList());
        if (stored != null) {
            assertThat(calls)
                    .as("the start of %s of %s", handler, name)
                    .allSatisfy(call -> assertThat(call.started()).isEqualTo(stored.started, offset(1e-5)));
        }
        if (stored != null && stored.delayed != null) {
            assertThat(calls.get(0).at())
                    .as("the delay of %s of %s", handler, name)
                    .isGreaterThanOrEqualTo(stored.delayed);
        }
    }
}

package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a flight recording shows of cycles and writes (P7). */
class FlightRecordingTest {

    @TempDir
    private Path folder;

    @Test
    void P7_a_recording_shows_each_cycle_and_each_write() throws Exception {
        try (WidgetCluster cluster = new WidgetCluster();
                Recording recording = new Recording()) {
            recording.enable("kopf.Cycle").withoutThreshold();
            recording.enable("kopf.Write").withoutThreshold();
            recording.start();
            try (Operator operator = cluster.operator(
                    WidgetHandlers.on().create("made", (widget, ctx) -> 1).create("too", (widget, ctx) -> null))) {
                cluster.create("one", Map.of("size", "1Gi"));
                cluster.awaitHandled("one", "{\"spec\":{\"size\":\"1Gi\"}}");
            }
            recording.stop();
            List<RecordedEvent> events = events(recording);

            RecordedEvent cycle = named(events, "kopf.Cycle")
                    .filter(event -> "made, too".equals(event.getString("handlers")))
                    .findFirst()
                    .orElseThrow();
            assertThat(cycle.getString("object")).isEqualTo("default/one");
            assertThat(cycle.getString("kind")).isEqualTo("Widget");
            assertThat(cycle.getString("reason")).isEqualToIgnoringCase("create");
            assertThat(cycle.getString("outcome")).isEqualTo("SETTLED");
            assertThat(cycle.getInt("requests")).isEqualTo(2);
            assertThat(cycle.getLong("bytes")).isPositive();
            assertThat(cycle.getDuration()).isPositive();

            List<RecordedEvent> writes = named(events, "kopf.Write").toList();
            assertThat(writes).extracting(event -> event.getInt("status")).containsExactly(200, 200);
            assertThat(writes)
                    .extracting(event -> event.getString("subresource"))
                    .containsExactly("status", null);
            assertThat(writes.stream()
                            .mapToLong(event -> event.getLong("bytes"))
                            .sum())
                    .isEqualTo(cycle.getLong("bytes"));
        }
    }

    private static Stream<RecordedEvent> named(List<RecordedEvent> events, String name) {
        return events.stream().filter(event -> event.getEventType().getName().equals(name));
    }

    /** In the order in which they began: a file has them as the buffers of threads were written. */
    private List<RecordedEvent> events(Recording recording) throws IOException {
        Path file = folder.resolve("kopf.jfr");
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream()
                .sorted(Comparator.comparing(RecordedEvent::getStartTime))
                .toList();
    }
}

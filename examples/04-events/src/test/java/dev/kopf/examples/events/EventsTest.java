package dev.kopf.examples.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.testing.OperatorExtension;
import dev.kopf.v1.KopfExample;
import dev.kopf.v1.KopfExampleSpec;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventsTest {

    @RegisterExtension
    final OperatorExtension operator =
            OperatorExtension.of(new EventsOperator()).crds(Path.of("../crds")).settings(EventsOperator.SETTINGS);

    @Test
    void the_operators_events_and_the_frameworks_own_are_posted() {
        operator.client()
                .resource(KopfExample.builder()
                        .metadata(new ObjectMetaBuilder().withName("first").build())
                        .spec(KopfExampleSpec.builder().duration("soon").build())
                        .build())
                .create();
        operator.await("the events", () -> events().size() == 6);

        assertThat(events())
                .extracting(
                        event -> event.getInvolvedObject().getKind() + " " + event.getType() + " " + event.getReason())
                .containsExactlyInAnyOrder(
                        "KopfExample Normal Begun",
                        "KopfExample Error DateTimeParseException",
                        "KopfExample Warning Endless",
                        "KopfExample Advice Hint",
                        "ConfigMap Normal Made",
                        "KopfExample Normal Logging");
    }

    private List<Event> events() {
        return operator.client().v1().events().list().getItems();
    }
}

package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.handler.EventRecorder;
import dev.kopf.runtime.handler.Hierarchies;
import dev.kopf.runtime.handler.Thrown;
import dev.kopf.runtime.internal.client.EventSink;
import dev.kopf.runtime.internal.client.EventSubject;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.event.Level;

/** Posts the events of handlers (E-1, E-3). Safe for use by several threads. */
final class Recorder implements EventRecorder {

    private final EventSink sink;
    private final List<EventSubject> subjects;

    Recorder(EventSink sink, List<EventSubject> subjects) {
        this.sink = sink;
        this.subjects = subjects;
    }

    @Override
    public void event(String type, String reason, String message) {
        subjects.forEach(subject -> sink.post(subject, type, reason, message));
    }

    @Override
    public void info(String reason, String message) {
        event(Level.INFO, "Normal", reason, message);
    }

    @Override
    public void warn(String reason, String message) {
        event(Level.WARN, "Warning", reason, message);
    }

    @Override
    public void exception(String reason, String message, Throwable thrown) {
        String said = Thrown.message(thrown);
        String text = said == null ? thrown.getClass().getSimpleName() : said;
        event(Level.ERROR, "Error", reason, message.isEmpty() ? text : message + " " + text);
    }

    private void event(Level level, String type, String reason, String message) {
        if (sink.takes(level)) {
            event(type, reason, message);
        }
    }

    @Override
    public EventRecorder eventsOf(Object... objects) {
        List<EventSubject> others = new ArrayList<>();
        for (Object object : objects) {
            collect(object, others);
        }
        return new Recorder(sink, others);
    }

    private static void collect(Object object, List<EventSubject> subjects) {
        if (object instanceof Iterable<?> several) {
            several.forEach(each -> collect(each, subjects));
        } else {
            ObjectReference reference = Hierarchies.objectReference(object);
            subjects.add(new EventSubject(
                    reference.getApiVersion(),
                    reference.getKind(),
                    reference.getName(),
                    reference.getUid(),
                    reference.getNamespace()));
        }
    }
}

package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.resource.WatchEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** A watcher of widgets, and what it tells. */
final class WatchedWidgets implements Watcher.Listener {

    static final Duration INACTIVITY = Duration.ofSeconds(70);

    final FakeTimers timers = new FakeTimers();
    final FakeApi api = new FakeApi();
    final List<String> heard = new ArrayList<>();
    final List<WatchEvent> events = new ArrayList<>();
    final List<Set<String>> listed = new ArrayList<>();
    final List<Boolean> served = new ArrayList<>();
    final Watcher watcher;
    private String failing = "";

    WatchedWidgets() {
        this(() -> 0);
    }

    WatchedWidgets(DoubleSupplier chance) {
        watcher = new Watcher(
                WidgetHandlers.KIND,
                "default",
                new Watcher.Surroundings(api, timers, INACTIVITY, Duration.ofMillis(100), chance),
                this);
    }

    void start() {
        watcher.start();
        api.pump();
    }

    void advance(Duration time) {
        timers.advance(time);
        api.pump();
    }

    /** Sets the clock to another time, as administrators and NTP do. */
    void setClock(Duration by) {
        timers.jump(by);
    }

    WatchEvent last() {
        return events.get(events.size() - 1);
    }

    /** Whoever hears of the next event throws. */
    void failOnce() {
        failOnceAt("event");
    }

    /** Whoever is told of that throws: {@code served}, {@code event}, or {@code caught up}. */
    void failOnceAt(String what) {
        failing = what;
    }

    private void failAt(String what) {
        if (failing.equals(what)) {
            failing = "";
            throw new IllegalStateException("a bug");
        }
    }

    @Override
    public void onServed(ServedKind kind) {
        failAt("served");
        served.add(kind.statusSubresource());
    }

    @Override
    public void onHistoryRestored() {
        heard.add("HISTORY RESTORED");
    }

    @Override
    public void onCatchingUp(@Nullable String until) {
        failAt(until == null ? "behind" : "caught up");
        heard.add(until == null ? "BEHIND" : "BEHIND UNTIL " + until);
    }

    @Override
    public void onEvent(WatchEvent event) {
        failAt("event");
        heard.add(event.type() + " " + event.body().name());
        events.add(event);
    }

    @Override
    public void onListed(Set<String> uids) {
        listed.add(uids);
    }

    @Override
    public List<String> waiting() {
        return List.of("Widgets.onCreate", "Widgets.onDelete");
    }
}

package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.internal.client.Timers;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time after which something is done, and which stands still while it is suspended. A clock that is set makes it neither endless nor
 * longer than it was. To be used, and then done, with the monitor of its owner held.
 */
final class Countdown {

    private final Timers timers;
    private final Object owner;
    private final Runnable action;
    private Duration time = Duration.ZERO;

    /** How much of the time was suspended since the timer was set. */
    private Duration lost = Duration.ZERO;

    private Timers.@Nullable Timer timer;
    private @Nullable Instant suspended;
    private boolean rung;
    private boolean over = true;

    /** @param owner whose monitor guards it */
    Countdown(Timers timers, Object owner, Runnable action) {
        this.timers = timers;
        this.owner = owner;
        this.action = action;
    }

    void begin(Duration duration) {
        over = false;
        time = duration.isNegative() ? Duration.ZERO : duration;
        lost = Duration.ZERO;
        rung = false;
        timer = timers.after(time, this::ring);
    }

    void suspend() {
        suspended = timers.instant();
    }

    void resume() {
        if (suspended == null) {
            return;
        }
        lost = rung ? lost : lost.plus(since(suspended));
        suspended = null;
        if (rung && !over) {
            begin(time);
        }
    }

    void cancel() {
        over = true;
        if (timer != null) {
            timer.cancel();
        }
    }

    private void ring() {
        synchronized (owner) {
            if (over) {
                return;
            }
            Duration left = suspended == null ? lost : lost.plus(since(suspended));
            left = left.compareTo(time) < 0 ? left : time;
            if (suspended != null) {
                rung = true;
                time = left;
            } else if (!left.isZero()) {
                begin(left);
            } else {
                over = true;
                action.run();
            }
        }
    }

    private Duration since(Instant then) {
        Duration since = Duration.between(then, timers.instant());
        return since.isNegative() ? Duration.ZERO : since;
    }
}

package dev.kopf.runtime.internal.background;

import dev.kopf.runtime.handler.StopReason;
import dev.kopf.runtime.handler.Stopped;
import dev.kopf.runtime.internal.client.Timers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** The flag of one daemon or timer. Safe for use by several threads. */
final class StopSignal implements Stopped {

    private final Timers timers;
    private final EnumSet<StopReason> reasons = EnumSet.noneOf(StopReason.class);
    private final List<CountDownLatch> waiting = new ArrayList<>(0);

    StopSignal(Timers timers) {
        this.timers = timers;
    }

    /** Sets the flag, or adds to its reasons. */
    synchronized void set(StopReason... more) {
        reasons.addAll(List.of(more));
        waiting.forEach(CountDownLatch::countDown);
        waiting.clear();
    }

    @Override
    public synchronized boolean isSet() {
        return !reasons.isEmpty();
    }

    @Override
    public synchronized Set<StopReason> reasons() {
        return Collections.unmodifiableSet(reasons.clone());
    }

    @Override
    public boolean await(Duration time) throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        synchronized (this) {
            if (isSet() || time.isNegative() || time.isZero()) {
                return isSet();
            }
            waiting.add(latch);
        }
        Timers.Timer timer = timers.after(time, latch::countDown);
        try {
            latch.await();
        } finally {
            timer.cancel();
            synchronized (this) {
                waiting.remove(latch);
            }
        }
        return isSet();
    }
}

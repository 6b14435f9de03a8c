package dev.kopf.runtime.simulation;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The right of one real thread to run. */
class Turn {

    @Nullable
    volatile Thread thread;

    private volatile boolean mine;

    final void give() {
        mine = true;
        LockSupport.unpark(thread);
    }

    final void await() {
        while (!mine) {
            LockSupport.park(this);
        }
        mine = false;
    }
}

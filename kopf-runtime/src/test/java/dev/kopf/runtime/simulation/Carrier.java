package dev.kopf.runtime.simulation;

import org.jspecify.annotations.Nullable;

/** A real thread that carries one fiber after the other, of one history after the other. */
final class Carrier extends Turn implements Runnable {

    private @Nullable Scheduler scheduler;
    private @Nullable Fiber next;

    static Carrier start() {
        Carrier carrier = new Carrier();
        Thread thread = new Thread(carrier, "simulated");
        thread.setDaemon(true);
        carrier.thread = thread;
        thread.start();
        return carrier;
    }

    void carry(Scheduler its, Fiber fiber) {
        scheduler = its;
        next = fiber;
    }

    @Override
    public void run() {
        while (true) {
            await();
            Fiber fiber = next;
            next = null;
            Scheduler its = scheduler;
            while (fiber != null && its != null) {
                fiber.turn = this;
                its.run(fiber);
                fiber = its.driveIdle(this);
            }
        }
    }
}

package dev.kopf.runtime.simulation;

import java.util.concurrent.CompletableFuture;

/** A future whose waiter gives the baton away. */
final class Answer<T> extends CompletableFuture<T> {

    private final Scheduler scheduler;

    Answer(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new Answer<>(scheduler);
    }

    @Override
    public T join() {
        Fiber me = scheduler.current();
        if (!isDone() && me != null) {
            var unused = whenComplete((value, failure) -> scheduler.wake(me));
        }
        while (!isDone()) {
            scheduler.park();
        }
        return super.join();
    }
}

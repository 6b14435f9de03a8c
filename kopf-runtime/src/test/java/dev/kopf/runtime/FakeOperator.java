package dev.kopf.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** An operator that does nothing but say what is asked of it. */
class FakeOperator implements Launcher, Launcher.Launched {

    final List<Collection<String>> launches = new ArrayList<>();
    final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public Launched launch(Collection<String> namespaces) {
        launches.add(List.copyOf(namespaces));
        return this;
    }

    @Override
    public void start() {}

    @Override
    public void join() throws InterruptedException {}

    @Override
    public void close() {
        closed.countDown();
    }
}

package dev.kopf.runtime;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** An operator that does nothing but say what is asked of it. */
class FakeOperator implements Launcher, Launcher.Launched {

    final List<Collection<String>> launches = new ArrayList<>();
    final List<Settings.Peering> peerings = new ArrayList<>();

    @Nullable
    URI liveness;

    final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public Launched launch(Settings settings, Collection<String> namespaces) {
        peerings.add(settings.peering());
        liveness = settings.liveness();
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

package dev.kopf.runtime.simulation;

import dev.kopf.runtime.handler.IndexView;
import dev.kopf.runtime.handler.Lifecycle;
import dev.kopf.runtime.handler.Registry;
import dev.kopf.runtime.internal.client.EventSink;
import dev.kopf.runtime.internal.client.Patcher;
import dev.kopf.runtime.internal.client.Watcher;
import dev.kopf.runtime.internal.execution.BodyMapper;
import dev.kopf.runtime.internal.execution.HandlerExecutor;
import dev.kopf.runtime.internal.execution.Memos;
import dev.kopf.runtime.internal.execution.Services;
import dev.kopf.runtime.internal.execution.Shared;
import dev.kopf.runtime.internal.indexing.OperatorIndexes;
import dev.kopf.runtime.internal.reactor.Collaborators;
import dev.kopf.runtime.internal.reactor.Pools;
import dev.kopf.runtime.internal.reactor.Reactor;
import dev.kopf.runtime.internal.reactor.WaitingStates;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.resource.NamespaceChoice;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** One life of an operator, from its start to its crash or its end. */
final class Life {

    private static final BodyMapper MAPPER = new BodyMapper();
    private static final Duration GRACE = Duration.ofSeconds(20);

    final int operator;
    final int number;
    final SimulatedTimers timers;
    final SimulatedThreads threads;
    final SimulatedTransport transport;
    private final History history;
    private final Reactor reactor;
    private final OperatorIndexes indexes;
    private boolean dead;
    private boolean stopping;
    private boolean interrupting;

    Life(History history, int operator, int number, Duration clock) {
        this.history = history;
        this.operator = operator;
        this.number = number;
        Scheduler scheduler = history.scheduler;
        SplittableRandom chance = history.chance.split();
        timers = new SimulatedTimers(scheduler, this, clock);
        threads = new SimulatedThreads(scheduler, this);
        transport = new SimulatedTransport(history, this);
        Plan.Setting setting = history.plan.setting();
        Persistence persistence = persistence(operator, setting.stateInStatus());
        Registry registry = Registry.of(List.of(new ScriptedHandlers(history, this)));
        indexes = new OperatorIndexes(registry.indexes());
        Services services = new Services(
                timers,
                chance::nextDouble,
                () -> {
                    throw new IllegalStateException("no client here");
                },
                MAPPER,
                () -> interrupting,
                EventSink.NONE,
                new Shared(new Memos(), indexes));
        reactor = new Reactor(
                registry,
                setting.byNamespace() ? NamespaceChoice.ofNames("default", "other") : NamespaceChoice.CLUSTER,
                new Collaborators(
                        new HandlerExecutor(services),
                        new Patcher(transport, persistence.finalizer(), persistence.isInStatus()),
                        persistence,
                        timers,
                        chance::nextDouble,
                        Lifecycle.named(setting.lifecycle()),
                        Duration.ofMillis(setting.checkpoint()),
                        new WaitingStates(setting.room()),
                        () -> stopping || dead),
                new Watcher.Surroundings(
                        transport, timers, Duration.ofSeconds(70), Duration.ofMillis(100), chance::nextDouble),
                new Pools(threads, threads));
    }

    private static Persistence persistence(int operator, boolean inStatus) {
        Names names = Names.of(operator);
        Persistence persistence =
                inStatus ? Persistence.status(names.statusField()) : Persistence.annotations(names.prefix());
        return persistence.withFinalizer(names.finalizer());
    }

    /** What an operator calls its own. */
    record Names(String prefix, String finalizer, String statusField) {
        private static final Names FIRST =
                new Names("kopf.zalando.org", "kopf.zalando.org/KopfFinalizerMarker", "kopf");
        private static final Names SECOND =
                new Names("second.example.org", "second.example.org/KopfFinalizerMarker", "second");

        static Names of(int operator) {
            return operator == 0 ? FIRST : SECOND;
        }
    }

    void start() {
        history.tell("operator " + name() + " starts");
        history.oracle.started(this);
        if (history.isPaused(operator)) {
            pause(true);
        }
        reactor.start();
    }

    /** Makes way for a peer, or goes on. */
    void pause(boolean is) {
        if (dead || stopping) {
            return;
        }
        history.tell("operator " + name() + (is ? " pauses" : " goes on"));
        if (is) {
            reactor.pause();
        } else {
            reactor.resume(true);
        }
    }

    String name() {
        return (operator + 1) + "." + number;
    }

    boolean isDead() {
        return dead;
    }

    boolean isStopping() {
        return stopping;
    }

    boolean isInterrupting() {
        return interrupting;
    }

    void crash() {
        history.tell("operator " + name() + " crashes");
        die();
    }

    /** Ends without a word: nothing of it is heard any more. */
    void die() {
        dead = true;
        transport.die();
        threads.killAll();
    }

    /** Ends as on SIGTERM, and tells when that is over. */
    void stop(Runnable over) {
        history.tell("operator " + name() + " is told to stop");
        stopping = true;
        threads.start(() -> {
            try {
                reactor.stop(GRACE, () -> interrupting = true);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (!dead) { // else it has crashed in its last writes, and another one is on its way
                history.tell("operator " + name() + " has stopped");
                die();
                over.run();
            }
        });
    }

    IndexView<String, String> index() {
        return indexes.index(Indexed.BY_SIZE);
    }

    Reactor reactor() {
        return reactor;
    }
}

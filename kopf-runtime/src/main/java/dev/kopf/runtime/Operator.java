package dev.kopf.runtime;

import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.handler.Registry;
import dev.kopf.runtime.internal.client.AccessCheck;
import dev.kopf.runtime.internal.client.Connection;
import dev.kopf.runtime.internal.client.EventPoster;
import dev.kopf.runtime.internal.client.Patcher;
import dev.kopf.runtime.internal.client.SystemTimers;
import dev.kopf.runtime.internal.client.Watcher;
import dev.kopf.runtime.internal.execution.BodyMapper;
import dev.kopf.runtime.internal.execution.HandlerExecutor;
import dev.kopf.runtime.internal.execution.ResultTypes;
import dev.kopf.runtime.internal.execution.Services;
import dev.kopf.runtime.internal.reactor.Collaborators;
import dev.kopf.runtime.internal.reactor.Reactor;
import dev.kopf.runtime.internal.reactor.Threads;
import dev.kopf.runtime.internal.reactor.WaitingStates;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.progress.RecordPlaces;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running operator: watches the kinds that its handlers are for, and calls them. One that is made is started once and closed once.
 *
 * <p>Safe for use by several threads.
 *
 * <p><b>Guarantees:</b> handlers of one object are called one after the other, those of different objects beside each other (P2); every
 * change is handled or visibly retried (P1). <b>Assumes</b> that handlers may be called more than once for one change: after a
 * crash between their end and the write that remembers it.
 */
public final class Operator implements AutoCloseable {

    static {
        Threads.prepare();
    }

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.operator");

    private final Settings settings;
    private final Connection connection;
    private final SystemTimers timers = new SystemTimers();
    private final Reactor reactor;
    private final AccessCheck access;
    private final Collection<String> namespaces;
    private final HandlerExecutor executor;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicBoolean interrupting = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Operator(Registry registry, Builder builder, Connection connection) {
        this.settings = builder.settings;
        this.connection = connection;
        DoubleSupplier chance = () -> ThreadLocalRandom.current().nextDouble();
        Settings.Timing timing = settings.timing();
        Persistence persistence = builder.persistence != null ? builder.persistence : persistence(settings);
        registry.kinds().forEach(kind -> RecordPlaces.requireApart(persistence, kind));
        Services services = new Services(
                timers, chance, connection::client, new BodyMapper(), interrupting::get, events(settings.posting()));
        this.executor = new HandlerExecutor(services);
        this.access = new AccessCheck(connection.transport(), timers);
        this.namespaces = builder.namespaces;
        this.reactor = new Reactor(
                registry,
                builder.namespaces,
                new Collaborators(
                        executor,
                        new Patcher(connection.transport(), persistence.finalizer(), persistence.isInStatus()),
                        persistence,
                        timers,
                        chance,
                        settings.lifecycle(),
                        timing.checkpointInterval(),
                        WaitingStates.ofHeap(),
                        stopping::get),
                new Watcher.Surroundings(
                        connection.transport(),
                        timers,
                        timing.inactivityTimeout(),
                        timing.reconnectBackoff(),
                        chance,
                        access),
                Threads.perTask(timers));
    }

    private EventPoster events(Settings.Posting posting) {
        return new EventPoster(
                connection.transport(),
                timers,
                new EventPoster.Options(
                        posting.enabled(),
                        posting.loggers(),
                        posting.level(),
                        new EventPoster.Source(posting.reportingComponent(), posting.reportingInstance()),
                        posting.eventNamePrefix()));
    }

    private static Persistence persistence(Settings settings) {
        Persistence persistence = switch (settings.stateLocation()) {
            case ANNOTATIONS -> Persistence.annotations(settings.identity());
            case STATUS -> Persistence.status(statusName(settings));
            case BOTH -> Persistence.both(settings.identity(), statusName(settings));
        };
        return persistence.withFinalizer(settings.finalizer()).ignoring(settings.ignoredFields());
    }

    /** Kopf's name for Kopf's identity; another identity keeps its state under a name of its own. */
    private static String statusName(Settings settings) {
        boolean usual = settings.identity().equals(Settings.defaults().identity());
        return usual ? "kopf" : settings.identity();
    }

    /** Begins the description of an operator. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Begins to watch, in threads of its own, and returns at once. What the API server does not give is asked for again. Does nothing
     * where the operator was closed before.
     */
    public void start() {
        if (stopping.get()) {
            return;
        }
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException("An operator is started once.");
        }
        LOGGER.info("Starting with the API server at {}.", connection.server());
        reactor.start();
        if (settings.posting().enabled()) {
            askForEvents();
        }
    }

    private void askForEvents() {
        if (namespaces.isEmpty()) {
            access.accept(new AccessCheck.Need("create", AccessCheck.EVENTS, null, null));
        }
        namespaces.forEach(
                namespace -> access.accept(new AccessCheck.Need("create", AccessCheck.EVENTS, null, namespace)));
    }

    /**
     * Waits until every object that there is has been seen once.
     *
     * @return whether that was so within the time
     */
    public boolean awaitReady(Duration time) throws InterruptedException {
        return reactor.awaitListed(time);
    }

    /** How many handlers run now that have been running for so long that the log tells of them: for two minutes and more. */
    public int longRunningHandlers() {
        return executor.longRunning();
    }

    /** How many objects are left alone until they change, as they are nested too deeply to be handled; the log and an event name each. */
    public int parkedObjects() {
        return reactor.parked();
    }

    /** Waits until the operator is closed. */
    public void join() throws InterruptedException {
        stopped.await();
    }

    /**
     * Stops: no further handler is called, those that run get the grace period of the {@link Settings}, and what they finished is
     * stored (R8). Returns when all that is over. May be called again.
     */
    @Override
    public void close() {
        if (!stopping.compareAndSet(false, true)) {
            awaitStopped();
            return;
        }
        try {
            if (started.get() && !reactor.stop(settings.gracePeriod(), () -> interrupting.set(true))) {
                LOGGER.warn(
                        "Handlers were still running after the grace period of {} s; they are called again after the next start.",
                        settings.gracePeriod().toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            timers.close();
            connection.close();
            stopped.countDown();
            LOGGER.info("Stopped.");
        }
    }

    private void awaitStopped() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The description of an operator. Not safe for use by several threads. */
    public static final class Builder {

        private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

        private final List<HandlerSource> sources = new ArrayList<>();
        private Collection<String> namespaces = List.of();
        private Settings settings = Settings.defaults();
        private @Nullable Persistence persistence;
        private @Nullable String kubeconfig;

        private Builder() {}

        /** Adds handlers; they run in the order in which they were added. */
        public Builder handlers(HandlerSource... handlers) {
            return handlers(Arrays.asList(handlers));
        }

        /** Adds handlers; they run in the order in which they were added. */
        public Builder handlers(Collection<? extends HandlerSource> handlers) {
            sources.addAll(handlers);
            return this;
        }

        /**
         * The namespaces to watch; empty, as it is at first, for the whole cluster.
         *
         * @throws IllegalArgumentException if one can be no name of a namespace: nothing would ever be handled there
         */
        public Builder namespaces(Collection<String> names) {
            for (String name : names) {
                if (!NAMESPACE.matcher(name).matches()) {
                    throw new IllegalArgumentException(
                            "The name of a namespace has at most 63 small letters, digits and '-' inside; there are no"
                                    + " patterns. Name each namespace, not: '" + name + "'");
                }
            }
            namespaces = new LinkedHashSet<>(names);
            return this;
        }

        /** How the operator works, beside its handlers. */
        public Builder settings(Settings values) {
            settings = values;
            return this;
        }

        /**
         * What is kept on objects, and where, instead of what identity, finalizer, location and ignored fields of the settings say: for
         * other names, such as those of an operator in Kopf that has set its own, and for storages of the author's (S-22).
         */
        public Builder persistence(Persistence values) {
            persistence = values;
            return this;
        }

        /** The text of the kubeconfig to use, instead of the one that the environment names. */
        public Builder kubeconfig(String text) {
            kubeconfig = text;
            return this;
        }

        /**
         * The operator, not started yet.
         *
         * @throws IllegalArgumentException if handlers are declared wrongly, or there are none; the message names them
         * @throws OperatorException if no cluster is configured
         */
        public Operator build() {
            if (sources.isEmpty()) {
                throw new IllegalArgumentException("An operator needs at least one handler.");
            }
            Registry registry = Registry.of(sources);
            ResultTypes.check(registry, new BodyMapper());
            return new Operator(registry, this, connection());
        }

        private Connection connection() {
            try {
                return kubeconfig != null
                        ? Connection.of(kubeconfig)
                        : Connection.fromEnvironment(System.getenv(), Path.of(System.getProperty("user.home")));
            } catch (IllegalArgumentException e) {
                throw new OperatorException(String.valueOf(e.getMessage()), e);
            }
        }
    }
}

package dev.kopf.runtime;

import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.handler.IndexName;
import dev.kopf.runtime.handler.IndexView;
import dev.kopf.runtime.handler.OperatorMemo;
import dev.kopf.runtime.handler.OperatorMemos;
import dev.kopf.runtime.handler.Registry;
import dev.kopf.runtime.internal.client.AccessCheck;
import dev.kopf.runtime.internal.client.Connection;
import dev.kopf.runtime.internal.client.Ending;
import dev.kopf.runtime.internal.client.EventPoster;
import dev.kopf.runtime.internal.client.Outage;
import dev.kopf.runtime.internal.client.Patcher;
import dev.kopf.runtime.internal.client.SystemTimers;
import dev.kopf.runtime.internal.client.Watcher;
import dev.kopf.runtime.internal.execution.BodyMapper;
import dev.kopf.runtime.internal.execution.HandlerExecutor;
import dev.kopf.runtime.internal.execution.LoginHandlers;
import dev.kopf.runtime.internal.execution.Memos;
import dev.kopf.runtime.internal.execution.Probes;
import dev.kopf.runtime.internal.execution.ResultTypes;
import dev.kopf.runtime.internal.execution.Services;
import dev.kopf.runtime.internal.execution.Shared;
import dev.kopf.runtime.internal.indexing.OperatorIndexes;
import dev.kopf.runtime.internal.peering.Identity;
import dev.kopf.runtime.internal.peering.Peering;
import dev.kopf.runtime.internal.reactor.Collaborators;
import dev.kopf.runtime.internal.reactor.Entrance;
import dev.kopf.runtime.internal.reactor.Pools;
import dev.kopf.runtime.internal.reactor.Reactor;
import dev.kopf.runtime.internal.reactor.Threads;
import dev.kopf.runtime.internal.reactor.WaitingStates;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.progress.RecordPlaces;
import dev.kopf.runtime.progress.UnsettledObject;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.NamespaceChoice;
import dev.kopf.runtime.resource.NamespacePattern;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
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
    private final BodyMapper mapper = new BodyMapper();
    private final Connection connection;
    private final SystemTimers timers = new SystemTimers();

    /** Their thread waits for nobody: neither for a log nor for an object that a handler holds. */
    private final SystemTimers rescues = new SystemTimers("kopf-rescues");

    private final Reactor reactor;
    private final @Nullable Peering peering;
    private final AccessCheck access;
    private final NamespaceChoice namespaces;
    private final HandlerExecutor executor;
    private final Memos memos = new Memos();
    private final OperatorIndexes indexes;
    private final Lifespan lifespan;
    private final Probes probes;
    private final Instant made;
    private final AtomicReference<@Nullable ProbeServer> probeServer = new AtomicReference<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicBoolean interrupting = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Operator(Registry registry, Builder builder) {
        this.settings = builder.settings;
        DoubleSupplier chance = () -> ThreadLocalRandom.current().nextDouble();
        Settings.Timing timing = settings.timing();
        Persistence persistence = builder.persistence != null ? builder.persistence : persistence(settings);
        registry.kinds().forEach(kind -> RecordPlaces.requireApart(persistence, kind));
        this.indexes = new OperatorIndexes(registry.indexes());
        builder.memos.forEach(each -> each.accept(memos));
        this.connection = builder.connection(
                registry, new LoginHandlers.Around(timers, chance, mapper, new Shared(memos, indexes)));
        Services services = new Services(
                timers,
                chance,
                connection::client,
                mapper,
                interrupting::get,
                events(settings.posting()),
                new Shared(memos, indexes));
        this.executor = new HandlerExecutor(services);
        this.lifespan = new Lifespan(registry, services, settings);
        this.probes = new Probes(registry.probes(), services, Lifespan::inThread);
        this.made = timers.instant();
        this.access = new AccessCheck(connection.transport(), timers);
        this.namespaces = NamespaceChoice.of(builder.namespaces);
        Watcher.Surroundings surroundings = new Watcher.Surroundings(
                connection.transport(), timers, timing.inactivityTimeout(), timing.reconnectBackoff(), chance, access);
        Pools threads = Pools.of(rescues);
        this.reactor = new Reactor(
                registry,
                namespaces,
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
                surroundings,
                threads);
        this.peering = settings.peering().standalone() ? null : peering(surroundings, threads.handlers());
    }

    private Peering peering(Watcher.Surroundings surroundings, Executor threads) {
        Settings.Peering wanted = settings.peering();
        return new Peering(
                new Peering.Options(
                        wanted.name(),
                        wanted.priority(),
                        wanted.lifetime(),
                        wanted.mandatory(),
                        wanted.clusterwide(),
                        wanted.stealth()),
                namespaces,
                surroundings,
                () -> CompletableFuture.supplyAsync(
                        () -> Identity.ofOperator(System.getenv(), timers.instant(), surroundings.chance()), threads),
                reactor);
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
     * Calls the handlers of the operator's own start, where there are any, and waits for them (L-1), and for credentials, where handlers give
     * them (AU-1); then begins to watch, in threads of its
     * own, and returns at once. What the API server does not give is asked for again. Does nothing where the operator was closed
     * before; where it is closed meanwhile, it returns without having begun.
     *
     * @throws OperatorException if a handler of the start has failed for good, or not succeeded in time, or the handlers for login
     *     have given no credentials; the operator is closed then
     */
    public void start() {
        if (stopping.get()) {
            return;
        }
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException("An operator is started once.");
        }
        LOGGER.info("Starting with the API server at {}.", connection.server());
        answerProbes();
        List<String> failures = lifespan.start();
        if (failures.isEmpty()) {
            failures = lifespan.logIn(connection::logIn);
        }
        if (!failures.isEmpty()) {
            close();
            throw new OperatorException(String.join(" ", failures));
        }
        boolean begun = lifespan.begin(this::watch);
        if (begun && settings.posting().enabled()) {
            askForEvents();
        }
    }

    /** From the beginning on: a start that takes its time is no reason to be killed. */
    private void answerProbes() {
        URI liveness = settings.liveness();
        if (liveness == null) {
            return;
        }
        try {
            probeServer.set(ProbeServer.start(ProbeEndpoint.of(liveness), probes, this::health, timers::late));
        } catch (OperatorException e) {
            close();
            throw e;
        }
        if (stopping.get()) {
            endProbes(); // whoever has closed the operator meanwhile has found no server, perhaps
        }
    }

    private void endProbes() {
        ProbeServer server = probeServer.getAndSet(null);
        if (server != null) {
            server.close();
        }
    }

    private void watch() {
        if (peering != null) {
            peering.start();
        }
        reactor.start(new Entrance() {
            @Override
            public CompletableFuture<?> enter(String namespace) {
                if (settings.posting().enabled()) {
                    askForEvents(namespace);
                }
                return peering == null ? CompletableFuture.completedFuture(null) : peering.enter(namespace);
            }

            @Override
            public void leave(String namespace) {
                if (peering != null) {
                    peering.leave(namespace);
                }
                access.forget(namespace);
            }
        });
    }

    private void askForEvents() {
        if (namespaces.isCluster()) {
            askForEvents(null);
        }
        namespaces.names().forEach(this::askForEvents);
    }

    private void askForEvents(@Nullable String namespace) {
        access.accept(new AccessCheck.Need("create", AccessCheck.EVENTS, null, namespace));
    }

    /**
     * Waits until every object that there is has been seen once.
     *
     * @return whether that was so within the time
     */
    public boolean awaitReady(Duration time) throws InterruptedException {
        return reactor.awaitListed(time);
    }

    /**
     * Whether nothing is owed to an object as it is given: no handler is to be called for it, now or later. For tests, and for who waits
     * until what he has changed has been handled. Where indexes are filled from its kind, it may come to be so without any change of the
     * object: whoever waits asks again.
     *
     * @param object as it was read from the cluster
     * @return false also for an object of a kind that no handler is for
     */
    public boolean hasHandled(HasMetadata object) {
        return reactor.hasHandled(new Body(Json.map(mapper.encode(object))));
    }

    /** How many handlers run now that have been running for so long that the log tells of them: for two minutes and more. */
    public int longRunningHandlers() {
        return executor.longRunning();
    }

    /** How many objects are left alone until they change, as they are nested too deeply to be handled; the log and an event name each. */
    public int parkedObjects() {
        return reactor.parked();
    }

    /**
     * The objects that the operator is not done with: those whose handlers (of indexes, too) are at work, that wait for their turn or for
     * a retry, and those whose handling could not be stored yet (P7). Costs a look at each object that is known; each is told as it is when
     * it is looked at.
     */
    public List<UnsettledObject> unsettledObjects() {
        return reactor.unsettled();
    }

    /**
     * Whether the operator makes way for another one (N-9): it watches, and calls no further handlers until that one is gone. It also does
     * in its first moments, until it is known who is there.
     */
    public boolean isPaused() {
        return peering != null && peering.isPaused();
    }

    /**
     * Something that the operator's handlers share, for the application that it is a part of (M-1).
     *
     * @see OperatorMemos#memo(OperatorMemo)
     */
    public <T> T memo(OperatorMemo<T> memo) {
        return memos.memo(memo);
    }

    /**
     * What an index has at this moment, for the application that the operator is a part of (I-1).
     *
     * @throws IllegalArgumentException if no handler fills it
     */
    public <K, V extends @Nullable Object> IndexView<K, V> index(IndexName<K, V> name) {
        return indexes.index(name);
    }

    /**
     * Whether the operator works, and what it waits for (P7, R2): what {@code /readyz} answers where {@link Settings#liveness} is set, and
     * what an adapter gives to another framework's health. Costs a look at each watch.
     */
    public Health health() {
        List<Health.Waiting> waiting = new ArrayList<>();
        if (stopping.get()) {
            waiting.add(new Health.Waiting("the operator", "It is stopping, or has stopped.", timers.instant()));
        } else if (!lifespan.hasBegun()) {
            waiting.add(new Health.Waiting("the operator", "Its start has not come to its end.", made));
        }
        Outage login = connection.outage();
        if (login != null) {
            waiting.add(new Health.Waiting(login.what(), login.why(), login.since()));
        }
        reactor.outages().forEach(one -> waiting.add(new Health.Waiting(one.what(), one.why(), one.since())));
        return new Health(waiting.isEmpty(), isPaused(), waiting);
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
            Ending.step(this::endWork);
            if (started.get() && peering != null) {
                Ending.step(peering::leave); // when no handler runs any more, as others begin then
            }
            if (started.get()) {
                Ending.step(lifespan::cleanUp);
            }
            Ending.step(this::endProbes);
            Ending.step(timers::close);
            Ending.step(rescues::close);
            Ending.step(connection::close);
            // Who waits for the end may end the process, and nothing would be said any more.
            Ending.step(() -> LOGGER.info("Stopped."));
        } finally {
            stopped.countDown();
        }
    }

    private void endWork() {
        try {
            if (lifespan.end() && !reactor.stop(settings.gracePeriod(), () -> interrupting.set(true))) {
                LOGGER.warn(
                        "Handlers were still running after the grace period of {} s; they are called again after the next start.",
                        settings.gracePeriod().toSeconds());
                tellOfBackground();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Who ignores all of it ends with the process (B-14). */
    private void tellOfBackground() {
        List<String> running = reactor.background();
        if (!running.isEmpty()) {
            LOGGER.warn(
                    "{} daemons and timers still run, and end with the process, such as: {}",
                    running.size(),
                    running.subList(0, Math.min(10, running.size())));
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

        private final List<HandlerSource> sources = new ArrayList<>();
        private List<NamespacePattern> namespaces = List.of();
        private Settings settings = Settings.defaults();
        private @Nullable Persistence persistence;
        private @Nullable String kubeconfig;
        private final List<Consumer<Memos>> memos = new ArrayList<>();

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
         * The namespaces to serve; empty, as it is at first, for the whole cluster. Each is the name of one, or a pattern such as
         * {@code app-*,!*-test}, whose namespaces are served as they come and go (F-31): for that the operator needs the right to list and
         * to watch namespaces.
         *
         * @throws IllegalArgumentException if one can be none: nothing would ever be handled there
         */
        public Builder namespaces(Collection<String> namesAndPatterns) {
            namespaces = namesAndPatterns.stream().map(NamespacePattern::ofUser).toList();
            return this;
        }

        /** As {@link #namespaces(Collection)}, also by expressions: {@code NamespacePattern.of(Pattern.compile("app-[0-9]+"))}. */
        public Builder namespaces(NamespacePattern... patterns) {
            namespaces = List.of(patterns);
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

        /** Something that the handlers are to share from the start, instead of what the memo would make (M-2). */
        public <T> Builder memo(OperatorMemo<T> memo, T value) {
            Objects.requireNonNull(value, "value");
            memos.add(all -> all.put(memo, value));
            return this;
        }

        /** The text of the kubeconfig to use, instead of the one that the environment names, and of what handlers for login give. */
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
            return new Operator(registry, this);
        }

        private Connection connection(Registry registry, LoginHandlers.Around around) {
            return kubeconfig == null ? Connections.of(registry.logins(), around) : Connections.of(kubeconfig);
        }
    }
}

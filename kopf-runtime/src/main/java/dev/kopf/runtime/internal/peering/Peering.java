package dev.kopf.runtime.internal.peering;

import dev.kopf.runtime.internal.client.BoundedTransport;
import dev.kopf.runtime.internal.client.Ending;
import dev.kopf.runtime.internal.client.KindFinder;
import dev.kopf.runtime.internal.client.ObjectName;
import dev.kopf.runtime.internal.client.ServedKind;
import dev.kopf.runtime.internal.client.StatusFields;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.internal.client.Watcher;
import dev.kopf.runtime.internal.peering.PeeringRules.Self;
import dev.kopf.runtime.resource.NamespaceChoice;
import dev.kopf.runtime.resource.ResourceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An operator among its peers (N-2, N-8, N-9): finds the peering objects, meets the others there, and says when to pause and when to go on.
 * The operator pauses from the beginning until it is known whether there are peers, which takes a request where there is no kind of peering
 * objects. What is missing is looked for again, and is honoured when it appears.
 *
 * <p>Safe for use by several threads.
 */
public final class Peering {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.peering");

    /** How often it is asked whether the kind was installed meanwhile. */
    private static final Duration SEARCH = Duration.ofSeconds(60);

    /** The same while the operator waits for it, or nothing is known. */
    private static final Duration SEARCH_IN_NEED = Duration.ofSeconds(5);

    /** For how long nothing is done while it is not known who is there, as it is forbidden to look, perhaps. */
    private static final Duration UNKNOWN = Duration.ofSeconds(10);

    private static final Duration LAST_WRITES = Duration.ofSeconds(2);

    private final Options options;
    private final boolean isClusterwide;

    /** Those that are served from the start on. */
    private final List<@Nullable String> namespaces = new ArrayList<>();

    private final Watcher.Surroundings surroundings;

    /** By which it is looked who is there. */
    private final BoundedTransport looks;

    private final Timers timers;
    private final Supplier<CompletableFuture<String>> identity;
    private final Pausable operator;
    private final KindFinder finder;
    private final List<ResourceKind> kinds;
    private final Instant started;

    private final Object lock = new Object();
    private final List<Meeting> meetings = new ArrayList<>();

    /** The namespaces that have come since. */
    private final Map<String, Arrival> arrivals = new LinkedHashMap<>();

    /** The kinds of peering objects that the cluster serves. */
    private final Map<ResourceKind, ServedKind> served = new LinkedHashMap<>();

    private @Nullable CompletableFuture<String> named;

    /** Whether to wait until it is known who is there. */
    private boolean isPatient = true;

    private boolean searched;
    private boolean paused;

    /** Whether the operator was told last to pause; null where it has not heard that to its end. */
    private @Nullable Boolean told = false;

    /** Whether there was somebody to make way for since it has paused. */
    private boolean madeWay;

    private boolean closed;
    private String said = "";
    private Timers.@Nullable Timer searching;
    private Timers.@Nullable Timer patience;

    /**
     * What an operator wants of its peers.
     *
     * @param name of the peering objects
     * @param isMandatory whether it pauses where there is no object
     * @param isClusterwide whether it meets the others at the object of the cluster though it serves namespaces
     * @param isStealthy whether nothing is said of writes that just keep its record alive
     */
    public record Options(
            String name,
            int priority,
            Duration lifetime,
            boolean isMandatory,
            boolean isClusterwide,
            boolean isStealthy) {}

    /** What pauses. Its methods return at once, and are called one after the other. */
    public interface Pausable {
        /** Begins nothing more, and forgets nothing. */
        void pause();

        /**
         * Goes on.
         *
         * @param afterOthers whether others have worked meanwhile: what was known before is not what there is
         */
        void resume(boolean afterOthers);
    }

    /**
     * @param choice which namespaces the operator serves
     * @param identity its name among its peers; asked for when there is a kind of peering objects
     */
    public Peering(
            Options options,
            NamespaceChoice choice,
            Watcher.Surroundings surroundings,
            Supplier<CompletableFuture<String>> identity,
            Pausable operator) {
        this.options = options;
        this.isClusterwide = options.isClusterwide() || choice.isCluster();
        if (isClusterwide) {
            namespaces.add(null);
        } else {
            namespaces.addAll(choice.names());
        }
        this.kinds = PeeringKinds.of(isClusterwide);
        this.looks = new BoundedTransport(surroundings.transport());
        this.surroundings = surroundings;
        this.timers = surroundings.timers();
        this.identity = identity;
        this.operator = operator;
        this.finder = new KindFinder(surroundings.transport());
        this.started = timers.instant();
    }

    /** Begins; the operator pauses when this returns, unless it is known already that it need not. */
    public void start() {
        synchronized (lock) {
            update();
        }
        search();
    }

    /** Whether the operator pauses. */
    public boolean isPaused() {
        synchronized (lock) {
            return paused;
        }
    }

    /**
     * A namespace is there that is to be served.
     *
     * @return complete when it may be: it is known who is there, or was not to be known in time; where an object is mandatory, there is one
     */
    public CompletableFuture<?> enter(String namespace) {
        Arrival arrival = new Arrival();
        List<ServedKind> kinds;
        synchronized (lock) {
            if (isClusterwide || closed) {
                return CompletableFuture.completedFuture(null);
            }
            arrivals.put(namespace, arrival);
            whenUnknownForLong(arrival::waitUntil, arrival::losePatience);
            kinds = List.copyOf(served.values());
            update();
        }
        if (!kinds.isEmpty()) {
            approach(kinds);
        }
        return arrival.entered();
    }

    /** A namespace is gone, and with it whatever we had written there. */
    public void leave(String namespace) {
        Arrival arrival;
        synchronized (lock) {
            arrival = arrivals.remove(namespace);
            if (arrival == null) {
                return;
            }
            arrival.end();
            meetings.removeAll(arrival.meetings());
            update();
        }
        for (Meeting meeting : arrival.meetings()) {
            meeting.close();
            meeting.object().abandon();
        }
    }

    /**
     * With the lock held: waits for what is to be known, as long as the server answers those whose turn comes before.
     *
     * @param keep takes the timer, each time it is wound up
     */
    private void whenUnknownForLong(Consumer<Timers.Timer> keep, Runnable losePatience) {
        long before = looks.answered();
        keep.accept(timers.after(UNKNOWN, () -> {
            synchronized (lock) {
                if (looks.isCrowded() && looks.answered() != before) {
                    whenUnknownForLong(keep, losePatience);
                } else {
                    losePatience.run();
                    update();
                }
            }
        }));
    }

    private void search() {
        try {
            CompletableFuture<Void> unused =
                    finder.find(kinds).thenAccept(this::found).exceptionally(this::notFound);
        } catch (Throwable e) { // no memory for asking
            Void unused = notFound(e);
        }
    }

    /** Without another look this operator would work beside another one for ever, or for ever not at all. */
    private @Nullable Void notFound(Throwable failure) {
        synchronized (lock) {
            if (closed) {
                return null;
            }
            searchAgain(SEARCH_IN_NEED);
        }
        LOGGER.error(
                "This operator cannot join its peers, and tries again in {} s. This is a bug of Kopf.",
                SEARCH_IN_NEED.toSeconds(),
                failure);
        return null;
    }

    private void found(KindFinder.Found found) {
        synchronized (lock) {
            if (closed) {
                return;
            }
            String problem = found.problem();
            found.kinds().forEach(kind -> served.put(kind.kind(), kind));
            boolean isUsualServed =
                    found.kinds().stream().anyMatch(kind -> kind.kind().equals(kinds.get(0)));
            if (!isUsualServed) { // it may come, or come back; that the older one does is not waited for
                boolean inNeed = meetings.isEmpty() && (problem != null || options.isMandatory());
                searchAgain(inNeed ? SEARCH_IN_NEED : SEARCH);
            }
            if (found.kinds().stream().allMatch(kind -> unmet(kind).isEmpty())) {
                searched |= found.wasReached();
                if (meetings.isEmpty() && served.isEmpty()) {
                    tellOfKind(problem);
                }
                update();
                return;
            }
            if (meetings.isEmpty()) {
                whenUnknownForLong(timer -> patience = timer, () -> isPatient = false);
            }
        }
        approach(found.kinds());
    }

    private void approach(List<ServedKind> kinds) {
        // It may ask the name service.
        CompletableFuture<Void> unused = name().thenAccept(name -> meet(kinds, name))
                .exceptionally(failure -> {
                    forgetName();
                    return notFound(failure);
                });
    }

    /** The same at all objects. */
    private CompletableFuture<String> name() {
        synchronized (lock) {
            try {
                if (named == null) {
                    named = identity.get();
                }
                return named;
            } catch (Throwable e) { // no thread for asking
                return CompletableFuture.failedFuture(e);
            }
        }
    }

    private void forgetName() {
        synchronized (lock) {
            named = null;
        }
    }

    /** The objects of a kind that we do not meet the others at. */
    private Set<ObjectName> unmet(ServedKind kind) {
        Set<ObjectName> objects = new LinkedHashSet<>();
        for (String namespace : namespaces) {
            objects.add(new ObjectName(kind.kind(), namespace, options.name()));
        }
        for (String namespace : arrivals.keySet()) {
            objects.add(new ObjectName(kind.kind(), namespace, options.name()));
        }
        meetings.forEach(meeting -> objects.remove(meeting.object().name()));
        return objects;
    }

    private void searchAgain(Duration pause) {
        cancel(searching);
        searching = timers.after(pause, this::search);
    }

    private void tellOfKind(@Nullable String problem) {
        String kind = kinds.get(0).kind();
        if (problem != null) {
            sayOnce(() -> LOGGER.warn("It is not known whether there are peers. {}", problem), problem);
        } else if (options.isMandatory()) {
            sayOnce(
                    () -> LOGGER.warn(
                            "Pausing: the cluster does not serve {}, and a peering object is mandatory. Install the CRDs of peering.",
                            kind),
                    kind);
        } else {
            sayOnce(
                    () -> LOGGER.info(
                            "The cluster does not serve {}: this operator works without peers until it does.", kind),
                    kind);
        }
    }

    private void meet(List<ServedKind> served, String name) {
        Self self = new Self(name, options.priority(), options.lifetime(), started);
        PeeringObject.Surroundings shared = new PeeringObject.Surroundings(
                lock,
                new StatusFields(looks),
                new StatusFields(surroundings.transport()),
                timers,
                surroundings.chance(),
                options.isStealthy(),
                this::update);
        List<Meeting> begun = new ArrayList<>();
        boolean searchedBefore;
        synchronized (lock) {
            if (closed) {
                return;
            }
            searchedBefore = searched;
            searched = true;
            LOGGER.debug("Among its peers this operator is {}, with priority {}.", name, options.priority());
            for (ServedKind kind : served) {
                for (ObjectName object : unmet(kind)) {
                    begun.add(new Meeting(new PeeringObject(object, kind, self, shared), timers, this::dissolved));
                }
            }
            meetings.addAll(begun);
            begun.forEach(meeting -> arrival(meeting).ifPresent(arrival -> arrival.add(meeting)));
        }
        try {
            begun.forEach(meeting -> meeting.begin(surroundings.over(looks)));
        } catch (RuntimeException | Error e) { // no memory: the search that follows finds them unmet, and begins anew
            synchronized (lock) {
                searched = searchedBefore;
            }
            begun.forEach(this::withdraw);
            throw e;
        }
    }

    private void withdraw(Meeting meeting) {
        synchronized (lock) {
            meetings.remove(meeting);
            arrival(meeting).ifPresent(arrival -> arrival.remove(meeting));
        }
        meeting.close(); // without the lock, as its watcher calls us
        meeting.object().abandon();
    }

    private Optional<Arrival> arrival(Meeting meeting) {
        return Optional.ofNullable(meeting.object().name().namespace()).map(arrivals::get);
    }

    /** The kind was there, and is gone. */
    private void dissolved(Meeting meeting) {
        synchronized (lock) {
            meetings.remove(meeting);
            arrival(meeting).ifPresent(arrival -> arrival.remove(meeting));
            served.remove(meeting.object().name().kind());
            if (!closed) {
                if (meetings.isEmpty()) {
                    tellOfKind(null);
                }
                searchAgain(SEARCH_IN_NEED);
            }
            update();
        }
    }

    /** With the lock held: tells the operator what follows from all that is known. */
    private void update() {
        if (closed) {
            return;
        }
        boolean known = isKnown();
        boolean pauses = pauses(known);
        if (known) {
            tellOfObjects();
        }
        arrivals.forEach(this::admit);
        madeWay |= meetings.stream().anyMatch(meeting -> meeting.object().pauses());
        if (told != null && told == pauses) {
            return;
        }
        paused = pauses;
        told = null;
        if (pauses) {
            if (known) {
                LOGGER.info(
                        "Pausing. What changes meanwhile is handled afterwards; handlers that run go on to their end.");
            }
            operator.pause();
        } else {
            if (searched && !meetings.isEmpty()) {
                LOGGER.info("Working: no peer is to be made way for.");
            }
            operator.resume(madeWay);
            madeWay = false;
        }
        told = pauses; // last: it is told again if it was not heard to its end
    }

    private void admit(String namespace, Arrival arrival) {
        if (arrival.isIn()) {
            return;
        }
        boolean isLookedAt =
                searched && (served.isEmpty() || !arrival.meetings().isEmpty());
        if (arrival.mayEnter(isLookedAt, options.isMandatory())) {
            arrival.enter();
            // Whoever hears of it takes locks of its own.
            Timers.Timer unused =
                    timers.after(Duration.ZERO, () -> arrival.entered().complete(null));
        } else if (options.isMandatory() && arrival.isToBeToldOf()) {
            LOGGER.warn(
                    "The namespace {} is not served until there is its peering object, which is mandatory: {}.",
                    namespace,
                    new ObjectName(kinds.get(0), namespace, options.name()));
        }
    }

    private boolean pauses(boolean known) {
        if (meetings.stream().anyMatch(meeting -> meeting.object().pauses())) {
            return true;
        }
        // A namespace that has come holds up no other, and one that goes takes its object with it before the rest.
        return options.isMandatory()
                ? !known || served.isEmpty() || !namespaces.stream().allMatch(this::hasObject)
                : isPatient && !known;
    }

    private boolean isKnown() {
        return searched
                && meetings.stream()
                        .allMatch(
                                meeting -> meeting.isKnown() || arrival(meeting).isPresent());
    }

    private boolean hasObject(@Nullable String namespace) {
        return meetings.stream()
                .map(Meeting::object)
                .anyMatch(object -> Objects.equals(object.name().namespace(), namespace) && object.exists());
    }

    /** What is not there is said once. */
    private void tellOfObjects() {
        List<String> missing = namespaces.stream()
                .filter(namespace -> !meetings.isEmpty() && !hasObject(namespace))
                .map(namespace -> new ObjectName(kinds.get(0), namespace, options.name()).toString())
                .toList();
        String names = String.join(", ", missing);
        if (missing.isEmpty()) {
            return;
        }
        if (options.isMandatory()) {
            sayOnce(
                    () -> LOGGER.warn("Pausing until there is the peering object, which is mandatory: {}.", names),
                    names);
        } else {
            sayOnce(
                    () -> LOGGER.info(
                            "Without a peering object this operator works without peers until there is one: {}.",
                            names),
                    names);
        }
    }

    private void sayOnce(Runnable message, String what) {
        if (!said.equals(what)) {
            said = what;
            message.run();
        }
    }

    /** Leaves the others, who go on at once: our records are taken away. Returns when that is done, or after a moment. */
    public void leave() {
        List<Meeting> left;
        synchronized (lock) {
            closed = true;
            cancel(searching);
            cancel(patience);
            left = List.copyOf(meetings);
        }
        Ending.each(left, Meeting::close);
        looks.unbind();
        try {
            CompletableFuture.allOf(left.stream()
                            .map(meeting -> meeting.object().leave())
                            .toArray(CompletableFuture<?>[]::new))
                    .get(LAST_WRITES.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOGGER.debug("Our records are left to be taken away by others.", e);
        }
    }

    private static void cancel(Timers.@Nullable Timer timer) {
        if (timer != null) {
            timer.cancel();
        }
    }
}

package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.IndexName;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.internal.client.Outage;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.internal.indexing.OperatorIndexes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether indexes have all that there was at the start, so that handlers may be called (I-8). What is waited for is told again and again; a
 * kind that the cluster does not serve is not, nor for ever an object whose handler hangs (P2). Safe for use by several threads.
 */
final class IndexReadiness implements KindsOfStart.Listener {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.indexing");

    /** How long objects are waited for when all are listed. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration FIRST_WORD = Duration.ofSeconds(10);
    private static final int MOST_NAMED = 10;

    private final OperatorIndexes indexes;
    private final Timers timers;
    private final Runnable onReady;
    private final Map<KindHandlers, Filling> kinds = new LinkedHashMap<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private Timers.Timer word = () -> {};
    private Timers.Timer patience = () -> {};
    private boolean isPatient;

    /** The indexes of kinds that selectors mean, while these are not all known; empty afterwards. */
    private final Set<IndexName<?, ?>> ofUnknownKinds = new HashSet<>();

    /** The groups of the API that do not tell their kinds. */
    private Set<String> unknownGroups = Set.of();

    /** Whether groups that do not tell their kinds are not waited for any more. */
    private boolean kindsGivenUp;

    /** Whether kinds that begin now were not there at the start. */
    private boolean isBegun;

    /** Whether it is known in which namespaces there is something to be listed. */
    private boolean namespacesKnown = true;

    private Instant since = Instant.MIN;

    /** What is still to come of a kind. */
    private static final class Filling {
        private final Set<@Nullable String> lists = new HashSet<>();
        private final Set<@Nullable String> missing = new HashSet<>();
        private final Set<IndexedObject> objects = new HashSet<>();
        private volatile boolean filled;

        boolean waitsForLists() {
            return !missing.containsAll(lists);
        }

        boolean isEmpty() {
            return lists.isEmpty() && objects.isEmpty();
        }
    }

    /** @param onReady what to do when handlers may be called */
    IndexReadiness(OperatorIndexes indexes, Timers timers, Runnable onReady) {
        this.indexes = indexes;
        this.timers = timers;
        this.onReady = onReady;
    }

    /** Indexes are filled from this kind too; it is waited for if it was there at the start. */
    synchronized void expect(KindHandlers kind, Collection<@Nullable String> namespaces) {
        if (!isBegun) {
            Filling filling = new Filling();
            filling.lists.addAll(namespaces);
            kinds.put(kind, filling);
        }
    }

    /** Waits also until it is known which kinds selectors mean that these are filled from; each that is found until then is waited for (W-41). */
    synchronized void expectKinds(Collection<IndexName<?, ?>> names) {
        ofUnknownKinds.addAll(names);
    }

    @Override
    public synchronized void onUnknown(Set<String> groups) {
        unknownGroups = groups;
    }

    @Override
    public void onPatienceLost() {
        Set<String> unknown;
        List<String> names;
        synchronized (this) {
            kindsGivenUp = true;
            unknown = unknownGroups;
            names = named(ofUnknownKinds);
        }
        LOGGER.warn(
                "For {} s these groups of the API have not told which kinds they have: {}. They are not waited for any more: handlers are"
                        + " called, and find in {} what is known. What selectors mean of these groups is indexed when they"
                        + " answer.",
                KindsOfStart.PATIENCE.toSeconds(),
                unknown,
                names);
        look();
    }

    @Override
    public void onKnown() {
        synchronized (this) {
            ofUnknownKinds.clear();
            isBegun = true;
        }
        look();
    }

    /** A kind is not served any more, or not selected. */
    void lost(KindHandlers kind) {
        boolean wasExpected;
        synchronized (this) {
            wasExpected = kinds.remove(kind) != null;
        }
        if (wasExpected) {
            look();
        }
    }

    /** Waits also until it is known which namespaces there are; each that is found until then is waited for (W-42). */
    synchronized void expectNamespaces() {
        namespacesKnown = false;
    }

    /** A namespace is served. Its lists are waited for if it was there at the start: one that comes later holds up nobody. */
    synchronized void found(String namespace) {
        if (!namespacesKnown) {
            kinds.forEach((kind, filling) -> {
                if (kind.kind().isNamespaced()) {
                    filling.lists.add(namespace);
                }
            });
        }
    }

    /** The namespaces of the start have been found, or cannot be known. */
    void namespacesKnown() {
        synchronized (this) {
            namespacesKnown = true;
        }
        look();
    }

    /** A namespace is gone. */
    void lost(String namespace) {
        synchronized (this) {
            kinds.values().forEach(filling -> {
                filling.lists.remove(namespace);
                filling.missing.remove(namespace);
            });
        }
        look();
    }

    /** Begins to wait. */
    void start() {
        LOGGER.info("Handlers are called when the indexes are filled: {}.", indexes.names());
        synchronized (this) {
            since = timers.instant();
            word = timers.after(FIRST_WORD, this::tell);
        }
    }

    /** What handlers wait for; null where they do not, and before the start. */
    synchronized @Nullable Outage outage() {
        return isReady() || since.equals(Instant.MIN)
                ? null
                : new Outage("the indexes", "No handler is called yet, as they wait for: " + waiting() + ".", since);
    }

    boolean isReady() {
        return ready.getCount() == 0;
    }

    /** Waits until it is; whether it was, in that time. */
    boolean await(Duration time) throws InterruptedException {
        return ready.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean isFilledFrom(KindHandlers kind) {
        Filling filling = filling(kind);
        return filling == null || filling.filled;
    }

    /**
     * All of a namespace, or of all of them if that is null, is listed.
     *
     * @param waiting what is not indexed yet
     */
    void listed(KindHandlers kind, @Nullable String namespace, Collection<IndexedObject> waiting) {
        synchronized (this) {
            Filling filling = filling(kind);
            if (filling == null) {
                return;
            }
            filling.lists.remove(namespace);
            filling.missing.remove(namespace);
            filling.objects.addAll(waiting);
        }
        look();
    }

    /** The cluster does not serve the kind. */
    void missing(KindHandlers kind, @Nullable String namespace) {
        synchronized (this) {
            Filling filling = filling(kind);
            if (filling == null || !filling.lists.contains(namespace) || !filling.missing.add(namespace)) {
                return;
            }
        }
        LOGGER.warn(
                "The cluster does not serve {}, so there is nothing of it in {}. Handlers are called without, and it is filled"
                        + " when the kind is there.",
                kind.kind(),
                names(kind));
        look();
    }

    /** An object is indexed, or gone. */
    void arrived(KindHandlers kind, IndexedObject object) {
        Filling filling = filling(kind);
        if (filling == null || filling.filled) {
            return;
        }
        synchronized (this) {
            if (!filling.objects.remove(object)) {
                return;
            }
        }
        look();
    }

    /** Null where nobody waits for the kind. */
    private synchronized @Nullable Filling filling(KindHandlers kind) {
        return kinds.get(kind);
    }

    private void look() {
        synchronized (this) {
            kinds.forEach((kind, filling) -> filling.filled |=
                    filling.isEmpty() && (namespacesKnown || !kind.kind().isNamespaced()));
            completeIndexes();
            boolean lists = kinds.values().stream().anyMatch(Filling::waitsForLists);
            boolean objects = kinds.values().stream().anyMatch(filling -> !filling.objects.isEmpty());
            if (isReady() || lists || !namespacesKnown || waitsForKinds()) {
                return;
            }
            if (objects) {
                if (!isPatient) {
                    isPatient = true;
                    patience = timers.after(PATIENCE, this::loseThePatience);
                }
                return;
            }
        }
        open();
    }

    private boolean waitsForKinds() {
        return !ofUnknownKinds.isEmpty() && !kindsGivenUp;
    }

    private void completeIndexes() {
        Map<IndexName<?, ?>, Boolean> complete = new HashMap<>();
        kinds.forEach((kind, filling) -> {
            for (Handler handler : kind.indexing()) {
                complete.merge(Objects.requireNonNull(handler.options().index()), filling.filled, Boolean::logicalAnd);
            }
        });
        complete.forEach((name, is) -> {
            if (is && !ofUnknownKinds.contains(name)) {
                indexes.store(name).complete();
            }
        });
    }

    private void loseThePatience() {
        List<String> objects;
        synchronized (this) {
            if (isReady()) {
                return;
            }
            objects = objects();
        }
        LOGGER.warn(
                "Handlers are called now, though these are not indexed yet {} s after they were listed: {}. They are not called"
                        + " for these before they are.",
                PATIENCE.toSeconds(),
                objects);
        open();
    }

    private void open() {
        synchronized (this) {
            if (isReady()) {
                return;
            }
            ready.countDown();
            word.cancel();
            patience.cancel();
        }
        indexes.names()
                .forEach(name -> LOGGER.info(
                        "The index '{}' is filled; keys: {}, objects: {}.",
                        name,
                        indexes.store(name).size(),
                        indexes.store(name).objects()));
        onReady.run();
    }

    /** An operator that waits must not look like one that has nothing to do. */
    private void tell() {
        List<String> waiting;
        synchronized (this) {
            if (isReady()) {
                return;
            }
            waiting = waiting();
            word = timers.after(PATIENCE, this::tell);
        }
        LOGGER.warn("No handler is called yet, as the indexes wait for: {}.", waiting);
    }

    private List<String> waiting() {
        List<String> waiting = new ArrayList<>();
        if (waitsForKinds()) {
            waiting.add("what the cluster serves" + (unknownGroups.isEmpty() ? "" : " of the groups " + unknownGroups));
        }
        if (!namespacesKnown) {
            waiting.add("the list of namespaces");
        }
        kinds.forEach((kind, filling) -> {
            if (filling.waitsForLists()) {
                waiting.add("the list of " + kind.kind() + ", for " + names(kind));
            }
        });
        waiting.addAll(objects());
        return waiting;
    }

    private List<String> objects() {
        return kinds.values().stream()
                .flatMap(filling -> filling.objects.stream())
                .limit(MOST_NAMED)
                .map(object -> object.object().toString())
                .toList();
    }

    private static List<String> names(KindHandlers kind) {
        return kind.indexing().stream()
                .map(handler -> "index '" + handler.id() + "'")
                .toList();
    }

    private static List<String> named(Collection<IndexName<?, ?>> names) {
        return names.stream().map(name -> "index '" + name + "'").sorted().toList();
    }
}

package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.handler.RetryPolicy;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.DiscoveredKind;
import dev.kopf.runtime.resource.ResourceKind;
import dev.kopf.runtime.resource.WatchEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which kinds the cluster serves, and hears of those that come and go by watching the CRDs (W-40, W-41): what a CRD says has come is
 * looked for until the server serves it. What comes and goes without a CRD, such as aggregated APIs, is found by asking for the list of groups
 * once a minute, and for all kinds now and then. Where the CRDs may not be watched, that is said once, and all is asked for once a minute.
 *
 * <p>Never blocks. Safe for use by several threads.
 */
public final class KindObserver implements AutoCloseable {

    /** The kind of CRDs. */
    static final ResourceKind CRDS = ResourceKind.clusterScoped(
            "apiextensions.k8s.io", "v1", "CustomResourceDefinition", "customresourcedefinitions");

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.watching");
    private static final String WHAT = "what the cluster serves";
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration WITHOUT_WATCH = Duration.ofMinutes(1);

    /** When the list of groups is asked for again, which tells of those that come and go without a CRD. */
    private static final Duration GLANCE = Duration.ofMinutes(1);

    /** When all is asked for again, as kinds may come into a group that was there before. */
    private static final Duration REVIEW = Duration.ofMinutes(15);

    /** Several changes of CRDs come at once, as when they are installed together. */
    private static final Duration MOMENT = Duration.ofMillis(20);

    /** A server is a second or two behind its CRDs, which nobody needs to know of. */
    private static final int QUIET_ATTEMPTS = 6;

    /** What the server tells otherwise than its CRDs for longer than this is not going to change. */
    private static final int MOST_LOOKS = 10;

    private final @Nullable Set<String> groups;
    private final Watcher.Surroundings surroundings;
    private final Consumer<ServedKinds> listener;
    private final KindScan scan;
    private final Setbacks setbacks;
    private final Setbacks delays;
    private final CrdExpectations expectations = new CrdExpectations();
    private final GroupAnswers answers;

    /** The groups that are to be asked for. */
    private final Set<String> changed = new HashSet<>();

    private final Object telling = new Object();

    private Map<String, List<DiscoveredKind>> known = Map.of();

    /** The groups there are, with their versions, when the server was last asked. */
    private Map<String, List<String>> there = Map.of();

    private @Nullable Instant started;

    /** When all was asked for. */
    private Instant reviewed = Instant.MIN;

    /** Whether all is to be asked for, and not only what may have changed. */
    private boolean all = true;

    private boolean scanned;
    private boolean scanning;
    private boolean closed;
    private int behind;
    private boolean saidThatUnwatched;
    private @Nullable Watcher watcher;
    private Timers.@Nullable Timer next;

    /**
     * @param groups those that are of interest; null for all
     * @param listener is told of all kinds of these when some are known, and whenever they have changed, or other groups than before are
     *     still to tell theirs; returns at once
     */
    public KindObserver(
            @Nullable Set<String> groups, Watcher.Surroundings surroundings, Consumer<ServedKinds> listener) {
        this.groups = groups;
        this.surroundings = surroundings;
        this.listener = listener;
        this.answers = new GroupAnswers(groups);
        this.scan = new KindScan(surroundings.transport());
        this.setbacks = setbacks(surroundings);
        this.delays = setbacks(surroundings);
    }

    private static Setbacks setbacks(Watcher.Surroundings surroundings) {
        return new Setbacks(
                new RetryPolicy(surroundings.reconnectBackoff(), LONGEST_PAUSE),
                surroundings.chance(),
                LOGGER,
                surroundings.timers());
    }

    /** Begins. */
    public void start() {
        synchronized (this) {
            started = surroundings.timers().instant();
        }
        insist(this::look);
        insist(this::askForCrds);
    }

    /** What of the cluster is not known (P7); null where nothing is missing. */
    public synchronized @Nullable Outage outage() {
        for (Setbacks each : List.of(setbacks, delays)) {
            String problem = each.problem();
            if (problem != null) {
                return new Outage(WHAT, problem, each.since());
            }
        }
        return scanned || started == null ? null : new Outage(WHAT, "The API server has not answered yet.", started);
    }

    @Override
    public void close() {
        Watcher open;
        synchronized (this) {
            closed = true;
            open = watcher;
            if (next != null) {
                next.cancel();
            }
        }
        if (open != null) {
            open.close(); // not within, as the watcher calls us from within
        }
    }

    /** Not within, as the answer may be there at once, and is told then. */
    private void look() {
        Set<String> wanted;
        synchronized (this) {
            if (closed || scanning) {
                return;
            }
            Instant now = surroundings.timers().instant();
            if (all || reviewed.plus(REVIEW).compareTo(now) <= 0 || now.isBefore(reviewed)) {
                all = false;
                reviewed = now;
                wanted = groups;
            } else {
                wanted = Set.copyOf(changed);
            }
            changed.clear();
            scanning = true;
        }
        try {
            CompletableFuture<Void> unused =
                    found(wanted).exceptionally(KindObserver::nothing).thenAccept(found -> heard(wanted, found));
        } catch (RuntimeException | Error e) { // no memory to wait for the answer in
            brokeOff(e);
        }
    }

    /** Whoever calls would swallow what is thrown, and nobody would look again. */
    private void heard(@Nullable Set<String> wanted, KindScan.Found found) {
        try {
            found(wanted, found);
        } catch (RuntimeException | Error e) {
            brokeOff(e);
        }
    }

    private void brokeOff(Throwable e) {
        synchronized (this) {
            scanning = false;
            all = true;
        }
        later(LONGEST_PAUSE, () -> {
            look();
            tell(); // what was found may be known, and nobody has heard of it
        });
        LOGGER.error("Looking for what the cluster serves broke off, and begins anew. This is a bug of Kopf.", e);
    }

    /** What is thrown is told of as any failure: else nobody would look again. */
    private CompletableFuture<KindScan.Found> found(@Nullable Set<String> wanted) {
        try {
            return scan.scan(wanted);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static KindScan.Found nothing(Throwable failure) {
        String problem = "The API server cannot be asked: " + Answers.message(failure) + ".";
        return new KindScan.Found(Map.of(), null, Set.of(), Set.of(), List.of(problem));
    }

    private void found(@Nullable Set<String> wanted, KindScan.Found found) {
        synchronized (this) {
            scanning = false;
            if (closed) {
                return;
            }
            Map<String, List<DiscoveredKind>> before = known;
            known = found.over(known);
            boolean isNews = answers.note(found)
                    || !known.equals(before)
                    || (!scanned && found.problems().isEmpty());
            scanned |= isNews;
            noteOthers(wanted, found);
            Duration pause = changed.isEmpty() ? GLANCE : MOMENT;
            pause = shorter(pause, afterProblems(wanted, found));
            pause = shorter(pause, afterDelays(found));
            schedule(pause);
            if (!isNews) {
                return;
            }
        }
        tell();
    }

    /** Groups that have come, and those whose versions have changed, while others were asked for. */
    private void noteOthers(@Nullable Set<String> wanted, KindScan.Found found) {
        Map<String, List<String>> now = found.there();
        if (now == null) {
            return;
        }
        if (wanted != null) {
            now.forEach((group, versions) -> {
                if (isOfInterest(group) && !wanted.contains(group) && !versions.equals(there.get(group))) {
                    changed.add(group);
                }
            });
        }
        there = now;
    }

    private boolean isOfInterest(String group) {
        return groups == null || groups.contains(group);
    }

    /** Always of what is known at that moment, so that nothing older comes later. */
    private void tell() {
        synchronized (telling) {
            ServedKinds kinds;
            synchronized (this) {
                kinds = new ServedKinds(
                        known.values().stream().flatMap(List::stream).toList(),
                        answers.isListed(),
                        answers.outstanding());
            }
            try {
                listener.accept(kinds);
            } catch (RuntimeException | Error e) {
                // Whoever called would swallow it, and nobody would know.
                later(LONGEST_PAUSE, this::tell);
                LOGGER.error("What the cluster serves was not heard to its end. This is a bug of Kopf.", e);
            }
        }
    }

    /** When to ask again for what could not be asked for. */
    private Duration afterProblems(@Nullable Set<String> wanted, KindScan.Found found) {
        if (found.problems().isEmpty()) {
            setbacks.over();
            return GLANCE;
        }
        if (found.there() != null) {
            changed.addAll(found.failed());
        } else if (wanted == null) {
            all = true;
        } else {
            changed.addAll(wanted);
        }
        return setbacks.failed(String.join(" ", found.problems()));
    }

    /** When to ask again for what is not yet as it is to be. */
    private Duration afterDelays(KindScan.Found found) {
        Set<String> late = ofInterest(expectations.behind(known));
        boolean isBehind = !late.isEmpty();
        if (behind < MOST_LOOKS) {
            late.addAll(ofInterest(expectations.differing(known)));
            late.addAll(found.absent());
        }
        if (late.isEmpty()) {
            behind = 0;
            delays.over();
            return GLANCE;
        }
        behind++;
        changed.addAll(late);
        String problem =
                "The API server is behind its CRDs in what it says it serves: " + String.join(", ", late) + ".";
        return isBehind && behind >= QUIET_ATTEMPTS ? delays.failed(problem) : delays.failedQuietly(problem);
    }

    private Set<String> ofInterest(Set<String> some) {
        return some.stream().filter(this::isOfInterest).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void schedule(Duration delay) {
        if (next != null) {
            next.cancel();
        }
        next = surroundings.timers().after(delay, () -> insist(this::look));
    }

    /** Asks before it watches, as the rights of an operator often end at its own kinds. */
    private void askForCrds() {
        CompletableFuture<Void> unused = surroundings
                .transport()
                .send(ApiRequest.get(Paths.collection(CRDS, null) + "?limit=1"))
                .handle((response, failure) -> {
                    insist(() -> answered(response, failure));
                    return null;
                });
    }

    private void answered(ApiResponse response, @Nullable Throwable failure) {
        if (failure != null || response.status() == 401 || response.status() >= 429) {
            later(surroundings.reconnectBackoff().multipliedBy(10), this::askForCrds);
        } else if (response.isSuccessful()) {
            watchCrds();
        } else {
            withoutWatch(response);
        }
    }

    /** Whoever calls would swallow what is thrown, and kinds that come and go would not be noticed at once any more. */
    private void insist(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            later(LONGEST_PAUSE, step);
            LOGGER.error("Looking for CRDs failed in the framework, and is tried again. This is a bug of Kopf.", e);
        }
    }

    private void withoutWatch(ApiResponse response) {
        boolean first;
        synchronized (this) {
            first = !saidThatUnwatched;
            saidThatUnwatched = true;
        }
        if (first) {
            String why = response.status() == 403
                    ? Permissions.missing("list", CRDS, null, null)
                    : "Cannot list " + CRDS + ": " + Answers.sentence(response);
            LOGGER.warn("{} Without it kinds that come and go are noticed once a minute, not at once.", why);
        }
        later(WITHOUT_WATCH, () -> {
            lookAtAll();
            askForCrds();
        });
    }

    private synchronized void later(Duration delay, Runnable task) {
        if (!closed) {
            Timers.Timer unused = surroundings.timers().after(delay, () -> insist(task));
        }
    }

    private void watchCrds() {
        Watcher crds = new Watcher(CRDS, null, surroundings, new Watcher.Listener() {
            @Override
            public void onServed(ServedKind kind) {}

            @Override
            public void onEvent(WatchEvent event) {
                changed(event);
            }

            @Override
            public void onHistoryRestored() {}

            @Override
            public void onListed(Set<String> uids) {
                listed(uids);
            }
        });
        synchronized (this) {
            if (closed) {
                return;
            }
            watcher = crds;
        }
        crds.start();
    }

    private synchronized void changed(WatchEvent event) {
        Body crd = event.body();
        boolean isNews = expectations.note(event);
        String group = CrdExpectations.groupOf(crd);
        if (isNews && isOfInterest(group)) {
            look(group);
        }
    }

    /** What came and vanished while nobody looked. */
    private synchronized void listed(Set<String> uids) {
        Set<String> groupsOfNews = new HashSet<>(expectations.retain(uids));
        groupsOfNews.addAll(expectations.behind(known));
        groupsOfNews.addAll(expectations.differing(known));
        groupsOfNews.stream().filter(this::isOfInterest).forEach(this::look);
    }

    private void lookAtAll() {
        synchronized (this) {
            all = true;
        }
        look();
    }

    /** A scan that goes on may have asked too early. */
    private void look(String group) {
        changed.add(group);
        behind = 0;
        if (!scanning) {
            schedule(MOMENT);
        }
    }
}

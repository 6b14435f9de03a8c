package dev.kopf.runtime.internal.peering;

import dev.kopf.runtime.handler.RetryPolicy;
import dev.kopf.runtime.internal.client.ObjectName;
import dev.kopf.runtime.internal.client.ServedKind;
import dev.kopf.runtime.internal.client.StatusFields;
import dev.kopf.runtime.internal.client.StatusFields.Answer;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.internal.client.Versions;
import dev.kopf.runtime.internal.peering.PeeringRules.Self;
import dev.kopf.runtime.internal.peering.PeeringRules.Verdict;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One object at which operators meet, as this one sees it: keeps our record there alive, removes those of the dead, and tells what the others
 * mean to us. It is judged whenever somebody changes it, whenever a write is answered, and when a record ends for which we pause.
 *
 * <p>Never blocks. Safe for use by several threads, which all take the lock of the surroundings.
 */
final class PeeringObject {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.peering");

    /** A write that fails is tried again sooner than the record ends. */
    private static final RetryPolicy RETRIES = new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(8));

    private final ObjectName name;
    private final ServedKind served;
    private final Self self;
    private final Surroundings with;
    private final PeerLog log;

    /** The newest state that is known; null where there is no such object. */
    private @Nullable Body newest;

    private String newestVersion = "";

    /** What our last write has made; empty where we have not written yet. */
    private String writtenVersion = "";

    private @Nullable Verdict verdict;
    private CompletableFuture<?> writing = CompletableFuture.completedFuture(null);

    /** Whether a write of our record is underway, or its answer is being looked at: none follows from that at once. */
    private boolean underway;

    /** What was known when that write began. */
    private String versionAtWrite = "";

    /** Whether our record is to be written once more after that: of two writes at once the older one may come last. */
    private boolean again;

    private int failures;

    /** How often our record had to be written again since it was last kept alive as it should be. */
    private int restored;

    /** Whether {@link #keepAlive} is the pause before that. */
    private boolean isRestoring;

    private boolean begun;
    private boolean ended;
    private Timers.@Nullable Timer keepAlive;
    private Timers.@Nullable Timer deadline;

    /**
     * What all objects of an operator share.
     *
     * @param lock held while any of them is at work
     * @param first writes our record for the first time, which many objects do at once
     * @param writer keeps it alive, and waits for no other object
     * @param isStealthy whether nothing is said of writes that just keep the record alive (N-11)
     * @param changed told whenever an object was judged anew
     */
    record Surroundings(
            Object lock,
            StatusFields first,
            StatusFields writer,
            Timers timers,
            DoubleSupplier chance,
            boolean isStealthy,
            Runnable changed) {}

    PeeringObject(ObjectName name, ServedKind served, Self self, Surroundings with) {
        this.name = name;
        this.served = served;
        this.self = self;
        this.with = with;
        this.log = new PeerLog(name, self);
    }

    /** Begins to keep our record alive (N-5). */
    void begin() {
        synchronized (with.lock()) {
            begun = true;
            write(with.first());
        }
    }

    /** Whether there is such an object. */
    boolean exists() {
        return newest != null;
    }

    /** Whether we pause for somebody whose record is here. */
    boolean pauses() {
        return verdict != null && verdict.pauses();
    }

    ObjectName name() {
        return name;
    }

    /** The object is so, or was; what is older than what is known is passed over. */
    void see(Body body) {
        synchronized (with.lock()) {
            String version = body.resourceVersion();
            if (ended || Versions.isBefore(version, newestVersion) || isNewest(version)) {
                return;
            }
            boolean isNew = newest == null;
            newest = body;
            newestVersion = version;
            judge();
            boolean isIn = isIn(body);
            if (!begun || isIn || underway) {
                return;
            }
            if (isNew) {
                write(); // there is an object at last
            } else if (Versions.isBefore(writtenVersion, version)) {
                restore(); // somebody took us for dead, or wrote over our record
            }
        }
    }

    private boolean isIn(@Nullable Body body) {
        return body != null && Json.map(body.fields().get("status")).get(self.identity()) instanceof Map;
    }

    private boolean isNewest(String version) {
        return newest != null && !version.isEmpty() && version.equals(newestVersion);
    }

    /**
     * There is no such object, or none any more.
     *
     * @param version that of its end; empty where it is not known
     */
    void vanish(String version) {
        synchronized (with.lock()) {
            newest = null;
            newestVersion = version;
            verdict = null;
            cancel(deadline);
            with.changed().run();
        }
    }

    /** Something is known of the object, as it was before. */
    void changed() {
        synchronized (with.lock()) {
            with.changed().run();
        }
    }

    /** The server's versions went back. */
    void forgetVersions() {
        synchronized (with.lock()) {
            newestVersion = "";
            writtenVersion = "";
        }
    }

    private void judge() {
        Body body = newest;
        if (body == null) {
            return;
        }
        Verdict now = PeeringRules.judge(
                self, body.fields().get("status"), with.timers().instant());
        verdict = now;
        log.tell(now);
        removeDead(now, body.resourceVersion());
        cancel(deadline);
        deadline = now.deadline() == null ? null : after(until(now.deadline()), this::write);
        with.changed().run();
    }

    /** Only if nobody has changed the object since: the dead may have come to life (N-6). */
    private void removeDead(Verdict now, String version) {
        Map<String, @Nullable Object> removals = new LinkedHashMap<>();
        now.dead().forEach(peer -> removals.put(peer.identity(), null));
        if (begun && removals.containsKey(self.identity())) {
            removals.remove(self.identity()); // we have slept, perhaps
            if (!underway) {
                restore();
            }
        }
        if (!removals.isEmpty()) {
            CompletableFuture<?> unused = with.writer()
                    .write(served, name, removals, version)
                    .thenAccept(answer -> LOGGER.debug("Removed of {}: {} ({})", name, removals.keySet(), answer));
        }
    }

    /**
     * Writes our record again that is gone or void: at once, but with growing pauses where that happens again before it was to be kept alive.
     * Whoever takes us for dead, as the clocks of the machines differ, does so as often as we write.
     */
    private void restore() {
        if (isRestoring) {
            return;
        }
        if (restored == 0) {
            restored = 1;
            write();
            return;
        }
        isRestoring = true;
        Duration longest = PeeringRules.interval(self.lifetime(), with.chance().getAsDouble());
        Duration pause = new RetryPolicy(RETRIES.first(), longest)
                .delay(restored, with.chance().getAsDouble());
        restored++;
        log.lost(with.timers().instant(), pause);
        cancel(keepAlive);
        keepAlive = after(pause, this::write);
    }

    private void keepAlive() {
        if (isIn(newest)) { // for all the time since it was written
            restored = 0;
            log.kept();
        }
        write();
    }

    /** Writes our record, and looks at what the others have written meanwhile (N-5, N-7). */
    private void write() {
        write(with.writer());
    }

    private void write(StatusFields writer) {
        if (ended) {
            return;
        }
        if (underway) {
            again = true;
            return;
        }
        cancel(keepAlive);
        cancel(deadline);
        keepAlive = after(PeeringRules.interval(self.lifetime(), with.chance().getAsDouble()), this::keepAlive);
        isRestoring = false;
        again = false;
        versionAtWrite = newestVersion;
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        record.put(self.identity(), self.seen(with.timers().instant()).record());
        underway = true;
        try {
            writing = writer.write(served, name, record, "").handle((answer, failure) -> {
                written(failure == null ? answer : broken(failure));
                return answer;
            });
        } catch (Throwable e) { // no memory for it, perhaps; else it would be underway for ever
            written(broken(e));
        }
    }

    private static Answer broken(Throwable failure) {
        return new Answer.Failed("Our record cannot be written: " + failure + ".", false);
    }

    private void written(Answer answer) {
        synchronized (with.lock()) {
            try {
                if (!ended) {
                    follow(answer);
                }
            } finally {
                underway = false;
                followUp();
            }
        }
    }

    /** What was passed over while a write was underway. */
    private void followUp() {
        Body body = newest;
        if (again) {
            write();
            return;
        }
        boolean isLost = begun && !ended && failures == 0 && body != null && !isIn(body);
        if (isLost && !newestVersion.equals(versionAtWrite) && !newestVersion.equals(writtenVersion)) {
            restore(); // taken away before the answer came, or made after the server had said that there is none
        }
    }

    private void follow(Answer answer) {
        if (answer instanceof Answer.Failed failure) {
            failed(failure);
            return;
        }
        failures = 0;
        log.written(answer, with.isStealthy());
        if (answer instanceof Answer.Written done
                && !done.body().resourceVersion().isEmpty()) {
            writtenVersion = done.body().resourceVersion();
            see(done.body());
        }
    }

    /**
     * Whoever cannot write can still see: the others are judged by what is known of them, as long as the server answers. Where it does not,
     * they may be alive, and nothing can be done anyway.
     */
    private void failed(Answer.Failed failure) {
        failures++;
        Duration pause = RETRIES.delay(failures, with.chance().getAsDouble());
        log.failed(failure.problem(), pause);
        cancel(keepAlive);
        keepAlive = after(pause, this::write);
        if (failure.wasReached()) {
            judge();
        }
    }

    /** Stops keeping our record alive, without taking it away: the kind is gone. */
    void abandon() {
        synchronized (with.lock()) {
            ended = true;
            cancel(keepAlive);
            cancel(deadline);
        }
    }

    /** Takes our record away (N-5), so that others go on at once; comes to an end whatever the answer. */
    CompletableFuture<?> leave() {
        synchronized (with.lock()) {
            abandon();
            Map<String, @Nullable Object> removal = new LinkedHashMap<>();
            removal.put(self.identity(), null);
            // After what is on its way, which would bring it back.
            return writing.handle((answer, failure) -> failure == null)
                    .thenCompose(isDone -> with.writer().write(served, name, removal, ""));
        }
    }

    private Duration until(Instant time) {
        Duration left = Duration.between(with.timers().instant(), time);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Timers.Timer after(Duration delay, Runnable task) {
        return with.timers().after(delay, () -> {
            synchronized (with.lock()) {
                task.run();
            }
        });
    }

    private static void cancel(Timers.@Nullable Timer timer) {
        if (timer != null) {
            timer.cancel();
        }
    }
}

package dev.kopf.runtime.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.failure.StatusException;
import dev.kopf.apiserver.json.Json;
import dev.kopf.runtime.simulation.Plan.Act;
import dev.kopf.runtime.simulation.Plan.Fault;
import dev.kopf.runtime.simulation.Plan.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Plays one plan from its begin to its end. */
final class History {

    private static final Duration RETRIES = Duration.ofMinutes(12);
    private static final Duration RETRIES_AFTER_MANY = Duration.ofHours(1);
    private static final Duration REST = Duration.ofMinutes(10);

    final Plan plan;
    final Scheduler scheduler;
    final SplittableRandom chance;
    final Server server;
    final Oracle oracle;

    private final SplittableRandom latencies;
    private final @Nullable StringBuilder words;
    private final List<Life> processes = new ArrayList<>();
    private final List<Duration> clocks = new ArrayList<>();

    /** For how many peers each operator makes way. */
    private final Map<Integer, Integer> pauses = new HashMap<>();

    private final Map<String, Integer> requests = new HashMap<>();
    private final Map<String, List<String>> specs = new HashMap<>();
    private final List<Fiber> hanging = new ArrayList<>();
    private int lives;
    private boolean calm;
    private boolean released;

    /**
     * What came of a history.
     *
     * @param violation the invariant that was broken, and how; null if none was
     * @param words what happened; empty if nobody asked for it
     */
    record Result(Oracle.@Nullable Violation violation, String words) {}

    private History(Plan plan, Deque<Carrier> carriers, boolean telling) {
        this.plan = plan;
        SplittableRandom seeded = new SplittableRandom(plan.seed() ^ 0x5DEECE66DL);
        this.latencies = seeded.split();
        this.chance = seeded.split();
        this.words = telling ? new StringBuilder() : null;
        this.oracle = new Oracle(this);
        this.scheduler = new Scheduler(carriers, seeded.split(), this::bug);
        this.server = new Server(
                plan.setting().statusSubresource(), plan.setting().pageSize(), scheduler::instant, oracle::changed);
    }

    static Result play(Plan plan, Deque<Carrier> carriers, boolean telling) {
        History history = new History(plan, carriers, telling);
        history.play();
        return new Result(history.oracle.violation(), history.words == null ? "" : history.words.toString());
    }

    private void bug(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        oracle.violated(0, "the framework threw " + thrown + (trace.length > 0 ? " at " + trace[0] : ""));
    }

    // --- the play

    private void play() {
        tell(() -> "there are " + plan.setting() + "; handlers: " + plan.handlers()
                + (plan.background().isEmpty() ? "" : "; beside them: " + plan.background()));
        for (int operator = 0; operator < plan.setting().operators(); operator++) {
            clocks.add(Duration.ZERO);
            Life process = new Life(this, operator, ++lives, Duration.ZERO);
            processes.add(process);
            scheduler.after(Duration.ofMillis(latencies.nextLong(100)), process, process::start);
        }
        for (Act act : plan.acts()) {
            scheduler.after(Duration.ofMillis(act.at()), null, () -> act(act));
        }
        for (Fault fault : plan.faults()) {
            if (!fault.trouble().isOfRequest()) {
                scheduler.after(Duration.ofMillis(fault.at()), null, () -> fault(fault));
            }
        }
        runFor(Duration.ofMillis(plan.quietAt()).plusSeconds(1));
        calm = true;
        tell("all faults are over");
        Duration retries = retries();
        runFor(retries);
        oracle.checkNobodyWaits(hanging.isEmpty());
        if (!hanging.isEmpty()) {
            tell("who hangs is released");
            released = true;
            List.copyOf(hanging).forEach(scheduler::wake);
            runFor(retries);
        }
        oracle.checkConverged();
        runFor(REST);
        oracle.checkRested();
        end();
    }

    /** Where somebody writes that there were a thousand million attempts, each pause is the longest that there is. */
    private Duration retries() {
        boolean garbled = plan.acts().stream().anyMatch(act -> act.deed() == Plan.Deed.GARBLE);
        return garbled ? RETRIES_AFTER_MANY : RETRIES;
    }

    private void runFor(Duration time) {
        if (oracle.violation() == null) {
            scheduler.runUntil(scheduler.instant().plus(time));
        }
    }

    private void end() {
        oracle.close();
        for (Life process : processes) {
            if (!process.isDead()) {
                process.die();
            }
        }
        scheduler.finish();
        scheduler.runUntil(scheduler.instant());
    }

    /** The history need not go on. */
    void over() {
        scheduler.finish();
    }

    boolean isCalm() {
        return calm;
    }

    Life process(int operator) {
        return processes.get(operator);
    }

    // --- time

    Duration latency() {
        long most = plan.setting().latency() * 1_000_000;
        return Duration.ofNanos(most == 0 ? 0 : latencies.nextLong(most));
    }

    /** What a handler does while it takes its time. */
    void sleep(Duration time, boolean hangs) throws InterruptedException {
        Fiber me = scheduler.current();
        if (me == null) {
            throw new IllegalStateException("handlers are called by threads of the simulation");
        }
        if (hangs && released) {
            return;
        }
        boolean[] over = new boolean[1];
        Scheduler.Step alarm = hangs
                ? null
                : scheduler.after(time, null, () -> {
                    over[0] = true;
                    scheduler.wake(me);
                });
        if (hangs) {
            hanging.add(me);
        }
        me.interruptible = true;
        try {
            do {
                if (me.interrupted) {
                    throw new InterruptedException("interrupted");
                }
                scheduler.park();
            } while (!me.interrupted && (hangs ? !released : !over[0]));
            if (me.interrupted) {
                me.interrupted = false;
                throw new InterruptedException("interrupted");
            }
        } finally {
            me.interruptible = false;
            hanging.remove(me);
            if (alarm != null) {
                alarm.cancel();
            }
        }
    }

    // --- faults

    /** What happens to the next request of a sort: {@code WRITE_}, {@code READ_} or {@code WATCH_}. */
    @Nullable
    Trouble trouble(Life process, String sort) {
        int number = requests.merge(process.operator + sort, 1, Integer::sum) - 1;
        if (calm) {
            return null;
        }
        for (Fault fault : plan.faults()) {
            if (fault.operator() == process.operator
                    && fault.at() == number
                    && fault.trouble().name().startsWith(sort)) {
                return fault.trouble();
            }
        }
        return null;
    }

    long millis(Life process, Trouble trouble) {
        return plan.faults().stream()
                .filter(fault -> fault.trouble() == trouble && fault.operator() == process.operator)
                .mapToLong(Fault::millis)
                .max()
                .orElse(0);
    }

    private void fault(Fault fault) {
        Life process = processes.get(fault.operator());
        switch (fault.trouble()) {
            case COMPACTION -> {
                tell("the server forgets its history");
                server.compact();
                server.forgetPages();
            }
            case CRASH -> {
                if (!process.isDead()) {
                    process.crash();
                    oracle.died(process);
                    restart(fault);
                }
            }
            case STOP -> {
                if (!process.isDead() && !process.isStopping()) {
                    process.stop(() -> {
                        oracle.died(process);
                        restart(fault);
                    });
                }
            }
            case CLOCK_JUMP -> {
                Duration by = Duration.ofMillis(chance.nextBoolean() ? fault.millis() : -fault.millis());
                tell("the clock of operator " + process.name() + " jumps by " + by.toMillis() + " ms");
                clocks.set(fault.operator(), clocks.get(fault.operator()).plus(by));
                process.timers.jump(by);
                oracle.clockJumped();
            }
            case PAUSE -> {
                pause(fault.operator(), 1);
                scheduler.after(Duration.ofMillis(fault.millis()), null, () -> pause(fault.operator(), -1));
            }
            case TAKEOVER -> {
                long since = scheduler.nanos();
                pause(fault.operator(), 1);
                scheduler.after(Duration.ofMillis(fault.millis()), null, () -> {
                    takeOver(fault.operator(), since);
                    pause(fault.operator(), -1);
                });
            }
            default -> {
                if (!process.isDead()) {
                    process.transport.hit(fault.trouble(), fault.millis());
                }
            }
        }
    }

    /** The other operator handles all there is, and leaves what it remembers as this one does. */
    private void takeOver(int operator, long since) {
        for (Thing thing : oracle.handledByOthers()) {
            ObjectNode now = thing.latest().object;
            ObjectNode metadata = (ObjectNode) now.get("metadata");
            server.patch(
                    "the other operator",
                    metadata.path("namespace").asText(),
                    thing.name,
                    HostileLayer.handled(plan, operator, thing.latest().text),
                    plan.setting().stateInStatus());
            oracle.tookOver(thing, operator, since);
        }
    }

    private void pause(int operator, int peers) {
        boolean before = isPaused(operator);
        pauses.merge(operator, peers, Integer::sum);
        if (isPaused(operator) != before) {
            if (before) {
                oracle.resumed(operator);
            }
            processes.get(operator).pause(!before);
        }
    }

    boolean isPaused(int operator) {
        return pauses.getOrDefault(operator, 0) > 0;
    }

    private void restart(Fault fault) {
        int operator = fault.operator();
        scheduler.after(Duration.ofMillis(fault.millis()), null, () -> {
            Life next = new Life(this, operator, ++lives, clocks.get(operator));
            processes.set(operator, next);
            next.start();
        });
    }

    // --- people

    private static String namespace(int object) {
        return object == 1 ? "other" : "default";
    }

    private void act(Act act) {
        String name = "w" + act.object();
        String namespace = namespace(act.object());
        ObjectNode object = server.get(namespace, name);
        tell(() -> "somebody does " + act + (object == null ? "; there is none" : ""));
        try {
            switch (act.deed()) {
                case CREATE -> {
                    if (object == null) {
                        create(namespace, name, act.value());
                    }
                }
                case RECREATE -> {
                    if (object != null) {
                        server.delete("somebody", namespace, name);
                    }
                    if (server.get(namespace, name) == null) {
                        create(namespace, name, act.value());
                    }
                }
                default -> {
                    if (object != null) {
                        change(act, namespace, name, object);
                    }
                }
            }
        } catch (StatusException e) {
            tell(() -> "which is refused: " + e.getMessage());
        }
    }

    private void create(String namespace, String name, int value) {
        server.create(
                "somebody",
                namespace,
                name,
                Json.object().put("size", "s" + value).put("color", "c0"));
    }

    private void change(Act act, String namespace, String name, ObjectNode object) {
        int value = act.value();
        switch (act.deed()) {
            case SET_SIZE -> spec(namespace, name, object, "{\"spec\":{\"size\":\"s" + value + "\"}}");
            case SET_COLOR ->
                spec(
                        namespace,
                        name,
                        object,
                        value == 0 ? "{\"spec\":{\"color\":null}}" : "{\"spec\":{\"color\":\"c" + value + "\"}}");
            case SET_BOTH ->
                spec(namespace, name, object, "{\"spec\":{\"size\":\"s" + value + "\",\"color\":\"c" + value + "\"}}");
            case REVERT -> {
                List<String> earlier = specs.getOrDefault(namespace + name, List.of());
                if (!earlier.isEmpty()) {
                    String before = earlier.get(Math.max(0, earlier.size() - 1 - value));
                    spec(namespace, name, object, before);
                }
            }
            case LABEL -> server.patch("somebody", namespace, name, metadata("labels", "team", "t" + value), false);
            case ANNOTATE ->
                server.patch("somebody", namespace, name, metadata("annotations", "note", "n" + value), false);
            case DELETE -> server.delete("somebody", namespace, name);
            case ADD_FINALIZER -> finalizers(namespace, name, object, true);
            case REMOVE_FINALIZER -> finalizers(namespace, name, object, false);
            case PEER_STATUS ->
                server.patch("a peer", namespace, name, "{\"status\":{\"peer\":\"p" + value + "\"}}", true);
            case PEER_PHASE ->
                server.patch("a peer", namespace, name, "{\"status\":{\"phase\":\"p" + value + "\"}}", true);
            case PEER_LOG -> server.patch("a peer", namespace, name, Lists.withLog(object, "p" + value), true);
            case GARBLE -> {
                oracle.garbled(object);
                boolean status = plan.setting().stateInStatus();
                server.patch("somebody", namespace, name, HostileLayer.patch(plan, value), status);
            }
            case OWN -> server.patch("somebody", namespace, name, Lists.withOwner(object, "o" + value), false);
            default -> throw new IllegalArgumentException("no change: " + act);
        }
    }

    private static String metadata(String stanza, String key, String value) {
        return "{\"metadata\":{\"" + stanza + "\":{\"" + key + "\":"
                + (value.endsWith("0") ? "null" : "\"" + value + "\"") + "}}}";
    }

    private void spec(String namespace, String name, ObjectNode object, String patch) {
        JsonNode before = object.path("spec");
        ObjectNode old = Json.object();
        for (String field : List.of("size", "color")) {
            old.set(field, before.get(field));
        }
        specs.computeIfAbsent(namespace + name, key -> new ArrayList<>())
                .add(Json.object().set("spec", old).toString());
        server.patch("somebody", namespace, name, patch, false);
    }

    private void finalizers(String namespace, String name, ObjectNode object, boolean add) {
        List<String> finalizers = new ArrayList<>();
        object.path("metadata").path("finalizers").forEach(each -> finalizers.add(each.asText()));
        finalizers.remove(Oracle.FOREIGN_FINALIZER);
        if (add) {
            finalizers.add(0, Oracle.FOREIGN_FINALIZER);
        }
        ObjectNode patch = Json.object();
        patch.putObject("metadata").set("finalizers", Json.texts(finalizers));
        server.patch("somebody", namespace, name, patch.toString(), false);
    }

    // --- words

    void tell(String what) {
        tell(() -> what);
    }

    void tell(Supplier<String> what) {
        if (words != null) {
            words.append(String.format("%12.6f s  ", scheduler.nanos() / 1e9))
                    .append(what.get())
                    .append('\n');
        }
    }

    boolean areOfDifferentObjects(byte[] first, byte[] second) {
        return !uid(first).equals(uid(second))
                && !uid(first).isEmpty()
                && !uid(second).isEmpty();
    }

    private static String uid(byte[] line) {
        try {
            return Json.parse(line).path("object").path("metadata").path("uid").asText();
        } catch (IOException e) {
            return "";
        }
    }
}

package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.internal.client.FakeTimers;
import dev.kopf.runtime.internal.client.Timers;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.ResourceKind;
import dev.kopf.runtime.resource.WatchEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The worker of one object, in one thread: what it does is scripted, and what it says is noted. */
final class OneWorker {

    static final ResourceKind KIND = ResourceKind.namespaced("example.org", "v1", "Widget", "widgets");

    final FakeTimers timers = new FakeTimers();
    final Scripted work = new Scripted();
    final Office office = new Office();

    /** Where it works. */
    Places places = Runnable::run;

    /** Does one thing after the other in its cycles. */
    static final class Scripted implements ObjectWorker.Work {
        final List<Memory> before = new ArrayList<>();
        final List<Patch> extras = new ArrayList<>();
        final List<String> forgotten = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();
        Runnable spying = () -> {};

        @Nullable
        WatchEvent latest;

        boolean isDigestible = true;
        boolean isStopping;

        interface Step {
            @Nullable
            Memory run(Memory memory, @Nullable WaitingState newest);
        }

        void then(Step step) {
            steps.add(step);
        }

        @Override
        public boolean spies() {
            return true;
        }

        @Override
        public Patch spy(ObjectRef object, Memory memory, WatchEvent event) {
            spying.run();
            return Patch.EMPTY;
        }

        @Override
        public @Nullable Memory cycle(
                ObjectRef object, Memory memory, @Nullable WaitingState newest, Patch extra, int turnsOfOthers) {
            before.add(memory);
            extras.add(extra);
            return steps.isEmpty() ? memory.settled() : steps.remove(0).run(memory, newest);
        }

        @Override
        public @Nullable WaitingState latest(ObjectRef object) {
            return latest == null ? null : WaitingState.of(latest);
        }

        @Override
        public void forget(String key) {
            forgotten.add(key);
        }

        @Override
        public String digest(WatchEvent event) {
            if (!isDigestible) {
                throw new StackOverflowError();
            }
            return "digest of " + event.body().resourceVersion();
        }

        @Override
        public boolean isStopping() {
            return isStopping;
        }
    }

    /** For whom the worker works: there is no room for any state that waits. */
    final class Office implements ObjectWorker.Employer {
        final List<String> told = new ArrayList<>();
        private final WaitingStates none = new WaitingStates(0);

        @Override
        public ObjectWorker.Work work() {
            return work;
        }

        @Override
        public Places places() {
            return places;
        }

        @Override
        public Timers timers() {
            return timers;
        }

        @Override
        public WaitingStates waiting() {
            return none;
        }

        @Override
        public void onIdle(ObjectWorker worker, Memory memory) {
            told.add("idle");
        }

        @Override
        public void onLeaving(ObjectWorker worker) {
            told.add("leaving");
        }

        @Override
        public void onGone(ObjectWorker worker) {
            told.add("gone");
        }
    }

    ObjectWorker worker() {
        WatchEvent first = event(1);
        return new ObjectWorker(ObjectRef.of(KIND, first.body()), Memory.first(first), office);
    }

    static WatchEvent event(int version) {
        return event("default", "u", version);
    }

    static WatchEvent event(@Nullable String namespace, String uid, int version) {
        Map<String, @Nullable Object> metadata = new HashMap<>();
        metadata.put("name", uid);
        metadata.put("namespace", namespace);
        metadata.put("uid", uid);
        metadata.put("resourceVersion", String.valueOf(version));
        return new WatchEvent(WatchEvent.Type.MODIFIED, new Body(Map.of("metadata", metadata)));
    }

    /** What is set beside the worker, of which it is known what was there. */
    static Given given(String name, Runnable onWritten) {
        return new Given(patch(name), List.of(onWritten), Basis.NONE, 0);
    }

    static Patch patch(String label) {
        return Patch.EMPTY.withAnnotation("label", label);
    }
}

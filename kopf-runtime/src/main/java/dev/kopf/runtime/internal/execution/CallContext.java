package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.essence.Diff;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.DaemonContext;
import dev.kopf.runtime.handler.DeleteContext;
import dev.kopf.runtime.handler.EventContext;
import dev.kopf.runtime.handler.EventRecorder;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerCall;
import dev.kopf.runtime.handler.HandlerContext;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.handler.IndexContext;
import dev.kopf.runtime.handler.IndexName;
import dev.kopf.runtime.handler.IndexView;
import dev.kopf.runtime.handler.ObjectMemo;
import dev.kopf.runtime.handler.OperatorMemo;
import dev.kopf.runtime.handler.PatchEditor;
import dev.kopf.runtime.handler.ResumeContext;
import dev.kopf.runtime.handler.Stopped;
import dev.kopf.runtime.handler.SubHandlerContext;
import dev.kopf.runtime.handler.SubHandlerFunction;
import dev.kopf.runtime.handler.TimerContext;
import dev.kopf.runtime.handler.UpdateContext;
import dev.kopf.runtime.internal.client.EventSubject;
import dev.kopf.runtime.resource.WatchEvent;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** One call of a handler: the glue's view of it, and the author's. Not safe for use by several threads. */
final class CallContext
        implements HandlerCall,
                CreateContext,
                UpdateContext,
                DeleteContext,
                ResumeContext,
                SubHandlerContext,
                EventContext,
                DaemonContext,
                TimerContext,
                IndexContext {

    private final Handler handler;
    private final Pass pass;
    private final Attempt attempt;
    private final Services services;
    private final SubHandlers subHandlers;
    private final Edits edits;
    private @Nullable MemoValues memos;

    CallContext(Handler handler, Pass pass, Attempt attempt, SubHandlers subHandlers, Services services) {
        this.handler = handler;
        this.pass = pass;
        this.attempt = attempt;
        this.subHandlers = subHandlers;
        this.services = services;
        this.edits = new Edits(services.mapper(), pass.situation().body());
        if (handler.type() == HandlerType.DAEMON) { // which may outlive the object, and clean up what others have left
            this.memos = services.shared().memos().of(pass.situation().object());
        }
    }

    /**
     * Which attempt a call is, and why.
     *
     * @param ongoing of daemons and timers; null for others
     */
    record Attempt(
            Cause cause,
            int retry,
            Instant started,
            @Nullable Ongoing ongoing) {}

    Edits edits() {
        return edits;
    }

    @Override
    public <R> R resource(Class<R> type) {
        return pass.resource(type);
    }

    @Override
    public <R> @Nullable R oldEssence(Class<R> type) {
        Essence essence = attempt.cause().oldEssence();
        return essence == null ? null : pass.essence(essence, type);
    }

    @Override
    public <R> R newEssence(Class<R> type) {
        return pass.essence(attempt.cause().newEssence(), type);
    }

    @Override
    public JsonStates essences() {
        Essence before = attempt.cause().oldEssence();
        return new JsonStates(
                before == null ? null : before.asMap(),
                attempt.cause().newEssence().asMap());
    }

    @Override
    public <C extends HandlerContext> C context(Class<C> type) {
        return type.cast(this);
    }

    @Override
    public HandlerId handlerId() {
        return handler.id();
    }

    @Override
    public Reason reason() {
        return attempt.cause().reason();
    }

    @Override
    public int retry() {
        return attempt.retry();
    }

    @Override
    public Instant started() {
        return attempt.started();
    }

    @Override
    public Duration runtime() {
        return Duration.between(attempt.started(), services.time().instant());
    }

    @Override
    public Logger logger() {
        return services.logger(pass.situation().object(), handler);
    }

    @Override
    public KubernetesClient client() {
        return services.client().get();
    }

    @Override
    public PatchEditor patch() {
        return edits;
    }

    @Override
    public <T> T memo(ObjectMemo<T> memo) {
        MemoValues shared = memos;
        if (shared == null) {
            shared = services.shared().memos().of(pass.situation().object());
            memos = shared;
        }
        return services.shared().memos().memo(shared, memo);
    }

    @Override
    public <K, V extends @Nullable Object> IndexView<K, V> index(IndexName<K, V> name) {
        return services.shared().indexes().index(name);
    }

    @Override
    public IndexContext indexContext() {
        return this;
    }

    @Override
    public <T> T memo(OperatorMemo<T> memo) {
        return services.shared().memos().memo(memo);
    }

    @Override
    public void event(String type, String reason, String message) {
        recorder().event(type, reason, message);
    }

    @Override
    public void info(String reason, String message) {
        recorder().info(reason, message);
    }

    @Override
    public void warn(String reason, String message) {
        recorder().warn(reason, message);
    }

    @Override
    public void exception(String reason, String message, Throwable thrown) {
        recorder().exception(reason, message, thrown);
    }

    @Override
    public EventRecorder eventsOf(Object... objects) {
        return recorder().eventsOf(objects);
    }

    private EventRecorder recorder() {
        EventSubject subject = EventSubject.of(pass.situation().object());
        return new Recorder(services.events(), List.of(subject));
    }

    @Override
    public HasMetadata owner() {
        return services.mapper().decode(pass.situation().body().fields());
    }

    @Override
    public Diff diff() {
        Diff diff = attempt.cause().diff();
        return handler.field().isRoot() ? diff : diff.reduce(handler.field());
    }

    @Override
    public void subHandler(HandlerOptions options, SubHandlerFunction function) {
        subHandlers.add(options, call -> function.apply(call.context(SubHandlerContext.class)));
    }

    @Override
    public void runSubHandlers() {
        subHandlers.run();
        if (subHandlers.delay() != null) {
            throw new SubHandlers.Pending();
        }
    }

    @Override
    public Stopped stopped() {
        return ongoing().stopped();
    }

    @Override
    public <R> R latest(Class<R> type) {
        return services.mapper().decode(ongoing().latest().get().fields(), type);
    }

    private Ongoing ongoing() {
        return Objects.requireNonNull(attempt.ongoing(), "only daemons and timers are stopped");
    }

    @Override
    public WatchEvent event() {
        return pass.situation().event();
    }
}

package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.essence.Diff;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.DeleteContext;
import dev.kopf.runtime.handler.EventContext;
import dev.kopf.runtime.handler.EventRecorder;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerCall;
import dev.kopf.runtime.handler.HandlerContext;
import dev.kopf.runtime.handler.HandlerId;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.PatchEditor;
import dev.kopf.runtime.handler.ResumeContext;
import dev.kopf.runtime.handler.SubHandlerContext;
import dev.kopf.runtime.handler.SubHandlerFunction;
import dev.kopf.runtime.handler.UpdateContext;
import dev.kopf.runtime.internal.client.EventSubject;
import dev.kopf.runtime.resource.WatchEvent;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
                EventContext {

    private final Handler handler;
    private final Pass pass;
    private final Attempt attempt;
    private final Services services;
    private final SubHandlers subHandlers;
    private final Edits edits;

    CallContext(Handler handler, Pass pass, Attempt attempt, SubHandlers subHandlers, Services services) {
        this.handler = handler;
        this.pass = pass;
        this.attempt = attempt;
        this.subHandlers = subHandlers;
        this.services = services;
        this.edits = new Edits(services.mapper(), pass.situation().body());
    }

    /** Which attempt a call is, and why. */
    record Attempt(Cause cause, int retry, Instant started) {}

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
    public WatchEvent event() {
        return pass.situation().event();
    }
}

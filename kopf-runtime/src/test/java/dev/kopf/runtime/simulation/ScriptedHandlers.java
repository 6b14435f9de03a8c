package dev.kopf.runtime.simulation;

import dev.kopf.runtime.handler.BackgroundContext;
import dev.kopf.runtime.handler.ChangingContext;
import dev.kopf.runtime.handler.HandlerContext;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.HandlerRegistration;
import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.runtime.handler.TemporaryException;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.ResourceKind;
import dev.kopf.runtime.simulation.Plan.BackgroundPlan;
import dev.kopf.runtime.simulation.Plan.Behaviour;
import dev.kopf.runtime.simulation.Plan.HandlerPlan;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The author's side of an operator: handlers that do what the plan says, and tell what they were shown. */
@SuppressWarnings(
        "rawtypes") // an object is decoded as a plain map, so that nothing stands between it and what is checked
final class ScriptedHandlers extends HandlerRegistration<Map, ScriptedHandlers.Pair, ScriptedHandlers> {

    private static final ResourceKind KIND = ResourceKind.namespaced("example.org", "v1", "Widget", "widgets");

    private final History history;
    private final Life process;

    /** What a change leads from and to. */
    record Pair(@Nullable Map<?, ?> before, Map<?, ?> after) {}

    ScriptedHandlers(History history, Life process) {
        super(KIND, Map.class, Pair::new);
        this.history = history;
        this.process = process;
        history.plan.handlers().forEach(this::add);
        history.plan.background().forEach(this::attend);
        String team = history.plan.setting().index();
        if (!team.isEmpty()) {
            HandlerOptions all = Indexed.BY_SIZE.options();
            index(
                    Indexed.BY_SIZE,
                    team.equals("*") ? all : all.withLabel("team", team),
                    (body, ctx) -> history.oracle.index(process, body));
        }
        if (handlers().isEmpty()) {
            event("nothing", (body, ctx) -> {});
        }
    }

    @Override
    protected ScriptedHandlers self() {
        return this;
    }

    private void add(HandlerPlan plan) {
        HandlerOptions options = options(plan, plan.id());
        switch (plan.type()) {
            case CREATE -> create(options, (body, ctx) -> call(plan, body, null, ctx));
            case UPDATE -> update(options, (body, pair, ctx) -> call(plan, body, pair, ctx));
            case RESUME -> resume(options, (body, ctx) -> call(plan, body, null, ctx));
            case DELETE -> delete(options, (body, ctx) -> call(plan, body, null, ctx));
            case EVENT -> event(options, (body, ctx) -> call(plan, body, null, (HandlerContext) ctx));
            case FIELD ->
                field(
                        options,
                        FieldPath.of(plan.field().split("\\.", -1)),
                        pair -> pair,
                        (body, pair, ctx) -> call(plan, body, pair, ctx));
            default -> throw new IllegalArgumentException("cannot play " + plan.type());
        }
    }

    private void attend(BackgroundPlan plan) {
        HandlerOptions options = HandlerOptions.of(plan.id());
        if (!plan.label().isEmpty()) {
            options = options.withLabel("team", plan.label());
        }
        if (plan.idle() > 0) {
            options = options.withIdle(Duration.ofMillis(plan.idle()));
        }
        if (plan.isDaemon()) {
            daemon(options, (body, ctx) -> attend(plan, body, ctx));
        } else {
            timer(options.withInterval(Duration.ofMillis(plan.interval())), (body, ctx) -> attend(plan, body, ctx));
        }
    }

    private @Nullable Object attend(BackgroundPlan plan, Map<?, ?> body, BackgroundContext ctx) throws Exception {
        if (process.isDead()) {
            throw new Crashed();
        }
        history.oracle.looks(process, body, ctx);
        Attendance.Call call = history.oracle.attendance().begins(process, plan, body, ctx.stopped());
        Behaviour behaviour = call.behaviour();
        boolean cutOff = true;
        try {
            if (behaviour != null) {
                history.sleep(Duration.ofMillis(behaviour.millis()), false);
            } else if (plan.isDaemon()) {
                while (!ctx.stopped().isSet()) {
                    history.sleep(Attendance.LOOK, false);
                }
            }
            cutOff = process.isDead();
        } finally {
            history.oracle.attendance().ends(call, cutOff);
        }
        if (behaviour == null) {
            return null;
        }
        return switch (behaviour.ending()) {
            case SUCCEED -> behaviour.result() ? Map.of("number", call.number()) : null;
            case FAIL_TEMPORARILY -> throw new TemporaryException("not yet", Duration.ofMillis(behaviour.delay()));
            case FAIL_PERMANENTLY -> throw new PermanentException("never");
            case THROW_EXCEPTION -> throw new IllegalStateException("oops");
            default -> throw new AssertionError("oh no");
        };
    }

    private static HandlerOptions options(HandlerPlan plan, String id) {
        HandlerOptions options = HandlerOptions.of(id);
        if (!plan.label().isEmpty() && !plan.isSub()) {
            options = options.withLabel("team", plan.label());
        }
        if (!plan.isSub()) {
            options = plan.wish().in(options);
        }
        if (plan.retries() > 0) {
            options = options.withRetries(plan.retries());
        }
        if (plan.timeout() > 0) {
            options = options.withTimeout(Duration.ofMillis(plan.timeout()));
        }
        if (plan.backoff() >= 0) {
            options = options.withBackoff(Duration.ofMillis(plan.backoff()));
        }
        if (plan.flag()) {
            options = switch (plan.type()) {
                case DELETE -> options.withOptional(true);
                case RESUME -> options.withDeleted(true);
                case FIELD -> options.withInitial(true);
                default -> options;
            };
        }
        return options;
    }

    private @Nullable Object call(HandlerPlan plan, Map<?, ?> body, @Nullable Pair pair, ChangingContext ctx)
            throws Exception {
        for (HandlerPlan sub : plan.subs()) {
            ctx.subHandler(
                    options(sub, sub.idBelow(plan)), subContext -> call(sub, body, null, (ChangingContext) subContext));
        }
        return call(plan, body, pair, (HandlerContext) ctx);
    }

    private @Nullable Object call(HandlerPlan plan, Map<?, ?> body, @Nullable Pair pair, HandlerContext ctx)
            throws Exception {
        if (process.isDead()) {
            throw new Crashed();
        }
        history.oracle.looks(process, body, ctx);
        Thing.Call call = history.oracle.begins(
                process, new Oracle.Shown(plan, body, pair, ctx.reason(), ctx.retry(), ctx.started()));
        Behaviour behaviour = call.behaviour;
        String problem = null;
        try {
            if (behaviour.millis() > 0) {
                history.sleep(Duration.ofMillis(behaviour.millis()), behaviour.hangs());
            }
            if (behaviour.sets()) {
                ctx.patch().set(FieldPath.of("status", "edited-" + plan.id()), "e" + call.value());
            }
            Lists.edit(ctx.patch(), call);
            switch (behaviour.ending()) {
                case SUCCEED -> {
                    return behaviour.result() && plan.type() != HandlerType.DELETE
                            ? Map.of("number", call.value())
                            : null;
                }
                case FAIL_TEMPORARILY ->
                    throw behaviour.delay() >= 0
                            ? new TemporaryException("not yet", Duration.ofMillis(behaviour.delay()))
                            : new TemporaryException("not yet");
                case FAIL_PERMANENTLY -> throw new PermanentException("never");
                case THROW_EXCEPTION -> throw new IllegalStateException("oops");
                default -> throw new AssertionError("oh no");
            }
        } catch (InterruptedException | Crashed e) {
            problem = "is cut off";
            throw e;
        } finally {
            history.oracle.ends(call, problem);
        }
    }
}

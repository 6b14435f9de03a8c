package dev.kopf.runtime.handler;

import dev.kopf.runtime.cause.Cause;
import dev.kopf.runtime.cause.Reason;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The handlers of one kind, in order of registration, and which of them a cause selects.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class KindHandlers {

    private final ResourceKind kind;
    private final List<Handler> changing;
    private final List<Handler> events;
    private final List<Handler> background;
    private final List<Handler> indexing;
    private final List<FieldPath> extraFields;
    private final List<FieldPath> secrets;

    KindHandlers(ResourceKind kind, List<Handler> handlers) {
        this.kind = kind;
        this.changing = handlers.stream().filter(h -> h.type().isChanging()).toList();
        this.events =
                handlers.stream().filter(h -> h.type() == HandlerType.EVENT).toList();
        this.background = handlers.stream().filter(h -> h.type().isBackground()).toList();
        this.indexing =
                handlers.stream().filter(h -> h.type() == HandlerType.INDEX).toList();
        this.extraFields = Stream.of(changing, events, background)
                .flatMap(List::stream)
                .map(Handler::field)
                .filter(field -> !field.isRoot())
                .distinct()
                .toList();
        this.secrets = handlers.stream()
                .flatMap(handler -> handler.kind().secrets().stream())
                .distinct()
                .toList();
    }

    /** The kind. */
    public ResourceKind kind() {
        return kind;
    }

    /** The handlers whose progress is kept on the object. */
    public List<Handler> changing() {
        return changing;
    }

    /** The handlers of raw events. */
    public List<Handler> events() {
        return events;
    }

    /** The daemons and timers. */
    public List<Handler> background() {
        return background;
    }

    /** Those that fill indexes. */
    public List<Handler> indexing() {
        return indexing;
    }

    /** Whether nothing is done for objects but to index them. */
    public boolean onlyIndex() {
        return changing.isEmpty() && events.isEmpty() && background.isEmpty();
    }

    /** All handlers: those whose progress is kept, those of raw events, daemons and timers, and those that fill indexes. */
    public Stream<Handler> all() {
        return Stream.of(changing, events, background, indexing).flatMap(List::stream);
    }

    /** All handlers, as they are named to people. */
    public List<String> descriptions() {
        return all().map(Handler::description).toList();
    }

    /** The handlers of raw events that are for this object, in order of registration. */
    public List<Handler> events(Body body, Cause cause) {
        return matching(events, body, cause);
    }

    /** The daemons and timers that are for this object as it is (B-8), in order of registration. */
    public List<Handler> background(Body body, Cause cause) {
        return matching(background, body, cause);
    }

    private static List<Handler> matching(List<Handler> handlers, Body body, Cause cause) {
        return handlers.stream()
                .map(handler -> handler.ifMatching(body, cause))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Whether an object needs our finalizer before it is handled (C-21, R11). A handler whose filters throw needs it: the deletion must not
     * be missed because nobody can tell whether it is wanted.
     */
    public boolean requireFinalizer(Body body, Cause cause) {
        return changing.stream()
                .anyMatch(handler -> handler.requiresFinalizer() && mayBeCalledFor(handler, body, cause));
    }

    /**
     * Whether any handler whose progress is kept may be called for an object, where each has a cause of its own; another object is not to
     * be touched (C-30).
     */
    public boolean concern(Body body, Function<Handler, Cause> causes) {
        return changing.stream().anyMatch(handler -> mayBeCalledFor(handler, body, causes.apply(handler)));
    }

    /** The handlers whose progress is kept that may be called for an object with this cause. */
    public List<Handler> concerned(Body body, Cause cause) {
        return changing.stream()
                .filter(handler -> mayBeCalledFor(handler, body, cause))
                .toList();
    }

    /**
     * Whether the state of an object is to be remembered though no handler is for it yet: one may come to be by a change, which is told by
     * what was there before (R18). Not as long as a handler of creations may come to be for it, as the object is new only once.
     */
    public boolean awaitChanges(Body body) {
        return changing.stream().noneMatch(handler -> isForCreation(handler) && handler.mayComeToMatch(body))
                && changing.stream().anyMatch(handler -> needsPast(handler) && handler.mayComeToMatch(body));
    }

    private static boolean isForCreation(Handler handler) {
        return handler.type() == HandlerType.CREATE || handler.options().initial();
    }

    private static boolean needsPast(Handler handler) {
        return handler.type().isForChanges() || handler.type() == HandlerType.RESUME;
    }

    /**
     * Whether a change is one that filters of changes have looked at: what they compare the next one with is the state after it, whether or
     * not they let it pass (F-5).
     */
    public boolean judge(Cause cause) {
        return changing.stream()
                .anyMatch(handler -> handler.type().isForChanges()
                        && handler.options().filters().judgeChanges()
                        && !cause.diff().reduce(handler.owed()).isEmpty());
    }

    private static boolean mayBeCalledFor(Handler handler, Body body, Cause cause) {
        return handler.ifPrematching(body, cause) != null;
    }

    /**
     * The handlers that are not for an object as it is now: their filters keep it from them, whatever the change, since the stored essence or
     * since what they have seen last.
     *
     * @param causes the cause of each by what it has seen
     */
    public List<Handler> away(Body body, Cause cause, Function<Handler, Cause> causes) {
        return changing.stream()
                .filter(handler ->
                        !mayBeCalledFor(handler, body, cause) || !mayBeCalledFor(handler, body, causes.apply(handler)))
                .toList();
    }

    /** Whether the last handled essence is of use to any handler: all but deletion tell by it what is new to them. */
    public boolean rememberEssence() {
        return changing.stream().anyMatch(handler -> handler.type() != HandlerType.DELETE);
    }

    /** The fields that belong to the essence beside the usual, because handlers look at them (D-1). */
    public List<FieldPath> extraFields() {
        return extraFields;
    }

    /** The places of secrets in objects of this kind, of which only digests are kept (R12). */
    public List<FieldPath> secrets() {
        return secrets;
    }

    /**
     * The handlers that are owed a call, in order of registration, where each has a cause of its own (C-8, R1). One whose filters throw is
     * among them, and fails with what they threw when it is called.
     */
    public List<Selected> select(Body body, Function<Handler, Cause> causes) {
        List<Selected> selected = new ArrayList<>();
        for (Handler handler : changing) {
            Cause cause = causes.apply(handler);
            Handler matching = selects(handler, cause) ? handler.ifMatching(body, cause) : null;
            if (matching != null) {
                selected.add(new Selected(matching, cause));
            }
        }
        return selected;
    }

    private static boolean selects(Handler handler, Cause cause) {
        return switch (handler.type()) {
            case CREATE, DELETE -> handler.type().reason() == cause.reason();
            case UPDATE -> cause.reason() == Reason.UPDATE && !cause.diff().isEmpty();
            case RESUME ->
                cause.initial()
                        && cause.reason().isHandled()
                        && cause.reason() != Reason.CREATE
                        && (cause.reason() != Reason.DELETE || handler.options().deleted());
            case FIELD -> cause.reason().isHandled() && (cause.oldEssence() != null || isFirstValueFor(handler, cause));
            case SUB_HANDLER, SUB_UPDATE -> true;
            case EVENT, DAEMON, TIMER, INDEX -> false;
        };
    }

    private static boolean isFirstValueFor(Handler handler, Cause cause) {
        return cause.reason() == Reason.CREATE && handler.options().initial();
    }

    @Override
    public String toString() {
        return kind + Objects.toString(all().toList());
    }
}

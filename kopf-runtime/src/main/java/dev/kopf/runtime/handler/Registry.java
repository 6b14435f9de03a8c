package dev.kopf.runtime.handler;

import dev.kopf.runtime.resource.DiscoveredKind;
import dev.kopf.runtime.resource.ResourceKind;
import dev.kopf.runtime.resource.ResourceSelector;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All handlers of an operator, by kind.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Registry {

    private final Map<ResourceKind, KindHandlers> kinds;
    private final List<Declared> declared;
    private final OperatorHandlers own;

    private Registry(Map<ResourceKind, KindHandlers> kinds, List<Declared> declared, OperatorHandlers own) {
        this.kinds = kinds;
        this.declared = List.copyOf(declared);
        this.own = own;
    }

    /**
     * A handler in the order of registration.
     *
     * @param handler of its kind, or of whatever kinds its selector means
     * @param generic whose selector it is; null for a handler of a class
     */
    private record Declared(Handler handler, @Nullable GenericHandlers generic) {}

    /**
     * The handlers of these sources, in order.
     *
     * @throws IllegalArgumentException if a source brings no handler, has options that come to nothing, or two handlers of a
     *     kind have one id (R10), or they are for two of its versions; the message names what is meant
     */
    public static Registry of(Collection<? extends HandlerSource> sources) {
        List<Declared> declared = new ArrayList<>();
        List<OperatorHandlers> ofOperator = new ArrayList<>();
        for (HandlerSource source : sources) {
            List<Handler> handlers = handlersOf(source);
            OperatorHandlers own = OperatorHandlers.of(source);
            if (handlers.isEmpty() && own.isEmpty()) {
                throw new IllegalArgumentException(source.getClass().getName()
                        + " implements no method of its handler interface, so there is nothing to call.");
            }
            GenericHandlers generic = source instanceof GenericHandlers selecting ? selecting : null;
            handlers.forEach(handler -> declared.add(new Declared(handler, generic)));
            ofOperator.add(own);
        }
        List<Handler> all = declared.stream().map(Declared::handler).toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException(
                    "There are only handlers of the operator's own start and end, and none of"
                            + " a kind, so there is nothing to watch.");
        }
        requireUniqueIds(all);
        OperatorHandlers own = OperatorHandlers.together(ofOperator);
        requireOneVersion(declared);
        requireOneIndexOfAName(all);
        Map<ResourceKind, KindHandlers> kinds = new LinkedHashMap<>();
        for (Declared each : declared) {
            if (each.generic() == null) {
                kinds.computeIfAbsent(
                        each.handler().kind(), kind -> handlersOf(kind, declared, selector -> fits(selector, kind)));
            }
        }
        return new Registry(kinds, declared, own);
    }

    /** Handlers of a kind: those of its class, and those of selectors, in order of registration. */
    private static KindHandlers handlersOf(
            ResourceKind kind, List<Declared> declared, Predicate<ResourceSelector> selected) {
        List<Handler> handlers = new ArrayList<>();
        for (Declared each : declared) {
            GenericHandlers generic = each.generic();
            if (generic == null ? each.handler().kind().equals(kind) : selected.test(generic.selector())) {
                handlers.add(generic == null ? each.handler() : each.handler().of(kind));
            }
        }
        requireUniqueIds(handlers);
        return new KindHandlers(kind, handlers);
    }

    /** Whether a selector means a kind of a class, as far as the class tells: it is watched in its version, before the server was asked. */
    private static boolean fits(ResourceSelector selector, ResourceKind kind) {
        return selector.matches(new DiscoveredKind(
                kind,
                new DiscoveredKind.Names(kind.kind().toLowerCase(Locale.ROOT), List.of(), List.of()),
                true,
                Set.of(),
                Set.of()));
    }

    /** The selectors of handlers for kinds without classes, and what they need; each once. */
    public Set<KindPlan.Want> wants() {
        Set<KindPlan.Want> wants = new LinkedHashSet<>();
        for (Declared each : declared) {
            GenericHandlers generic = each.generic();
            if (generic != null) {
                wants.add(generic.want());
            }
        }
        return wants;
    }

    /** Whether there are handlers of a class for a kind, in whatever version. */
    public boolean isTyped(ResourceKind kind) {
        return kinds.keySet().stream().anyMatch(typed -> typed.hasObjectsOf(kind));
    }

    /** Whether handlers of a selector are among those of a kind that has a class. */
    public boolean isSelecting(ResourceSelector selector, ResourceKind typed) {
        return kinds.containsKey(typed) && fits(selector, typed);
    }

    /**
     * The handlers of a kind without a class.
     *
     * @throws IllegalArgumentException if two of them have one id (R10); the message names both
     */
    public KindHandlers handlersOf(DiscoveredKind kind, KindPlan plan) {
        return handlersOf(
                kind.kind(), declared, selector -> plan.kindsOf(selector).contains(kind));
    }

    /** @throws IllegalArgumentException if two handlers of a kind have one id (R10); the message names both */
    static void requireUniqueIds(List<Handler> handlers) {
        Map<String, Handler> owners = new LinkedHashMap<>();
        for (Handler handler : handlers) {
            Handler other = owners.putIfAbsent(handler.kind() + " " + handler.id(), handler);
            if (other != null) {
                throw new IllegalArgumentException("Two handlers of " + handler.kind() + " have the id '" + handler.id()
                        + "': " + owner(other) + ", and " + owner(handler) + ". Give one of them another id.");
            }
        }
    }

    /**
     * @throws IllegalArgumentException if there are handlers for two versions of one kind, or for both groups of events: both would be called
     *     for the same objects (P2)
     */
    private static void requireOneVersion(List<Declared> declared) {
        Map<ResourceKind, Handler> owners = new LinkedHashMap<>();
        for (Declared each : declared) {
            if (each.generic() == null) { // what a selector means is known later
                Handler handler = each.handler();
                ResourceKind kind = handler.kind();
                owners.forEach((other, owner) -> {
                    if (kind.hasObjectsOf(other) && !kind.apiVersion().equals(other.apiVersion())) {
                        throw new IllegalArgumentException("There are handlers for two versions of one kind: " + other
                                + ", " + owner(owner) + ", and " + kind + ", " + owner(handler)
                                + ". They would be called for the same objects. Use one version: the API server gives"
                                + " all objects in it.");
                    }
                });
                owners.putIfAbsent(kind, handler);
            }
        }
    }

    private static void requireOneIndexOfAName(List<Handler> handlers) {
        Map<HandlerId, Handler> owners = new LinkedHashMap<>();
        for (Handler handler : handlers) {
            Handler other = handler.options().index() == null ? null : owners.putIfAbsent(handler.id(), handler);
            if (other != null && other.options().index() != handler.options().index()) {
                throw new IllegalArgumentException("Two indexes have the name '" + handler.id() + "': that of "
                        + other.description() + ", and that of " + handler.description()
                        + ". Use one IndexName for both, or give one of them another name.");
            }
        }
    }

    /** The indexes that handlers fill. */
    public Set<IndexName<?, ?>> indexes() {
        Set<IndexName<?, ?>> indexes = new LinkedHashSet<>();
        for (Declared each : declared) {
            IndexName<?, ?> index = each.handler().options().index();
            if (index != null) {
                indexes.add(index);
            }
        }
        return indexes;
    }

    /** The selectors of the kinds that indexes are filled from, with the indexes of each. */
    public Map<ResourceSelector, Set<IndexName<?, ?>>> indexesSelected() {
        Map<ResourceSelector, Set<IndexName<?, ?>>> selected = new LinkedHashMap<>();
        for (Declared each : declared) {
            IndexName<?, ?> index = each.handler().options().index();
            if (each.generic() != null && index != null) {
                selected.computeIfAbsent(each.generic().selector(), selector -> new LinkedHashSet<>())
                        .add(index);
            }
        }
        return selected;
    }

    private static String owner(Handler handler) {
        String origin = handler.options().origin();
        return "the " + handler.type() + " handler " + (origin != null ? origin : "of a registration by lambda");
    }

    /** What is called when somebody asks for the operator's health, in order of registration. */
    public List<Probe> probes() {
        return own.probes();
    }

    /** What is called for credentials, in order of registration. */
    public List<Login> logins() {
        return own.logins();
    }

    /**
     * What is called for credentials, in order of registration, whatever else the sources bring.
     *
     * @throws IllegalArgumentException if two handlers of the operator itself have one id
     */
    public static List<Login> logins(Collection<? extends HandlerSource> sources) {
        return OperatorHandlers.together(
                        sources.stream().map(OperatorHandlers::of).toList())
                .logins();
    }

    /** What is called at the operator's own start, or at its end, in order of registration. */
    public List<Activity> activities(Activity.Type type) {
        return own.activities().stream()
                .filter(activity -> activity.type() == type)
                .toList();
    }

    /** The kinds that have handlers, in order of registration. */
    public Collection<KindHandlers> kinds() {
        return kinds.values();
    }

    private static List<Handler> handlersOf(HandlerSource source) {
        if (source instanceof HandlerRegistration<?, ?, ?> registration) {
            return registration.handlers();
        }
        if (source instanceof ActivityRegistration) {
            return List.of();
        }
        HandlerSources.check(source.getClass());
        List<Handler> handlers = new ArrayList<>();
        for (Class<?> contract : HandlerSources.contractsOf(source.getClass())) {
            DispatchedBy glue = contract.getAnnotation(DispatchedBy.class);
            if (glue != null) {
                handlers.addAll(dispatch(glue.value(), source));
            }
        }
        return handlers;
    }

    @SuppressWarnings("unchecked") // the annotation stands on the very interface that the glue is for
    private static List<Handler> dispatch(Class<? extends Dispatch<?>> glue, HandlerSource source) {
        try {
            return ((Dispatch<HandlerSource>) glue.getConstructor().newInstance()).handlersOf(source);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The generated class " + glue.getName() + " cannot be made.", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The generated class " + glue.getName() + " must be public with a public constructor.", e);
        }
    }
}

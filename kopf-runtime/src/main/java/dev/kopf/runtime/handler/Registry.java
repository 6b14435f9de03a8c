package dev.kopf.runtime.handler;

import dev.kopf.runtime.resource.ResourceKind;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All handlers of an operator, by kind.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Registry {

    private final Map<ResourceKind, KindHandlers> kinds;

    private Registry(Map<ResourceKind, KindHandlers> kinds) {
        this.kinds = kinds;
    }

    /**
     * The handlers of these sources, in order.
     *
     * @throws IllegalArgumentException if a source brings no handler, has options that come to nothing, or two handlers of a
     *     kind have one id (R10), or they are for two of its versions; the message names what is meant
     */
    public static Registry of(Collection<? extends HandlerSource> sources) {
        List<Handler> all = new ArrayList<>();
        for (HandlerSource source : sources) {
            List<Handler> handlers = handlersOf(source);
            if (handlers.isEmpty()) {
                throw new IllegalArgumentException(source.getClass().getName()
                        + " implements no method of its handler interface, so there is nothing to call.");
            }
            all.addAll(handlers);
        }
        requireUniqueIds(all);
        requireOneVersion(all);
        Map<ResourceKind, List<Handler>> byKind = new LinkedHashMap<>();
        for (Handler handler : all) {
            byKind.computeIfAbsent(handler.kind(), kind -> new ArrayList<>()).add(handler);
        }
        Map<ResourceKind, KindHandlers> kinds = new LinkedHashMap<>();
        byKind.forEach((kind, handlers) -> kinds.put(kind, new KindHandlers(kind, handlers)));
        return new Registry(kinds);
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

    /** @throws IllegalArgumentException if there are handlers for two versions of one kind: both would be called for the same objects (P2) */
    private static void requireOneVersion(List<Handler> handlers) {
        Map<String, Handler> owners = new LinkedHashMap<>();
        for (Handler handler : handlers) {
            ResourceKind kind = handler.kind();
            Handler other = owners.putIfAbsent(kind.plural() + "." + kind.group(), handler);
            if (other != null && !other.kind().version().equals(kind.version())) {
                throw new IllegalArgumentException("There are handlers for two versions of one kind: " + other.kind()
                        + ", " + owner(other) + ", and " + kind + ", " + owner(handler)
                        + ". They would be called for the same objects. Use one version: the API server gives all"
                        + " objects in it.");
            }
        }
    }

    private static String owner(Handler handler) {
        String origin = handler.options().origin();
        return "the " + handler.type() + " handler " + (origin != null ? origin : "of a registration by lambda");
    }

    /** The kinds that have handlers, in order of registration. */
    public Collection<KindHandlers> kinds() {
        return kinds.values();
    }

    private static List<Handler> handlersOf(HandlerSource source) {
        if (source instanceof HandlerRegistration<?, ?, ?> registration) {
            return registration.handlers();
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

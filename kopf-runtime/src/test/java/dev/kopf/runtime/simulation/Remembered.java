package dev.kopf.runtime.simulation;

import dev.kopf.runtime.internal.reactor.Reactor;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;

/** Looks into an operator's memory, of which nothing is told outside. */
final class Remembered {

    private Remembered() {}

    /** How many objects an operator knows. */
    static long by(Reactor reactor) {
        long known = 0;
        for (Object kind : (List<?>) field(reactor, "kinds")) {
            known += ((Map<?, ?>) field(field(kind, "workers"), "objects")).size();
        }
        return known;
    }

    private static Object field(Object of, String name) {
        try {
            Field field = of.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the fields of the reactor have other names now", e);
        }
    }
}

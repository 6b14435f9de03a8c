package dev.kopf.runtime.simulation;

import dev.kopf.runtime.internal.reactor.Reactor;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

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

    /** Of how many objects an operator knows something for daemons and timers. */
    static long attended(Reactor reactor) {
        long known = 0;
        for (Object kind : (List<?>) field(reactor, "kinds")) {
            Object background = field(kind, "background");
            known += background == null ? 0 : ((Map<?, ?>) field(background, "objects")).size();
        }
        return known;
    }

    /** Of how many objects an operator knows something for its indexes. */
    static long indexed(Reactor reactor) {
        long known = 0;
        for (Object kind : (List<?>) field(reactor, "kinds")) {
            Object lane = field(kind, "lane");
            known += lane == null ? 0 : ((Map<?, ?>) field(lane, "objects")).size();
        }
        return known;
    }

    /** Of how many objects an operator keeps a memo. */
    static long memos(Reactor reactor) {
        long known = 0;
        for (Object kind : (List<?>) field(reactor, "kinds")) {
            known += ((Map<?, ?>) field(field(kind, "memos"), "objects")).size();
        }
        return known;
    }

    /** How many bytes the states take that wait for their turn. */
    static long waiting(Reactor reactor) {
        long taken = 0;
        for (Object kind : (List<?>) field(reactor, "kinds")) {
            taken = ((AtomicLong) field(field(field(kind, "workers"), "waiting"), "taken"))
                    .get(); // the same of all kinds
        }
        return taken;
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

package dev.kopf.runtime;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * What the process does when it gets a signal. The JDK has this in the module {@code jdk.unsupported} alone, and the compiler warns of
 * each use; hence by reflection, and with an answer for a JVM that does not have it, or keeps its signals ({@code -Xrs}).
 */
final class Signals {

    private Signals() {}

    /**
     * Calls back on a signal, in a thread of its own each time.
     *
     * @param name the signal's name without its {@code SIG}, such as {@code TERM}
     * @return what restores the previous reaction; it does nothing where the signal cannot be caught
     */
    static Runnable handle(String name, Runnable reaction) {
        try {
            Class<?> signalType = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Method handle = signalType.getMethod("handle", signalType, handlerType);
            Object signal = signalType.getConstructor(String.class).newInstance(name);
            Object handler = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handlerType}, reacting(reaction));
            Object previous = handle.invoke(null, signal, handler);
            return () -> restore(handle, signal, previous);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // The JVM's own reaction stays: it ends, and its shutdown hooks run.
            return () -> {};
        }
    }

    private static void restore(Method handle, Object signal, Object previous) {
        try {
            handle.invoke(null, signal, previous);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A signal that could be caught cannot be released: " + signal, e);
        }
    }

    private static InvocationHandler reacting(Runnable reaction) {
        return (proxy, method, args) -> switch (method.getName()) {
            case "equals" -> proxy == args[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "reaction of " + Signals.class.getName();
            default -> react(reaction);
        };
    }

    private static @Nullable Object react(Runnable reaction) {
        reaction.run();
        return null;
    }
}

package dev.kopf.runtime.internal.execution;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ser.impl.UnknownSerializer;
import com.fasterxml.jackson.databind.ser.impl.UnsupportedTypeSerializer;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.handler.Registry;
import java.lang.reflect.Type;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.BaseStream;

/**
 * Finds handlers whose declared results JSON cannot hold, before there is one: else the handler does its work and then fails for good. What
 * is declared as an interface, or as a class that others may extend, is only known when it is returned.
 */
public final class ResultTypes {

    /** What stands for work, or for something outside, and is no value. */
    private static final List<Class<?>> NO_VALUES = List.of(
            AutoCloseable.class,
            BaseStream.class,
            Callable.class,
            ClassLoader.class,
            CompletionStage.class,
            Function.class,
            Future.class,
            Runnable.class,
            Supplier.class,
            Thread.class);

    private ResultTypes() {}

    /** @throws IllegalArgumentException if a handler can return nothing that could be stored; the message names it */
    public static void check(Registry registry, BodyMapper mapper) {
        for (KindHandlers kind : registry.kinds()) {
            kind.all()
                    .filter(handler -> handler.type() != HandlerType.INDEX) // what they return is kept in memory
                    .forEach(handler -> check(handler, mapper));
        }
    }

    private static void check(Handler handler, BodyMapper mapper) {
        Type type = handler.options().resultType();
        if (!mapper.mayEncode(type)) {
            throw new IllegalArgumentException(
                    "at " + handler.description() + ": JSON cannot hold what it returns, so it cannot be kept"
                            + " in status." + handler.id()
                            + ". Return a text, a number, a boolean, a list, a map, or an object with"
                            + " getters: " + type.getTypeName());
        }
    }

    static boolean mayEncode(JavaType type, ObjectMapper mapper) {
        if (type.isContainerType() || type.isReferenceType()) {
            return isEncodable(type, mapper) && mayEncode(type.getContentType(), mapper);
        }
        return isEncodable(type, mapper);
    }

    private static boolean isEncodable(JavaType type, ObjectMapper mapper) {
        Class<?> raw = type.getRawClass();
        if (NO_VALUES.stream().anyMatch(none -> none.isAssignableFrom(raw))) {
            return false;
        }
        JsonSerializer<Object> serializer;
        try {
            serializer = mapper.getSerializerProviderInstance().findTypedValueSerializer(type, false, null);
        } catch (JsonMappingException e) {
            return false;
        }
        boolean isOpen = raw == Object.class || type.isInterface() || type.isAbstract();
        return !(serializer instanceof UnsupportedTypeSerializer)
                && (isOpen || !(serializer instanceof UnknownSerializer));
    }
}

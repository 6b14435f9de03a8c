package dev.kopf.codegen.corpus;

import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.ObjectModel;
import dev.kopf.codegen.model.PropertyModel;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.TypeModel;
import dev.kopf.runtime.typed.DateTime;
import dev.kopf.runtime.typed.IntOrString;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.Password;
import dev.kopf.runtime.typed.Quantity;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a generated object anew, from nothing, through the setters of its builder, out of what its getters say. Only what no getter can
 * show, because the schema does not know it or it does not fit, is taken from the JSON.
 */
final class Rebuild {

    private final ResourceModel model;
    private final Map<JavaName, ObjectModel> objects = new HashMap<>();

    Rebuild(ResourceModel model) {
        this.model = model;
        model.types().objects().forEach(object -> objects.put(object.name(), object));
    }

    /** Tells which getter does not show what it has to. */
    static final class Loss extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Loss(String message) {
            super(message);
        }
    }

    /** The resource with its stanzas, but without metadata and what the schema does not know at the top. */
    Object resource(Object resource, JsonObject plain) throws ReflectiveOperationException {
        Object builder = resource.getClass().getMethod("builder").invoke(null);
        for (PropertyModel stanza : model.types().stanzas()) {
            Object raw = plain.get(stanza.jsonName());
            boolean looksEmpty = stanza.type() instanceof TypeModel.ObjectType && !(raw instanceof Map);
            Object typed = get(resource, stanza);
            Object value = looksEmpty ? null : value("." + stanza.jsonName(), typed, raw, stanza.type());
            if (raw != null && Fit.fitsExactly(raw, stanza.type())) {
                set(builder, stanza, value);
            }
        }
        return builder.getClass().getMethod("build").invoke(builder);
    }

    private Object object(String path, Object typed, Map<?, ?> plain, JavaName name)
            throws ReflectiveOperationException {
        requireClass(path, typed, name);
        Map<String, PropertyModel> properties = new LinkedHashMap<>();
        objects.get(name).properties().forEach(property -> properties.put(property.jsonName(), property));
        Object builder = typed.getClass().getMethod("builder").invoke(null);
        Method field = builder.getClass().getMethod("field", String.class, Object.class);
        for (PropertyModel property : properties.values()) {
            Object raw = plain.get(property.jsonName());
            Object value = value(path + "." + property.jsonName(), get(typed, property), raw, property.type());
            if (raw != null && Fit.fitsExactly(raw, property.type())) {
                if (CoreValues.isIn(property.type())) {
                    // What fabric8's classes do not show stays where it is.
                    field.invoke(builder, property.jsonName(), raw);
                }
                set(builder, property, value);
            } else if (plain.containsKey(property.jsonName())) {
                field.invoke(builder, property.jsonName(), raw);
            }
        }
        for (Map.Entry<?, ?> unknown : plain.entrySet()) {
            if (!properties.containsKey(unknown.getKey())) {
                field.invoke(builder, unknown.getKey(), unknown.getValue());
            }
        }
        return builder.getClass().getMethod("build").invoke(builder);
    }

    /** A typed value made anew where it shows all of the plain one, and else the plain one. */
    private @Nullable Object value(String path, @Nullable Object typed, @Nullable Object raw, TypeModel type)
            throws ReflectiveOperationException {
        if (raw == null || !Fit.fits(raw, type)) {
            if (typed != null) {
                throw new Loss(path + " is no " + type + ", and reads as " + typed);
            }
            return raw;
        }
        if (typed == null) {
            throw new Loss(path + " fits its type, and reads as null");
        }
        if (type instanceof TypeModel.ObjectType object) {
            return object(path, typed, (Map<?, ?>) raw, object.name());
        }
        if (type instanceof TypeModel.CoreType core) {
            requireClass(path, typed, core.name());
            Optional<String> loss = CoreValues.loss(path, typed, (Map<?, ?>) raw);
            if (loss.isPresent()) {
                throw new Loss(loss.get());
            }
            return typed;
        }
        if (type instanceof TypeModel.EnumType enumeration) {
            requireClass(path, typed, enumeration.name());
            return typed.getClass().getMethod("of", String.class).invoke(null, typed.toString());
        }
        if (type instanceof TypeModel.MapOf map) {
            return map(path, (Map<?, ?>) typed, (Map<?, ?>) raw, map.value());
        }
        if (type instanceof TypeModel.Secret secret) {
            return scalar(path, typed, raw, secret.type());
        }
        if (type instanceof TypeModel.Scalar scalar) {
            return scalar(path, typed, raw, scalar);
        }
        if (type instanceof TypeModel.SetOf set) {
            return set(path, (Set<?>) typed, (List<?>) raw, set.item());
        }
        TypeModel item = type instanceof TypeModel.KeyedListOf keyed ? keyed.item() : ((TypeModel.ListOf) type).item();
        return list(path, (List<?>) typed, (List<?>) raw, item);
    }

    /** A set made anew; where the list has something twice, only the set as it came has all of it. */
    private Collection<? extends @Nullable Object> set(String path, Set<?> typed, List<?> raw, TypeModel item)
            throws ReflectiveOperationException {
        if (typed.size() == raw.size()) {
            return list(path, typed, raw, item);
        }
        if (raw.stream().distinct().count() == raw.size() && raw.stream().allMatch(one -> fits(one, item))) {
            throw new Loss(path + " has " + raw.size() + " different items, and reads as " + typed.size());
        }
        return typed;
    }

    private static boolean fits(@Nullable Object raw, TypeModel item) {
        return raw != null && Fit.fitsExactly(raw, item);
    }

    private List<@Nullable Object> list(String path, Collection<?> typed, List<?> raw, TypeModel item)
            throws ReflectiveOperationException {
        List<@Nullable Object> items = new ArrayList<>();
        for (Object one : typed) {
            int i = items.size();
            items.add(value(path + "[" + i + "]", one, raw.get(i), item));
        }
        return items;
    }

    private Map<String, @Nullable Object> map(String path, Map<?, ?> typed, Map<?, ?> raw, TypeModel value)
            throws ReflectiveOperationException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : typed.entrySet()) {
            String key = (String) entry.getKey();
            values.put(key, value(path + "." + key, entry.getValue(), raw.get(key), value));
        }
        return values;
    }

    private static Object scalar(String path, Object typed, Object raw, TypeModel.Scalar type) {
        if (!Fit.fitsExactly(raw, type)) {
            // The plain value stays: as what it is read, it is written in another way.
            boolean same = type == TypeModel.Scalar.TEXT
                    ? typed.equals(raw.toString())
                    : ((Number) typed).longValue() == ((Number) raw).longValue();
            if (!same) {
                throw new Loss(path + " is " + raw + ", and reads as " + typed);
            }
            return raw;
        }
        if (typed instanceof IntOrString either && (raw instanceof Integer || raw instanceof Long)) {
            Long number = either.number();
            if (number == null) {
                throw new Loss(path + " is a number, and reads as none");
            }
            return IntOrString.of(number);
        }
        return raw instanceof String ? text(typed) : typed;
    }

    /** A value made anew of its text. */
    private static Object text(Object typed) {
        if (typed instanceof IntOrString either) {
            return IntOrString.of(either.text());
        }
        if (typed instanceof DateTime moment) {
            return DateTime.of(moment.text());
        }
        if (typed instanceof Quantity quantity) {
            return Quantity.of(quantity.text());
        }
        return typed instanceof Password secret ? Password.of(secret.text()) : typed;
    }

    private static void requireClass(String path, Object typed, JavaName name) {
        if (!typed.getClass().getName().equals(name.packageName() + "." + name.simpleName())) {
            throw new Loss(path + " reads as " + typed.getClass());
        }
    }

    private static @Nullable Object get(Object target, PropertyModel property) throws ReflectiveOperationException {
        Method getter = target.getClass().getMethod("get" + property.suffix());
        try {
            return getter.invoke(target);
        } catch (InvocationTargetException e) {
            throw new Loss(getter + " throws " + e.getCause());
        }
    }

    private static void set(Object builder, PropertyModel property, @Nullable Object value)
            throws ReflectiveOperationException {
        Method setter = Arrays.stream(builder.getClass().getDeclaredMethods())
                .filter(method -> method.getName().equals(property.javaName()) && method.getParameterCount() == 1)
                .findFirst()
                .orElseThrow(() -> new Loss("there is no setter of " + property.jsonName()));
        setter.invoke(builder, value);
    }
}

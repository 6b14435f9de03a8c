package dev.kopf.runtime;

import dev.kopf.runtime.resource.Json;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Settings with other values for some, by name. */
final class SettingChanges {

    private static final String STANDALONE = "peering.standalone";
    private static final String MANDATORY = "peering.mandatory";

    private SettingChanges() {}

    /**
     * The same settings with these values.
     *
     * @param values by their names, such as {@code peering.lifetime}
     * @param label how people know the setting of a name
     * @throws IllegalArgumentException if one cannot be; the message says which, why, and what would be right
     */
    static Settings with(Settings base, Map<String, @Nullable Object> values, UnaryOperator<String> label) {
        Settings changed = (Settings) with("", base, values, label);
        refuseBoth(changed, values, label);
        boolean saysMandatory = values.containsKey(MANDATORY) && !values.containsKey(STANDALONE);
        return saysMandatory ? changed.withPeering(changed.peering().notAloneIfMandatory()) : changed;
    }

    /** Whoever says both at once does not know what becomes of it; what was said elsewhere is only made to give way. */
    private static void refuseBoth(
            Settings settings, Map<String, @Nullable Object> values, UnaryOperator<String> label) {
        boolean saysBoth = values.keySet().containsAll(List.of(STANDALONE, MANDATORY));
        if (saysBoth && settings.peering().standalone() && settings.peering().mandatory()) {
            throw new IllegalArgumentException(label.apply(STANDALONE) + " and " + label.apply(MANDATORY)
                    + " contradict each other: an operator that works alone waits for no peering object. Leave one of"
                    + " them out.");
        }
    }

    private static Record with(
            String prefix, Record base, Map<String, @Nullable Object> values, UnaryOperator<String> label) {
        RecordComponent[] components = base.getClass().getRecordComponents();
        Object[] arguments = new Object[components.length];
        String last = prefix;
        for (int i = 0; i < components.length; i++) {
            String name = prefix + components[i].getName();
            Object old = get(components[i], base);
            if (old instanceof Record part) {
                arguments[i] = with(name + ".", part, values, label);
            } else if (values.containsKey(name)) {
                arguments[i] = value(components[i], values.get(name), label.apply(name));
                last = name;
            } else {
                arguments[i] = old;
            }
        }
        return made(base.getClass(), components, arguments, label.apply(last));
    }

    private static Object value(RecordComponent component, @Nullable Object written, String label) {
        if (written == null) {
            throw new IllegalArgumentException(label + " has no value.");
        }
        try {
            return SettingValues.read(component.getGenericType(), written);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(label + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable Object get(RecordComponent component, Record from) {
        try {
            return component.getAccessor().invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Record made(Class<?> type, RecordComponent[] components, Object[] arguments, String label) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return (Record) constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    label + ": " + e.getTargetException().getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The fields of a file by the names of settings.
     *
     * @throws IllegalArgumentException if a field is no setting; the message has the nearest name
     */
    static Map<String, @Nullable Object> named(Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        named("", fields, named);
        return named;
    }

    private static void named(
            String prefix, Map<String, @Nullable Object> fields, Map<String, @Nullable Object> named) {
        for (Map.Entry<String, @Nullable Object> field : fields.entrySet()) {
            String name = prefix + field.getKey();
            boolean isGroup = SettingNames.all().stream().anyMatch(known -> known.startsWith(name + "."));
            if (isGroup && field.getValue() instanceof Map<?, ?> group) {
                named(name + ".", Json.map(group), named);
            } else if (SettingNames.all().contains(name)) {
                named.put(name, field.getValue());
            } else if (!isGroup) {
                throw new IllegalArgumentException(
                        "there is no setting " + name + "." + SimilarNames.hint(name, SettingNames.all()));
            } else if (field.getValue() != null) {
                throw new IllegalArgumentException(
                        name + ": further settings are wanted here, and not: " + field.getValue());
            }
        }
    }
}

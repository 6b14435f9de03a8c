package dev.kopf.runtime;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How settings are called outside the program: {@code peering.lifetime} in a file, {@code KOPF_SETTINGS_PEERING_LIFETIME} in the environment. */
final class SettingNames {

    /** What the variables of settings begin with. */
    static final String PREFIX = Environment.PREFIX + "SETTINGS_";

    private SettingNames() {}

    /** The names of all settings, in the order of their declaration, such as {@code peering.lifetime}. */
    static Set<String> all() {
        return below("", Settings.class);
    }

    private static Set<String> below(String prefix, Class<?> part) {
        Set<String> names = new LinkedHashSet<>();
        for (RecordComponent component : part.getRecordComponents()) {
            String name = prefix + component.getName();
            if (component.getType().isRecord()) {
                names.addAll(below(name + ".", component.getType()));
            } else {
                names.add(name);
            }
        }
        return names;
    }

    /** The variable of a setting. */
    static String variable(String name) {
        String words = name.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_');
        return PREFIX + words.toUpperCase(Locale.ROOT);
    }

    /** The names of all variables. */
    static Set<String> variables() {
        Set<String> variables = new LinkedHashSet<>();
        all().forEach(name -> variables.add(variable(name)));
        return variables;
    }

    /** The values that an environment has for settings, by their names; an empty one is none. */
    static Map<String, @Nullable Object> of(Map<String, String> environment) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String name : all()) {
            String value = environment.getOrDefault(variable(name), "").strip();
            if (!value.isEmpty()) {
                values.put(name, value);
            }
        }
        return values;
    }
}

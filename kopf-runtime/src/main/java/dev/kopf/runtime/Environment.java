package dev.kopf.runtime;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options from environment variables as Kopf names them (K-5): {@code KOPF_<COMMAND>_<FIELD>}. The field has Kopf's internal name,
 * which differs from the option's here and there: {@code KOPF_RUN_CLUSTERWIDE} is {@code --all-namespaces}.
 */
final class Environment implements IDefaultValueProvider {

    /** What the names of variables begin with. */
    static final String PREFIX = "KOPF_";

    /** Names that Kopf has given to fields by hand; they come first. */
    private static final Map<String, String> SHORT = Map.of("PEERING_NAME", "PEERING");

    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    /** Lets a command, and those below it, take their defaults from here, unless it has a provider of its own. */
    void provideDefaults(CommandLine command) {
        if (command.getDefaultValueProvider() == null) {
            command.setDefaultValueProvider(this);
        }
    }

    /** The values of a variable that are separated by white space. */
    static List<String> words(Map<String, String> variables, String name) {
        String value = variables.getOrDefault(name, "").strip();
        return value.isEmpty() ? List.of() : List.of(value.split("\\s+"));
    }

    @Override
    public @Nullable String defaultValue(ArgSpec arg) {
        if (arg.isMultiValue() || !(arg.userObject() instanceof Field field) || isHelp(arg)) {
            return null;
        }
        String value = value(arg.command().name(), field.getName());
        if (value.isEmpty()) {
            return null;
        }
        boolean isFlag = field.getType() == boolean.class || field.getType() == Boolean.class;
        return isFlag ? truth(value) : value;
    }

    private String value(String command, String field) {
        return names(command, field).stream()
                .map(name -> variables.getOrDefault(name, "").strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The variables of a field of a command; the first one that has a value counts. */
    static List<String> names(String command, String field) {
        String words = upper(field.replaceAll("([a-z0-9])([A-Z])", "$1_$2"));
        String prefix = prefix(command);
        String shorter = SHORT.get(words);
        return shorter == null ? List.of(prefix + words) : List.of(prefix + shorter, prefix + words);
    }

    /** What the variables of a command begin with. */
    static String prefix(String command) {
        return PREFIX + upper(command) + "_";
    }

    private static String upper(String words) {
        return words.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static boolean isHelp(ArgSpec arg) {
        return arg instanceof OptionSpec option && (option.usageHelp() || option.versionHelp());
    }

    /** What is neither yes nor no is handed on, for picocli to complain about. */
    private static String truth(String value) {
        String word = value.toLowerCase(Locale.ROOT);
        if (SettingValues.YES.contains(word)) {
            return "true";
        }
        return SettingValues.NO.contains(word) ? "false" : value;
    }
}

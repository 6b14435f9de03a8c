package dev.kopf.runtime;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    private static final Set<String> YES = Set.of("1", "true", "t", "yes", "y", "on");
    private static final Set<String> NO = Set.of("0", "false", "f", "no", "n", "off");

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
        String value = variables.get(variable(arg.command().name(), field.getName()));
        if (value == null || value.isBlank()) {
            return null;
        }
        return field.getType() == boolean.class ? truth(value.strip()) : value.strip();
    }

    private static boolean isHelp(ArgSpec arg) {
        return arg instanceof OptionSpec option && (option.usageHelp() || option.versionHelp());
    }

    private static String variable(String command, String field) {
        String words = field.replaceAll("([a-z0-9])([A-Z])", "$1_$2");
        return ("kopf_" + command + "_" + words).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** What is neither yes nor no is handed on, for picocli to complain about. */
    private static String truth(String value) {
        String word = value.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return "true";
        }
        return NO.contains(word) ? "false" : value;
    }
}

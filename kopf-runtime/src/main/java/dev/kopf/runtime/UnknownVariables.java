package dev.kopf.runtime;

import java.lang.reflect.Field;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** Variables of the environment that begin as ours and are none: a slip of the finger that would have no effect, and nobody knew. */
final class UnknownVariables {

    /** Kubernetes gives a Pod variables for each Service of its namespace, and a Service may have any name. */
    private static final Pattern OF_A_SERVICE =
            Pattern.compile(".*_(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT(_\\d+_[A-Z]+(_(PROTO|PORT|ADDR))?)?)");

    /** What Kopf loads handlers from (K-6). */
    private static final Set<String> OF_PROGRAMS = Set.of("KOPF_RUN_MODULES", "KOPF_RUN_PATHS");

    private static final List<String> COMMANDS = List.of(RunCommand.NAME, FreezeCommand.NAME, ResumeCommand.NAME);

    private UnknownVariables() {}

    /** One sentence for each that a command does not know; those of other commands, and of settings, are not for it to judge. */
    static List<String> of(CommandSpec command, Map<String, String> variables) {
        if (!COMMANDS.contains(command.name())
                || variables.keySet().stream().noneMatch(name -> name.startsWith(Environment.PREFIX))) {
            return List.of(); // as it is nearly everywhere, at no cost
        }
        Set<String> known = new LinkedHashSet<>();
        command.options().stream()
                .filter(option -> !option.hidden() && option.userObject() instanceof Field)
                .forEach(option ->
                        known.addAll(Environment.names(command.name(), ((Field) option.userObject()).getName())));
        if (command.name().equals(RunCommand.NAME)) {
            known.addAll(SettingNames.variables());
        }
        List<String> others = Stream.concat(COMMANDS.stream(), command.parent().subcommands().keySet().stream())
                .filter(other -> !other.equals(command.name()))
                .map(Environment::prefix)
                .toList();
        return sentences(
                variables,
                known,
                name -> name.startsWith(Environment.PREFIX)
                        && !name.startsWith(SettingNames.PREFIX)
                        && !name.equals(RunCommand.ONE_NAMESPACE)
                        && others.stream().noneMatch(name::startsWith));
    }

    /** One sentence for each that is named as a setting and is none. */
    static List<String> ofSettings(Map<String, String> variables) {
        return sentences(variables, SettingNames.variables(), name -> name.startsWith(SettingNames.PREFIX));
    }

    private static List<String> sentences(
            Map<String, String> variables, Set<String> known, Predicate<String> isToBeKnown) {
        return new TreeSet<>(variables.keySet())
                .stream()
                        .filter(name -> isToBeKnown.test(name) && !known.contains(name))
                        .filter(name -> !OF_A_SERVICE.matcher(name).matches())
                        .map(name -> "The environment variable " + name + " has no meaning here."
                                + (OF_PROGRAMS.contains(name)
                                        ? " " + RunCommand.HANDLERS_ARE_IN_IT
                                        : SimilarNames.hint(name, known)))
                        .toList();
    }
}

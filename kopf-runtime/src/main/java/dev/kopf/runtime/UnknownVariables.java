package dev.kopf.runtime;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Variables of the environment that begin as ours and are none: a slip of the finger that would have no effect, and nobody knew. */
final class UnknownVariables {

    /** Kubernetes gives a Pod variables for each Service of its namespace, and a Service may have any name. */
    private static final Pattern OF_A_SERVICE =
            Pattern.compile(".*_(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT(_\\d+_[A-Z]+(_(PROTO|PORT|ADDR))?)?)");

    private UnknownVariables() {}

    /**
     * One sentence for each.
     *
     * @param known the variables that have a meaning
     * @param others what the names of variables begin with that are not for us to judge
     */
    static List<String> of(Map<String, String> variables, Set<String> known, Collection<String> others) {
        return new TreeSet<>(variables.keySet())
                .stream()
                        .filter(name -> name.startsWith(Environment.PREFIX) && !known.contains(name))
                        .filter(name -> others.stream().noneMatch(name::startsWith))
                        .filter(name -> !OF_A_SERVICE.matcher(name).matches())
                        .map(name -> "The environment variable " + name + " has no meaning here."
                                + SettingNames.nearest(name, known))
                        .toList();
    }
}

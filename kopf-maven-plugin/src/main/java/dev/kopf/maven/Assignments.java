package dev.kopf.maven;

import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Options with a list of {@code name=value}, which are written alike in a POM and on the command line. */
final class Assignments {

    private Assignments() {}

    /**
     * The values by name.
     *
     * @throws CodegenException if one lacks its {@code =}, or a name has two values
     */
    static Map<String, String> of(String option, List<String> assignments) {
        Map<String, String> values = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        for (String assignment : assignments) {
            // The last one: there is none in a Java name, and may be one in a name of a property.
            int equals = assignment.lastIndexOf('=');
            String name = equals < 0 ? "" : assignment.substring(0, equals).strip();
            String value = assignment.substring(equals + 1).strip();
            if (name.isEmpty() || value.isEmpty()) {
                problems.add(invalid(option, "not of the form name=value: " + assignment));
            } else if (values.putIfAbsent(name, value) != null) {
                problems.add(invalid(option, "two values for one name: " + name));
            }
        }
        if (!problems.isEmpty()) {
            throw new CodegenException(problems);
        }
        return values;
    }

    private static Problem invalid(String option, String message) {
        return new Problem(Problem.Id.KopfInvalidOption, option, message);
    }
}

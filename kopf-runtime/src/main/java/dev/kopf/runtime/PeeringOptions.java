package dev.kopf.runtime;

import dev.kopf.runtime.internal.peering.HandWriting;
import dev.kopf.runtime.internal.peering.Identity;
import dev.kopf.runtime.resource.NamespacePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whose record it is about, and where (K-4). */
final class PeeringOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description =
                    "A namespace whose peering object to write to, or a pattern, such as 'app-*,!*-test'. Can be given several times.")
    private List<String> namespaces = new ArrayList<>();

    @Option(
            names = {"-A", "--all-namespaces"},
            fallbackValue = "true",
            description = "Write to the peering object of the cluster, as without --namespace.")
    private boolean clusterwide;

    @Option(
            names = {"-i", "--id"},
            paramLabel = "ID",
            description = "Whose record it is (default: yours, USER@HOST). To be given where POD_ID is set.")
    private @Nullable String id;

    @Option(
            names = {"-P", "--peering"},
            paramLabel = "NAME",
            required = true,
            description = "The name of the peering object.")
    private String peeringName = "";

    /** The record. */
    HandWriting.ManualRecord record(Terminal terminal, String command, int priority, int lifetime) {
        List<String> served = namespaces.isEmpty()
                ? Environment.words(terminal.variables(), "KOPF_" + command + "_NAMESPACES")
                : namespaces;
        requireNames(served);
        String identity = id == null || id.isEmpty() ? own(terminal) : id;
        return new HandWriting.ManualRecord(peeringName, clusterwide, served, identity, priority, lifetime);
    }

    /** In a Pod it may be the name of the operator, who would not pause for a record of its own, and would write over it. */
    private String own(Terminal terminal) {
        Map<String, String> variables = terminal.variables();
        if (Identity.isOfPod(variables)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "POD_ID is the name of the operator in this Pod, which passes over a record of its own name, and soon"
                            + " writes over it: '" + Identity.ofPerson(variables)
                            + "'. Say whose record it is, with --id.");
        }
        return Identity.ofPerson(variables);
    }

    /** Others would be written to, or nobody. */
    private void requireNames(List<String> served) {
        try {
            Settings.Peering unused = Settings.Peering.DEFAULTS.withName(peeringName);
            served.forEach(NamespacePattern::ofUser);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}

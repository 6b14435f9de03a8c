package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.KindModel;
import dev.kopf.codegen.model.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;

/** Names resource classes and their packages, each by what the CRD and the options say of it alone. */
final class KindNames {

    private final CodegenOptions.Naming naming;
    private final ChosenNames chosen;
    private final Problems problems;
    private final Set<String> unused;

    KindNames(CodegenOptions.Naming naming, ChosenNames chosen, Problems problems) {
        this.naming = naming;
        this.chosen = chosen;
        this.problems = problems;
        this.unused = new TreeSet<>(naming.packages().keySet());
        naming.packages().forEach((key, name) -> {
            if (!SourceVersion.isName(name, SourceVersion.RELEASE_17)) {
                problems.report(
                        Problem.Id.KopfInvalidOption, "packages", "not a name of a package: " + key + "=" + name);
            }
        });
    }

    /**
     * The resource class.
     *
     * @param stanzas the stanzas, whose classes are named after it
     * @param handled whether handlers are generated for the version
     */
    JavaName of(KindModel kind, Set<String> stanzas, boolean handled) {
        List<String> endings = new ArrayList<>(List.of("Handler", "Diff", "Dispatch", "Fixtures", "Arbitraries"));
        stanzas.forEach(stanza -> {
            endings.add(Words.pascal(stanza));
            endings.add(Words.pascal(stanza) + "Diff");
        });
        String simpleName =
                chosen.resource(kind).orElseGet(() -> Words.type(kind.names().kind()));
        boolean free = Names.ofResources().take(simpleName, endings.toArray(String[]::new));
        return new JavaName(
                packageOf(kind, handled, defaultPackage(kind)), free ? simpleName : simpleName + "Resource");
    }

    /**
     * What the class of one of Kubernetes' own kinds would be called, which is fabric8's. By default the package is the one that Kubernetes'
     * own schemas have, such as {@code io.k8s.api.apps.v1}.
     */
    JavaName ofBuiltIn(KindModel kind) {
        String group = kind.group().isEmpty() ? "core" : kind.group().replaceFirst("\\..*", "");
        String usual = "io.k8s.api." + Names.packagePart(group) + "." + Names.packagePart(kind.version());
        return new JavaName(packageOf(kind, true, usual), kind.names().kind());
    }

    private String packageOf(KindModel kind, boolean handled, String usual) {
        String version = kind.group() + "/" + kind.version();
        unused.remove(version);
        unused.remove(kind.group());
        String ofVersion = naming.packages().get(version);
        if (ofVersion != null) {
            return ofVersion;
        }
        String ofGroup = naming.packages().getOrDefault(kind.group(), naming.packageName());
        if (ofGroup == null) {
            return usual;
        }
        return handled ? ofGroup : ofGroup + "." + Names.packagePart(kind.version());
    }

    /** Tells packages of groups and versions that no CRD has. */
    void finish() {
        unused.forEach(key -> problems.report(
                Problem.Id.KopfNothingSelected,
                "packages",
                "nothing that is generated is of this group, or of this group and version: " + key));
    }

    /** The group backwards, and the version: {@code org.zalando.v1}. No class is loaded from below {@code java}. */
    private static String defaultPackage(KindModel kind) {
        List<String> parts = new ArrayList<>(Arrays.asList(kind.group().split("\\.", -1)));
        Collections.reverse(parts);
        parts.add(kind.version());
        String name = String.join(".", parts.stream().map(Names::packagePart).toList());
        return name.startsWith("java.") ? name.replaceFirst("java", "java_") : name;
    }
}

package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.CodegenOptions;
import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.KindModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Names resource classes and their packages, each by what the CRD and the options say of it alone. */
final class KindNames {

    private final CodegenOptions.Naming naming;

    KindNames(CodegenOptions.Naming naming) {
        this.naming = naming;
    }

    /**
     * The resource class.
     *
     * @param stanzas the stanzas, whose classes are named after it
     * @param handled whether handlers are generated for the version
     */
    JavaName of(KindModel kind, Set<String> stanzas, boolean handled) {
        List<String> endings = new ArrayList<>(List.of("Handler", "Diff", "Dispatch"));
        stanzas.forEach(stanza -> {
            endings.add(Words.pascal(stanza));
            endings.add(Words.pascal(stanza) + "Diff");
        });
        String simpleName = Words.type(kind.names().kind());
        boolean free = Names.ofTypes().take(simpleName, endings.toArray(String[]::new));
        return new JavaName(packageOf(kind, handled), free ? simpleName : simpleName + "Resource");
    }

    private String packageOf(KindModel kind, boolean handled) {
        String ofVersion = naming.packages().get(kind.group() + "/" + kind.version());
        if (ofVersion != null) {
            return ofVersion;
        }
        String ofGroup = naming.packages().getOrDefault(kind.group(), naming.packageName());
        if (ofGroup == null) {
            return defaultPackage(kind);
        }
        return handled ? ofGroup : ofGroup + "." + Names.packagePart(kind.version());
    }

    /** The group backwards, and the version: {@code org.zalando.v1}. */
    private static String defaultPackage(KindModel kind) {
        List<String> parts = new ArrayList<>(Arrays.asList(kind.group().split("\\.", -1)));
        Collections.reverse(parts);
        parts.add(kind.version());
        return String.join(".", parts.stream().map(Names::packagePart).toList());
    }
}

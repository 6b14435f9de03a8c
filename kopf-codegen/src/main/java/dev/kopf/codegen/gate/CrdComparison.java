package dev.kopf.codegen.gate;

import dev.kopf.codegen.analysis.Tree;
import dev.kopf.codegen.model.Problem;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Compares a CRD with what it was: what stands around the schemas here. */
final class CrdComparison {

    private final Changes changes;
    private final Tree before;
    private final Tree after;
    private final String kind;

    CrdComparison(Changes changes, Tree before, Tree after) {
        this.changes = changes;
        this.before = before.at("spec");
        this.after = after.at("spec");
        this.kind = this.before.at("names").text("kind");
    }

    void compare() {
        compareNames();
        String scope = after.text("scope");
        if (!before.text("scope").equals(scope)) {
            changes.add(
                    Problem.Id.KopfScopeChanged,
                    kind,
                    after.place("scope"),
                    "the scope was " + before.text("scope") + ", and a CRD's scope cannot change: " + scope);
        }
        compareStorage();
        Map<String, Tree> versions = versions(after);
        versions(before).forEach((name, version) -> {
            Tree successor = versions.get(name);
            if (successor == null) {
                changes.add(
                        Problem.Id.KopfVersionRemoved,
                        kind,
                        after.place("versions"),
                        "a version that was served is not served any more. Serve it, marked as deprecated: " + name);
            } else {
                new VersionComparison(changes, kind, version, successor).compare();
            }
        });
    }

    private void compareNames() {
        Tree was = before.at("names");
        Tree names = after.at("names");
        if (!kind.equals(names.text("kind"))) {
            changes.add(
                    Problem.Id.KopfNamesChanged,
                    kind,
                    names.place("kind"),
                    "the kind was called " + kind + ", and a CRD's kind cannot change: " + names.text("kind"));
        }
        compareAlias("singular", singular(was), Set.of(singular(names)));
        for (String keyword : List.of("shortNames", "categories")) {
            Set<String> known = new HashSet<>(names.texts(keyword));
            was.texts(keyword).forEach(name -> compareAlias(keyword, name, known));
        }
    }

    /** What a server makes of it where it is not said. */
    private static String singular(Tree names) {
        return names.has("singular")
                ? names.text("singular")
                : names.text("kind").toLowerCase(Locale.ROOT);
    }

    private void compareAlias(String keyword, String name, Set<String> now) {
        if (!now.contains(name)) {
            changes.add(
                    Problem.Id.KopfAliasRemoved,
                    kind,
                    after.at("names").place(keyword),
                    "a name that people and scripts find objects by is gone. Keep it: " + name);
        }
    }

    private void compareStorage() {
        String was = storage(before);
        String is = storage(after);
        // Where the version is gone there is more to tell than that.
        boolean isThere = after.trees("versions").stream()
                .anyMatch(version -> version.text("name").equals(was));
        if (isThere && !was.equals(is)) {
            changes.add(
                    Problem.Id.KopfStorageChanged,
                    kind,
                    after.place("versions"),
                    "objects were stored as " + was + ", and an operator that is rolled back may not read what is"
                            + " stored from now on. See that both are served: " + is);
        }
        String webhook = "Webhook";
        if (conversion(before).equals(webhook) && !conversion(after).equals(webhook)) {
            changes.add(
                    Problem.Id.KopfConversionRemoved,
                    kind,
                    after.place("conversion"),
                    "objects were converted by a webhook, and only their apiVersion changes from now on. Keep it, or"
                            + " take the versions away that need it.");
        }
    }

    private static String storage(Tree spec) {
        return spec.trees("versions").stream()
                .filter(version -> version.flag("storage"))
                .map(version -> version.text("name"))
                .findFirst()
                .orElse(spec.text("version"));
    }

    private static String conversion(Tree spec) {
        return spec.at("conversion").text("strategy");
    }

    /** The versions that are served, by name; a v1beta1 CRD may have one without a list. */
    private static Map<String, Tree> versions(Tree spec) {
        Map<String, Tree> versions = new LinkedHashMap<>();
        for (Tree version : spec.trees("versions")) {
            if (!Boolean.FALSE.equals(version.fields().get("served"))) {
                versions.put(version.text("name"), version);
            }
        }
        if (versions.isEmpty() && spec.has("version")) {
            versions.put(spec.text("version"), spec);
        }
        return versions;
    }
}

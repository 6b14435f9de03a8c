package dev.kopf.apiserver.kind;

import dev.kopf.apiserver.failure.Subject;
import dev.kopf.apiserver.schema.StructuralSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a kind that is served. Immutable.
 *
 * @param group the API group, empty for the core
 * @param version the version
 * @param names its names
 * @param traits how it behaves
 * @param schema what its objects look like; absent for built-in kinds, whose fields are all kept
 * @param columns what its table shows besides the name; empty for built-in kinds
 */
public record ResourceKind(
        String group,
        String version,
        Names names,
        Traits traits,
        @Nullable StructuralSchema schema,
        List<PrinterColumn> columns) {

    /** {@code v1} or {@code example.com/v1}, as it stands in {@code apiVersion}. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** Plural and group, which all versions of a kind share: {@code widgets.example.com}. */
    public String collection() {
        return group.isEmpty() ? names.plural() : names.plural() + "." + group;
    }

    /** An object of this kind as failures name it by its plural. */
    public Subject resource(String name) {
        return new Subject(group, names.plural(), name);
    }

    /** An object of this kind as failures name it by its kind. */
    public Subject object(String name) {
        return new Subject(group, names.kind(), name);
    }
}

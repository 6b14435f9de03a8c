package dev.kopf.codegen.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind as the CRD declares it.
 *
 * @param group the API group
 * @param version the version that is generated
 * @param names the names of the kind
 * @param namespaced whether objects live in namespaces
 * @param details what is said about the version
 */
public record KindModel(String group, String version, Names names, boolean namespaced, Details details) {

    /**
     * The names of a kind.
     *
     * @param kind such as {@code EphemeralVolumeClaim}
     * @param plural such as {@code ephemeralvolumeclaims}
     * @param singular such as {@code ephemeralvolumeclaim}
     * @param shortNames such as {@code evc}
     * @param categories the groups of kinds that it is listed with, such as {@code all}
     */
    public record Names(String kind, String plural, String singular, List<String> shortNames, List<String> categories) {
        public Names {
            shortNames = List.copyOf(shortNames);
            categories = List.copyOf(categories);
        }
    }

    /**
     * What the CRD says about a version.
     *
     * @param stored whether the version is the one that is stored
     * @param served whether the API server has it
     * @param deprecation the warning of a deprecated version, which may be empty; null where it is not deprecated
     * @param subresources the subresources of the objects
     * @param columns the columns of tables of them
     */
    public record Details(
            boolean stored,
            boolean served,
            @Nullable String deprecation,
            Subresources subresources,
            List<Column> columns) {
        public Details {
            columns = List.copyOf(columns);
        }
    }

    /**
     * The subresources of the objects of a kind.
     *
     * @param status whether the status is one
     * @param scale how the objects are scaled; null where they are not
     */
    public record Subresources(boolean status, @Nullable Scale scale) {}

    /**
     * Where in an object its scale is.
     *
     * @param specReplicas the path of the wanted number
     * @param statusReplicas the path of the actual number
     * @param labelSelector the path of the selector; empty where there is none
     */
    public record Scale(String specReplicas, String statusReplicas, String labelSelector) {}

    /**
     * A column of a table of objects.
     *
     * @param name the heading
     * @param jsonPath where in an object the value is
     * @param value the type of the value
     * @param description what is said about it; empty where nothing is
     * @param priority above 0 it is shown only where there is room
     */
    public record Column(String name, String jsonPath, ColumnType value, String description, int priority) {}

    /**
     * The type of the values of a column.
     *
     * @param name such as {@code date}
     * @param format how they are shown; empty where nothing is said
     */
    public record ColumnType(String name, String format) {}
}

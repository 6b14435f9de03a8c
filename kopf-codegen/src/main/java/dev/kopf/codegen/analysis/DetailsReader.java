package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.KindModel;
import dev.kopf.codegen.model.KindModel.Column;
import dev.kopf.codegen.model.KindModel.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a CRD says about one of its versions beside the schema. What a CRD of v1beta1 says of all versions holds for each. */
final class DetailsReader {

    /** More, or longer, than anybody shows; and Java's limits are near. */
    private static final int MAX_COLUMNS = 500;

    private static final int MAX_LENGTH = 1_000;

    private DetailsReader() {}

    static KindModel.Details of(Tree spec, Tree version) {
        Tree subresources = (version.has("subresources") ? version : spec).at("subresources");
        return new KindModel.Details(
                version.flag("storage"),
                !version.has("served") || version.flag("served"),
                version.flag("deprecated") ? shortened(version.text("deprecationWarning")) : null,
                new KindModel.Subresources(subresources.has("status"), scale(subresources.at("scale"))),
                columns(version.has("additionalPrinterColumns") ? version : spec));
    }

    private static KindModel.@Nullable Scale scale(Tree scale) {
        String spec = scale.text("specReplicasPath");
        String status = scale.text("statusReplicasPath");
        String selector = scale.text("labelSelectorPath");
        boolean known = isText(spec) && isText(status) && selector.length() <= MAX_LENGTH;
        return known ? new KindModel.Scale(spec, status, selector) : null;
    }

    private static List<Column> columns(Tree holder) {
        return holder.trees("additionalPrinterColumns").stream()
                .map(DetailsReader::column)
                .filter(column -> isText(column.name())
                        && isText(column.jsonPath())
                        && isText(column.value().name()))
                .limit(MAX_COLUMNS)
                .toList();
    }

    private static Column column(Tree column) {
        String path = column.text("jsonPath");
        return new Column(
                column.text("name"),
                path.isEmpty() ? column.text("JSONPath") : path,
                new ColumnType(column.text("type"), shortened(column.text("format"))),
                shortened(column.text("description")),
                column.fields().get("priority") instanceof Integer priority ? priority : 0);
    }

    private static boolean isText(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH;
    }

    private static String shortened(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    }
}

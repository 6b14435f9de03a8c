package dev.kopf.codegen.gate;

import dev.kopf.codegen.analysis.Tree;
import dev.kopf.codegen.model.Problem;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares what a schema says about numbers, lengths and texts. */
final class Ranges {

    private static final List<String> COUNTS = List.of("minLength", "minItems", "minProperties");
    private static final List<String> LIMITS = List.of("maxLength", "maxItems", "maxProperties");

    private final Changes changes;
    private final String field;

    Ranges(Changes changes, String field) {
        this.changes = changes;
        this.field = field;
    }

    void compare(Tree before, Tree after) {
        for (String keyword : COUNTS) {
            BigDecimal was = number(before, keyword);
            BigDecimal is = number(after, keyword);
            if (is != null && is.compareTo(was == null ? BigDecimal.ZERO : was) > 0) {
                narrowed(keyword, before, after);
            }
        }
        for (String keyword : LIMITS) {
            BigDecimal was = number(before, keyword);
            BigDecimal is = number(after, keyword);
            if (is != null && (was == null || is.compareTo(was) < 0)) {
                narrowed(keyword, before, after);
            }
        }
        compareLimit("minimum", "exclusiveMinimum", before, after);
        compareLimit("maximum", "exclusiveMaximum", before, after);
        compareStep(before, after);
        if (after.flag("uniqueItems") && !before.flag("uniqueItems")) {
            narrowed("uniqueItems", before, after);
        }
        if (after.has("pattern") && !after.text("pattern").equals(before.text("pattern"))) {
            narrowed("pattern", before, after);
        }
        if (isNarrowerFormat(before.text("format"), after.text("format"))) {
            narrowed("format", before, after);
        }
    }

    private void compareLimit(String keyword, String exclusive, Tree before, Tree after) {
        BigDecimal was = number(before, keyword);
        BigDecimal is = number(after, keyword);
        if (is == null) {
            return;
        }
        int further = was == null ? 1 : is.compareTo(was) * (keyword.equals("minimum") ? 1 : -1);
        if (further > 0) {
            narrowed(keyword, before, after);
        } else if (further == 0 && after.flag(exclusive) && !before.flag(exclusive)) {
            narrowed(exclusive, before, after);
        }
    }

    private void compareStep(Tree before, Tree after) {
        BigDecimal was = number(before, "multipleOf");
        BigDecimal is = number(after, "multipleOf");
        boolean takesAll = is == null
                || is.signum() == 0
                || (was != null && was.remainder(is).signum() == 0)
                || (after.text("type").equals("integer")
                        && BigDecimal.ONE.remainder(is).signum() == 0);
        if (!takesAll) {
            narrowed("multipleOf", before, after);
        }
    }

    /** A format that is gone takes more, and so does one for larger numbers. */
    private static boolean isNarrowerFormat(String was, String is) {
        boolean isWider = (was.equals("int32") && is.equals("int64")) || (was.equals("float") && is.equals("double"));
        // Every whole number that a server takes is one of these anyway.
        boolean saysNothing = was.isEmpty() && (is.equals("int64") || is.equals("double") || is.equals("password"));
        return !is.isEmpty() && !is.equals(was) && !isWider && !saysNothing;
    }

    private void narrowed(String keyword, Tree before, Tree after) {
        String was = before.has(keyword) ? before.text(keyword) : "not there";
        changes.add(
                Problem.Id.KopfRangeNarrowed,
                field,
                after.place(keyword),
                "values that were allowed are not any more: " + keyword + " was " + was + ". Leave it as it was: "
                        + after.text(keyword));
    }

    private static @Nullable BigDecimal number(Tree schema, String keyword) {
        return schema.fields().get(keyword) instanceof Number number ? new BigDecimal(number.toString()) : null;
    }
}

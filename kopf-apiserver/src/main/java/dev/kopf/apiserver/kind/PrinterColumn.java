package dev.kopf.apiserver.kind;

/**
 * A column that a CRD adds to tables.
 *
 * @param name its heading
 * @param type the type of its cells, {@code date} for ages
 * @param format a hint besides the type, may be empty
 * @param description what it shows
 * @param priority 0 to be shown always, more to be shown on request
 * @param jsonPath where the cells come from
 */
public record PrinterColumn(
        String name, String type, String format, String description, int priority, String jsonPath) {}

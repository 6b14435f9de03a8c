package dev.kopf.codegen.model;

import java.util.List;

/**
 * A class for texts with known values.
 *
 * @param name its name
 * @param description what the schema says about it
 * @param constants the known values
 * @param unrecognized the name in Java that stands for all other values in a {@code switch}
 */
public record EnumModel(JavaName name, String description, List<Constant> constants, String unrecognized) {

    public EnumModel {
        constants = List.copyOf(constants);
    }

    /**
     * A known value.
     *
     * @param name its name in Java, such as {@code ALWAYS}
     * @param value the text
     */
    public record Constant(String name, String value) {}
}

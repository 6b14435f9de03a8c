package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.TypeModel.Scalar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the table of fabric8's classes, which says itself how it is written. Not safe for use by several threads. */
final class CoreTypeTable {

    private static final String RESOURCE = "core-types.txt";
    private static final Pattern HEADER = Pattern.compile("(part )?(\\w+)(?: where (\\w+))?");
    private static final Pattern PROPERTY = Pattern.compile(" {4}([^\\s:?]+)(\\?)?: (\\S+)");

    private final Map<String, CoreType> types = new LinkedHashMap<>();
    private String packageName = "";

    private CoreTypeTable() {}

    /** The classes by their simple names, in the order of the table. */
    static Map<String, CoreType> read() {
        try (InputStream stream = CoreTypeTable.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("the generator lacks its file " + RESOURCE);
            }
            return read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, CoreType> read(String text) {
        CoreTypeTable table = new CoreTypeTable();
        String header = "";
        Map<String, CoreType.Property> properties = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("    ")) {
                Matcher property = matched(PROPERTY, line);
                properties.put(
                        property.group(1), new CoreType.Property(property.group(2) != null, ref(property.group(3))));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                table.add(header, properties);
                properties.clear();
                header = line;
            }
        }
        table.add(header, properties);
        return table.types;
    }

    private void add(String header, Map<String, CoreType.Property> properties) {
        if (header.startsWith("package ")) {
            packageName = header.substring("package ".length());
        } else if (!header.isEmpty()) {
            Matcher parts = matched(HEADER, header);
            String simpleName = parts.group(2);
            @Nullable String hint = parts.group(3);
            types.put(
                    simpleName,
                    new CoreType(new JavaName(packageName, simpleName), parts.group(1) != null, hint, properties));
        }
    }

    private static CoreType.Ref ref(String text) {
        String inner = text.substring(1, Math.max(1, text.length() - 1));
        if (text.startsWith("[")) {
            return new CoreType.ListOf(ref(inner));
        }
        if (text.startsWith("{")) {
            return new CoreType.MapOf(ref(inner));
        }
        return switch (text) {
            case "String" -> new CoreType.Plain(Scalar.TEXT);
            case "Integer" -> new CoreType.Plain(Scalar.INTEGER);
            case "Long" -> new CoreType.Plain(Scalar.LONG);
            case "Boolean" -> new CoreType.Plain(Scalar.BOOLEAN);
            case "IntOrString" -> new CoreType.Plain(Scalar.INT_OR_STRING);
            case "Object" -> new CoreType.Plain(Scalar.ANY);
            case "Quantity" -> new CoreType.Plain(Scalar.QUANTITY);
            default -> new CoreType.ClassOf(text);
        };
    }

    private static Matcher matched(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalStateException("no line of the table of core types: " + line);
        }
        return matcher;
    }
}

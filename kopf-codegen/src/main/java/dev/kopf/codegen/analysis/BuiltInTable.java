package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.TypeModel;
import dev.kopf.codegen.model.TypeModel.Scalar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the table of Kubernetes' own kinds, which says itself how it is written. Not safe for use by several threads. */
final class BuiltInTable {

    private static final String RESOURCE = "built-in-kinds.txt";
    private static final Pattern HEADER = Pattern.compile("(?:(\\S+)/)?(v\\w+) (\\w+) (Namespaced|Cluster) (\\S+)");
    private static final Pattern PROPERTY = Pattern.compile(" +(\\S+): (\\S+)");
    private static final String OF_STANZA = "        ";

    private final List<BuiltInKind> kinds = new ArrayList<>();
    private final Map<String, BuiltInKind.Stanza> stanzas = new LinkedHashMap<>();
    private final Map<String, TypeModel> properties = new LinkedHashMap<>();
    private String header = "";
    private String stanza = "";

    private BuiltInTable() {}

    /** All kinds, in the order of the table. */
    static List<BuiltInKind> read() {
        try (InputStream stream = BuiltInTable.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("the generator lacks its file " + RESOURCE);
            }
            return read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<BuiltInKind> read(String text) {
        BuiltInTable table = new BuiltInTable();
        for (String line : text.lines().toList()) {
            if (line.startsWith(OF_STANZA)) {
                Matcher property = matched(PROPERTY, line);
                table.properties.put(property.group(1), type(property.group(2)));
            } else if (line.startsWith(" ")) {
                table.endStanza();
                table.stanza = line;
            } else if (!line.isBlank() && !line.startsWith("#")) {
                table.endKind();
                table.header = line;
            }
        }
        table.endKind();
        return table.kinds;
    }

    private void endStanza() {
        if (!stanza.isEmpty()) {
            Matcher parts = matched(PROPERTY, stanza);
            stanzas.put(parts.group(1), new BuiltInKind.Stanza(type(parts.group(2)), properties));
        }
        stanza = "";
        properties.clear();
    }

    private void endKind() {
        endStanza();
        if (!header.isEmpty()) {
            Matcher parts = matched(HEADER, header);
            String group = parts.group(1) == null ? "" : parts.group(1);
            kinds.add(new BuiltInKind(
                    group,
                    parts.group(2),
                    parts.group(3),
                    parts.group(4).equals("Namespaced"),
                    new BuiltInKind.Type(className(parts.group(5)), stanzas)));
        }
        stanzas.clear();
    }

    private static TypeModel type(String text) {
        String inner = text.substring(1, Math.max(1, text.length() - 1));
        if (text.startsWith("[")) {
            return new TypeModel.ListOf(type(inner), false);
        }
        if (text.startsWith("{")) {
            return new TypeModel.MapOf(type(inner), false);
        }
        return switch (text) {
            case "String" -> Scalar.TEXT;
            case "Integer" -> Scalar.INTEGER;
            case "Long" -> Scalar.LONG;
            case "Decimal" -> Scalar.DECIMAL;
            case "Boolean" -> Scalar.BOOLEAN;
            case "IntOrString" -> Scalar.INT_OR_STRING;
            case "Quantity" -> Scalar.QUANTITY;
            case "DateTime" -> Scalar.DATE_TIME;
            case "Password" -> Scalar.PASSWORD;
            case "Object" -> Scalar.ANY;
            default -> new TypeModel.CoreType(className(text));
        };
    }

    private static JavaName className(String text) {
        int dot = text.lastIndexOf('.');
        return new JavaName(text.substring(0, dot), text.substring(dot + 1));
    }

    private static Matcher matched(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalStateException("no line of the table of built-in kinds: " + line);
        }
        return matcher;
    }
}

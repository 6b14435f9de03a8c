package dev.kopf.codegen.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.TypeModel.Scalar;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.Quantity;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of core types says what fabric8's classes are; {@code -Dgolden.update=true} writes it anew. */
final class CoreTypeTableTest {

    private static final Path FILE = Path.of("src/main/resources/dev/kopf/codegen/analysis/core-types.txt");

    private static final Map<Type, CoreType.Ref> REFS = Map.of(
            String.class, new CoreType.Plain(Scalar.TEXT),
            Integer.class, new CoreType.Plain(Scalar.INTEGER),
            Long.class, new CoreType.Plain(Scalar.LONG),
            Boolean.class, new CoreType.Plain(Scalar.BOOLEAN),
            Object.class, new CoreType.Plain(Scalar.ANY),
            IntOrString.class, new CoreType.Plain(Scalar.INT_OR_STRING),
            Quantity.class, new CoreType.Plain(Scalar.QUANTITY));

    private static final Map<String, CoreType> TABLE = CoreTypeTable.read();

    @Test
    void the_table_is_what_the_classes_are() throws IOException {
        String text = Files.readString(FILE);
        String expected = comment(text) + write(ofClasses());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(FILE, expected);
        }
        assertThat(Files.readString(FILE)).isEqualTo(expected);
    }

    @Test
    void generated_code_can_use_the_classes_without_a_warning() {
        assertThat(TABLE.values()).allSatisfy(type -> {
            Class<?> used = classOf(type.name());
            assertThat(KubernetesResource.class).isAssignableFrom(used);
            assertThat(used.isAnnotationPresent(Deprecated.class)).isFalse();
        });
    }

    @Test
    void a_schema_cannot_be_of_two_classes_that_no_word_tells_apart() {
        List<CoreType> types =
                TABLE.values().stream().filter(type -> !type.part()).toList();
        List<String> ambiguous = new ArrayList<>();
        for (CoreType one : types) {
            for (CoreType other : types.subList(types.indexOf(one) + 1, types.size())) {
                boolean told = one.hint() != null
                        && other.hint() != null
                        && !one.hint().equals(other.hint());
                if (!told && overlaps(one, other)) {
                    ambiguous.add(
                            one.name().simpleName() + " and " + other.name().simpleName());
                }
            }
        }
        assertThat(ambiguous).isEmpty();
    }

    @Test
    void keys_of_lists_have_the_getters_that_are_generated() {
        assertThat(TABLE.values()).allSatisfy(type -> {
            for (String property : type.properties().keySet()) {
                if (type.isScalar(property)) {
                    String suffix = property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
                    assertThat(classOf(type.name())
                                    .getMethod("get" + suffix)
                                    .getReturnType()
                                    .getSimpleName())
                            .isEqualTo(text(type.properties().get(property).type()));
                }
            }
        });
    }

    /** Whether one schema can be that of both. */
    private static boolean overlaps(CoreType one, CoreType other) {
        return requiresOnly(one, other) && requiresOnly(other, one);
    }

    private static boolean requiresOnly(CoreType one, CoreType other) {
        return one.properties().entrySet().stream()
                .filter(property -> !property.getValue().optional())
                .allMatch(property -> {
                    CoreType.Property counterpart = other.properties().get(property.getKey());
                    return counterpart != null && overlaps(property.getValue().type(), counterpart.type());
                });
    }

    private static boolean overlaps(CoreType.Ref one, CoreType.Ref other) {
        if (one instanceof CoreType.ListOf list && other instanceof CoreType.ListOf otherList) {
            return overlaps(list.item(), otherList.item());
        }
        if (one instanceof CoreType.MapOf map && other instanceof CoreType.MapOf otherMap) {
            return overlaps(map.value(), otherMap.value());
        }
        if (one instanceof CoreType.ClassOf type && other instanceof CoreType.ClassOf otherType) {
            return overlaps(TABLE.get(type.simpleName()), TABLE.get(otherType.simpleName()));
        }
        return one instanceof CoreType.Plain && other instanceof CoreType.Plain;
    }

    private static Class<?> classOf(JavaName name) {
        try {
            return Class.forName(name.packageName() + "." + name.simpleName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String comment(String text) {
        return text.lines().takeWhile(line -> line.startsWith("#")).collect(Collectors.joining("\n")) + "\n";
    }

    /** The types of the table, and then those that they are made of. */
    private static Collection<CoreType> ofClasses() {
        Map<String, CoreType> types = new LinkedHashMap<>();
        Deque<Class<?>> open = new ArrayDeque<>();
        TABLE.values().forEach(type -> open.add(classOf(type.name())));
        while (!open.isEmpty()) {
            Class<?> next = open.remove();
            if (!types.containsKey(next.getSimpleName())) {
                Map<String, CoreType.Property> properties = properties(next, open);
                CoreType known = TABLE.get(next.getSimpleName());
                types.put(
                        next.getSimpleName(),
                        new CoreType(
                                new JavaName(next.getPackageName(), next.getSimpleName()),
                                known == null || known.part(),
                                known == null ? null : known.hint(),
                                properties));
            }
        }
        return types.values();
    }

    private static Map<String, CoreType.Property> properties(Class<?> owner, Deque<Class<?>> open) {
        CoreType type = TABLE.get(owner.getSimpleName());
        Map<String, CoreType.Property> known = type == null ? Map.of() : type.properties();
        Map<String, CoreType.Property> properties = new LinkedHashMap<>();
        Arrays.stream(owner.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(JsonProperty.class))
                .forEach(field -> {
                    String name = field.getAnnotation(JsonProperty.class).value();
                    CoreType.Property before = known.get(name);
                    boolean optional = before == null ? !known.isEmpty() : before.optional();
                    properties.put(name, new CoreType.Property(optional, ref(field, field.getGenericType(), open)));
                });
        return properties;
    }

    private static CoreType.Ref ref(Field field, Type type, Deque<Class<?>> open) {
        CoreType.Ref known = REFS.get(type);
        if (known != null) {
            return known;
        }
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            CoreType.Ref inner = ref(field, arguments[arguments.length - 1], open);
            return generic.getRawType() == Map.class ? new CoreType.MapOf(inner) : new CoreType.ListOf(inner);
        }
        Class<?> inner = (Class<?>) type;
        assertThat(KubernetesResource.class).as(field.toString()).isAssignableFrom(inner);
        open.add(inner);
        return new CoreType.ClassOf(inner.getSimpleName());
    }

    private static String write(Collection<CoreType> types) {
        StringBuilder text = new StringBuilder();
        String packageName = "";
        for (CoreType type : types) {
            if (!type.name().packageName().equals(packageName)) {
                packageName = type.name().packageName();
                text.append("\npackage ").append(packageName).append('\n');
            }
            text.append('\n')
                    .append(type.part() ? "part " : "")
                    .append(type.name().simpleName());
            text.append(type.hint() == null ? "" : " where " + type.hint()).append('\n');
            type.properties()
                    .forEach((name, property) -> text.append("    ")
                            .append(name)
                            .append(property.optional() ? "?: " : ": ")
                            .append(text(property.type()))
                            .append('\n'));
        }
        return text.toString();
    }

    private static String text(CoreType.Ref type) {
        if (type instanceof CoreType.ListOf list) {
            return "[" + text(list.item()) + "]";
        }
        if (type instanceof CoreType.MapOf map) {
            return "{" + text(map.value()) + "}";
        }
        if (type instanceof CoreType.ClassOf other) {
            return other.simpleName();
        }
        return ((Class<?>) REFS.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(type))
                        .findFirst()
                        .orElseThrow()
                        .getKey())
                .getSimpleName();
    }
}

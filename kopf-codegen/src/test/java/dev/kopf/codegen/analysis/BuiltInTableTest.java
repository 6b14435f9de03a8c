package dev.kopf.codegen.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.model.annotation.Version;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of Kubernetes' own kinds, compared with fabric8's classes. */
final class BuiltInTableTest {

    private static final Path FILE = Path.of("src/main/resources/dev/kopf/codegen/analysis/built-in-kinds.txt");

    private static final Map<Type, String> SCALARS = Map.of(
            String.class, "String",
            Integer.class, "Integer",
            Long.class, "Long",
            Double.class, "Decimal",
            Boolean.class, "Boolean",
            IntOrString.class, "IntOrString",
            Quantity.class, "Quantity",
            ZonedDateTime.class, "DateTime",
            MicroTime.class, "DateTime");

    @Test
    void the_table_is_what_the_classes_are() throws Exception {
        String text = Files.readString(FILE);
        String comment = text.lines().takeWhile(line -> line.startsWith("#")).collect(Collectors.joining("\n")) + "\n";
        StringBuilder expected = new StringBuilder(comment);
        kinds().values().forEach(kind -> append(kind, expected));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(FILE, expected);
        }
        assertThat(Files.readString(FILE)).isEqualTo(expected.toString());
    }

    @Test
    void it_has_the_kinds_that_everybody_knows() {
        assertThat(BuiltInTable.read())
                .extracting(BuiltInKind::qualifiedName)
                .contains(
                        "v1/Pod",
                        "v1/ConfigMap",
                        "v1/Namespace",
                        "v1/Secret",
                        "apps/v1/Deployment",
                        "batch/v1/CronJob",
                        "networking.k8s.io/v1/Ingress",
                        "rbac.authorization.k8s.io/v1/ClusterRole")
                .doesNotHaveDuplicates();
    }

    private static Map<String, Class<?>> kinds() throws IOException, ClassNotFoundException {
        Map<String, Class<?>> kinds = new TreeMap<>();
        List<URL> files = Collections.list(BuiltInTableTest.class
                .getClassLoader()
                .getResources("META-INF/services/" + KubernetesResource.class.getName()));
        for (URL file : files) {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
                for (String name : lines.lines().map(String::strip).toList()) {
                    Class<?> type = Class.forName(name);
                    if (isKind(type)) {
                        kinds.put(
                                HasMetadata.getGroup(type) + "/" + HasMetadata.getVersion(type) + "/"
                                        + type.getSimpleName(),
                                type);
                    }
                }
            }
        }
        return kinds;
    }

    private static boolean isKind(Class<?> type) {
        return HasMetadata.class.isAssignableFrom(type)
                && type.isAnnotationPresent(Version.class)
                && !type.isAnnotationPresent(Deprecated.class)
                && !Modifier.isAbstract(type.getModifiers())
                && type.getName().startsWith("io.fabric8.kubernetes.api.model.")
                && HasMetadata.getKind(type).equals(type.getSimpleName())
                && !BuiltIns.NOT_WATCHED.contains(type.getSimpleName());
    }

    private static void append(Class<?> kind, StringBuilder text) {
        text.append('\n')
                .append(HasMetadata.getApiVersion(kind))
                .append(' ')
                .append(HasMetadata.getPlural(kind))
                .append(Namespaced.class.isAssignableFrom(kind) ? " Namespaced " : " Cluster ")
                .append(kind.getName())
                .append('\n');
        for (Field stanza : fields(kind)) {
            String name = name(stanza);
            if (!Set.of("apiVersion", "kind", "metadata").contains(name)) {
                String type = type(kind, name, stanza.getGenericType());
                text.append("    ").append(name).append(": ").append(type).append('\n');
                if (Set.of("spec", "status").contains(name) && type.contains(".")) {
                    fields(stanza.getType())
                            .forEach(field -> text.append("        ")
                                    .append(name(field))
                                    .append(": ")
                                    .append(type(kind, "", field.getGenericType()))
                                    .append('\n'));
                }
            }
        }
    }

    private static List<Field> fields(Class<?> owner) {
        return Arrays.stream(owner.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(JsonProperty.class))
                .toList();
    }

    private static String name(Field field) {
        return field.getAnnotation(JsonProperty.class).value();
    }

    private static String type(Class<?> kind, String stanza, Type type) {
        if (kind.getSimpleName().equals("Secret")
                && Set.of("data", "stringData").contains(stanza)) {
            return "{Password}";
        }
        String scalar = SCALARS.get(type);
        if (scalar != null) {
            return scalar;
        }
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            String inner = type(kind, "", arguments[arguments.length - 1]);
            return generic.getRawType() == Map.class ? "{" + inner + "}" : "[" + inner + "]";
        }
        Class<?> raw = (Class<?>) type;
        boolean isClass = KubernetesResource.class.isAssignableFrom(raw)
                && !raw.isInterface()
                && !Modifier.isAbstract(raw.getModifiers())
                && !raw.isAnnotationPresent(Deprecated.class)
                && !raw.getSimpleName().equals("RawExtension");
        return isClass ? raw.getName() : "Object";
    }
}

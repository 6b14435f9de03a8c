package dev.kopf.codegen.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.kopf.codegen.model.PropertyModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes what keeps secrets out of {@code toString()}. */
final class SecretGenerator {

    /** So many fields to a method, far from what a method of the JVM can hold, whatever the types are. */
    private static final int FIELDS_PER_METHOD = 500;

    private SecretGenerator() {}

    /** Adds to a class what it shows of itself, where all of it is secret. */
    static void addMask(TypeSpec.Builder type) {
        type.addMethod(
                shown().addStatement("return $T.MASK", Types.typed("Masked")).build());
    }

    private static MethodSpec.Builder shown() {
        return MethodSpec.methodBuilder("shown")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(Object.class);
    }

    /** Adds to a class what it shows of itself, where there are secrets in these properties of it. */
    static void addTo(TypeSpec.Builder type, List<PropertyModel> properties) {
        List<PropertyModel> secret = properties.stream()
                .filter(property -> property.type().isSecret())
                .toList();
        if (secret.isEmpty()) {
            return;
        }
        ClassName masked = Types.typed("Masked");
        MethodSpec.Builder method = shown().addStatement("$T masked = new $T(asMap())", masked, masked);
        for (int start = 0; start < secret.size(); start += FIELDS_PER_METHOD) {
            List<PropertyModel> some = secret.subList(start, Math.min(start + FIELDS_PER_METHOD, secret.size()));
            if (some.size() == secret.size()) {
                addFields(method, some);
            } else {
                String name = "mask" + (start / FIELDS_PER_METHOD + 1);
                method.addStatement("$L(masked)", name);
                MethodSpec.Builder part = MethodSpec.methodBuilder(name)
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .addParameter(masked, "masked");
                addFields(part, some);
                type.addMethod(part.build());
            }
        }
        type.addMethod(method.addStatement("return masked").build());
    }

    private static void addFields(MethodSpec.Builder method, List<PropertyModel> properties) {
        properties.forEach(property -> method.addStatement(
                "masked.field($L, $L)", Literals.of(property.jsonName()), Types.reader(property.type())));
    }
}

package dev.kopf.codegen.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.kopf.codegen.model.PropertyModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes what keeps secrets out of {@code toString()}. */
final class SecretGenerator {

    private SecretGenerator() {}

    /** Adds to a class what it shows of itself, where there are secrets in these properties of it. */
    static void addTo(TypeSpec.Builder type, List<PropertyModel> properties) {
        List<PropertyModel> secret = properties.stream()
                .filter(property -> property.type().isSecret())
                .toList();
        if (secret.isEmpty()) {
            return;
        }
        ClassName masked = Types.typed("Masked");
        MethodSpec.Builder method = MethodSpec.methodBuilder("shown")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(Object.class)
                .addStatement("$T masked = new $T(asMap())", masked, masked);
        secret.forEach(property -> method.addStatement(
                "masked.field($L, $L)", Literals.of(property.jsonName()), Types.reader(property.type())));
        type.addMethod(method.addStatement("return masked").build());
    }
}

package dev.kopf.codegen.generator;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.MethodSpec;
import dev.kopf.codegen.model.PropertyModel;
import java.util.Collection;
import java.util.List;

/** Marks what stands for deprecated properties, and keeps the compiler from warning of generated code that uses it. */
final class Deprecations {

    private Deprecations() {}

    /** The method, deprecated if the property is; its other Javadoc stands there already. */
    static MethodSpec.Builder mark(MethodSpec.Builder method, PropertyModel property) {
        String text = property.traits().deprecated();
        if (text == null) {
            return method;
        }
        return method.addJavadoc("\n\n@deprecated $L", Javadocs.of(text, "the schema says so"))
                .addAnnotation(Deprecated.class);
    }

    /** The method, which uses these properties of other classes. */
    static MethodSpec.Builder suppress(MethodSpec.Builder method, Collection<PropertyModel> used) {
        if (used.stream().noneMatch(property -> property.traits().deprecated() != null)) {
            return method;
        }
        return method.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "$S", "deprecation")
                .build());
    }

    /** The method, which uses this property of another class. */
    static MethodSpec.Builder suppress(MethodSpec.Builder method, PropertyModel used) {
        return suppress(method, List.of(used));
    }
}

package dev.kopf.codegen.generator;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.SourceFile;

/** What all generated files have in common. */
final class JavaFiles {

    private static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");
    private static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");

    private static final AnnotationSpec MARKED =
            AnnotationSpec.builder(NULL_MARKED).build();
    private static final AnnotationSpec BY_US = AnnotationSpec.builder(GENERATED)
            .addMember("value", "$S", "dev.kopf.codegen")
            .build();

    private JavaFiles() {}

    static SourceFile of(JavaName name, TypeSpec.Builder type) {
        return of("from a CRD ", name, type);
    }

    /** A file that is made for a kind. */
    static SourceFile of(ResourceModel model, JavaName name, TypeSpec.Builder type) {
        return of(model.isBuiltIn() ? "" : "from a CRD ", name, type);
    }

    private static SourceFile of(String origin, JavaName name, TypeSpec.Builder type) {
        TypeSpec marked = type.addAnnotation(MARKED).addAnnotation(BY_US).build();
        String text = JavaFile.builder(name.packageName(), marked)
                .addFileComment("Generated $Lby kopf-codegen. What is changed here is overwritten.", origin)
                .indent("    ")
                .skipJavaLangImports(true)
                .build()
                .toString();
        return new SourceFile(
                name.packageName().replace('.', '/') + "/" + name.simpleName() + ".java", Polish.of(text));
    }
}

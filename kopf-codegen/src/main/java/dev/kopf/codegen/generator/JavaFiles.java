package dev.kopf.codegen.generator;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.kopf.codegen.model.JavaName;
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
        TypeSpec marked = type.addAnnotation(MARKED).addAnnotation(BY_US).build();
        String text = JavaFile.builder(name.packageName(), marked)
                .addFileComment("Generated from a CRD by kopf-codegen. What is changed here is overwritten.")
                .indent("    ")
                .skipJavaLangImports(true)
                .build()
                .toString();
        return new SourceFile(
                name.packageName().replace('.', '/') + "/" + name.simpleName() + ".java", Polish.of(text));
    }
}

package dev.kopf.codegen.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.kopf.codegen.model.EnumModel;
import dev.kopf.codegen.model.SourceFile;
import javax.lang.model.element.Modifier;

/** Writes the class of texts with known values, which keeps unknown ones. */
final class EnumGenerator {

    private final EnumModel model;
    private final ClassName name;
    private final ClassName known;

    EnumGenerator(EnumModel model) {
        this.model = model;
        this.name = Types.of(model.name());
        this.known = name.nestedClass("Known");
    }

    SourceFile generate() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc("$L", Javadocs.of(model.description(), "A text of which the schema knows some values."))
                .addJavadoc(
                        "\n\n<p>Immutable and safe for use by several threads. A value that the schema does not know is kept.")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(Types.typed("OpenEnum"));
        model.constants().forEach(constant -> type.addField(constant(constant)));
        return JavaFiles.of(
                model.name(),
                type.addField(known, "known", Modifier.PRIVATE, Modifier.FINAL)
                        .addMethod(constructor())
                        .addMethod(of())
                        .addMethod(known())
                        .addType(knownValues()));
    }

    private FieldSpec constant(EnumModel.Constant constant) {
        return FieldSpec.builder(name, constant.name(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The value $L.", Javadocs.code(constant.value()))
                .initializer("new $T($L, $T.$L)", name, Literals.of(constant.value()), known, constant.name())
                .build();
    }

    private MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(String.class, "value")
                .addParameter(known, "known")
                .addStatement("super(value)")
                .addStatement("this.known = known")
                .build();
    }

    private MethodSpec of() {
        CodeBlock.Builder cases =
                CodeBlock.builder().add("return switch (value) {\n").indent();
        model.constants()
                .forEach(constant ->
                        cases.addStatement("case $L -> $L", Literals.of(constant.value()), constant.name()));
        cases.addStatement("default -> new $T(value, $T.$L)", name, known, model.unrecognized())
                .unindent()
                .add("};\n");
        return MethodSpec.methodBuilder("of")
                .addJavadoc("The value that is this text, known or not.")
                .addAnnotation(ObjectGenerator.delegatingCreator())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(String.class, "value")
                .addCode(cases.build())
                .build();
    }

    private MethodSpec known() {
        return MethodSpec.methodBuilder("known")
                .addJavadoc(
                        "The value for a {@code switch}; $L where the schema does not know it.", model.unrecognized())
                .addModifiers(Modifier.PUBLIC)
                .returns(known)
                .addStatement("return known")
                .build();
    }

    private TypeSpec knownValues() {
        TypeSpec.Builder values = TypeSpec.enumBuilder(known)
                .addJavadoc("The values that the schema knows.")
                .addModifiers(Modifier.PUBLIC);
        model.constants()
                .forEach(constant -> values.addEnumConstant(
                        constant.name(),
                        TypeSpec.anonymousClassBuilder("")
                                .addJavadoc("The value $L.", Javadocs.code(constant.value()))
                                .build()));
        return values.addEnumConstant(
                        model.unrecognized(),
                        TypeSpec.anonymousClassBuilder("")
                                .addJavadoc("A value that the schema does not know.")
                                .build())
                .build();
    }
}

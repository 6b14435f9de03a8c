package dev.kopf.codegen.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.lang.model.element.Modifier;

/** Writes what gives the author's tests example objects of a kind. */
final class FixtureGenerator {

    private static final String LIBRARY = "dev.kopf.testing.fixtures";

    /** A literal's length where the schema is short enough to be written in lines. */
    private static final int LINE = 100;

    /** A method of Java's takes no more literals than some thousands. */
    private static final int MAX_LITERALS = 4_000;

    private final ResourceModel model;
    private final ClassName resource;

    FixtureGenerator(ResourceModel model) {
        this.model = model;
        this.resource = Types.of(model.name());
    }

    /** The class with examples. */
    SourceFile fixtures() {
        TypeName type = ParameterizedTypeName.get(ClassName.get(LIBRARY, "ResourceFixtures"), resource);
        TypeSpec.Builder fixtures = TypeSpec.classBuilder(model.fixturesName().simpleName())
                .addJavadoc(
                        "Example objects of {@link $T}, valid by the schema of its CRD, but for CEL rules: they are"
                                + " not read.",
                        resource)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addField(FieldSpec.builder(type, "FIXTURES", Modifier.STATIC, Modifier.FINAL)
                        .initializer("$T.of($T.class, schema())", ClassName.get(LIBRARY, "ResourceFixtures"), resource)
                        .build())
                .addMethod(privateConstructor())
                .addMethod(example("minimal", "What is required, and no more; always the same."))
                .addMethod(example(
                        "full",
                        "Every property that can stand beside the others, lists and maps with one entry;"
                                + " always the same."))
                .addMethod(MethodSpec.methodBuilder("random")
                        .addJavadoc("Some object: the same one for the same state of {@code random}.")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(resource)
                        .addParameter(Random.class, "random")
                        .addStatement("return FIXTURES.random(random)")
                        .build())
                .addMethod(MethodSpec.methodBuilder("schema")
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .returns(String.class)
                        .addStatement(
                                "return $T.join(\n\"\",\n$L)", String.class, literals(SchemaText.of(model.schema())))
                        .build());
        KindAnnotations.suppressDeprecation(fixtures, model.kind());
        return JavaFiles.of(model.fixturesName(), fixtures);
    }

    /** The class with jqwik's arbitraries. */
    SourceFile arbitraries() {
        TypeName arbitrary = ParameterizedTypeName.get(ClassName.get("net.jqwik.api", "Arbitrary"), resource);
        TypeSpec.Builder arbitraries = TypeSpec.classBuilder(
                        model.arbitrariesName().simpleName())
                .addJavadoc(
                        "Any object of {@link $T} that is valid by the schema of its CRD, but for CEL rules: they are"
                                + " not read.",
                        resource)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(privateConstructor())
                .addMethod(MethodSpec.methodBuilder("arbitrary")
                        .addJavadoc("Valid objects; they shrink by losing what is not required.")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(arbitrary)
                        .addStatement(
                                "return $T.of($T.FIXTURES)",
                                ClassName.get(LIBRARY, "ResourceArbitraries"),
                                Types.of(model.fixturesName()))
                        .build());
        KindAnnotations.suppressDeprecation(arbitraries, model.kind());
        return JavaFiles.of(model.arbitrariesName(), arbitraries);
    }

    private MethodSpec example(String name, String doc) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc("$L", doc)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(resource)
                .addStatement("return FIXTURES.$L()", name)
                .build();
    }

    private static MethodSpec privateConstructor() {
        return MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build();
    }

    /** A literal has a limit, and so has what one literal plus another makes: the parts are joined when they are used. */
    private static CodeBlock literals(String text) {
        int length = Math.max(LINE, text.length() / MAX_LITERALS + 1);
        List<CodeBlock> parts = new ArrayList<>();
        for (int start = 0; start < text.length(); start += length) {
            parts.add(Literals.of(text.substring(start, Math.min(text.length(), start + length))));
        }
        return CodeBlock.join(parts, ",\n");
    }
}

package dev.kopf.codegen.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.kopf.codegen.model.FieldHandlerModel;
import dev.kopf.codegen.model.ResourceModel;
import javax.lang.model.element.Modifier;

/** Writes the registration of lambdas, a part of the glue. */
final class RegistrationGenerator {

    private static final ParameterSpec ID =
            ParameterSpec.builder(String.class, "id").build();
    private static final ParameterSpec OPTIONS =
            ParameterSpec.builder(Types.handler("HandlerOptions"), "options").build();

    private final ResourceModel model;
    private final ClassName name;
    private final ClassName resource;
    private final ClassName diff;

    RegistrationGenerator(ResourceModel model, ClassName name) {
        this.model = model;
        this.name = name;
        this.resource = Types.of(model.resourceName());
        this.diff = Types.of(model.diffName());
    }

    TypeSpec generate() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc(
                        "Handlers as lambdas, in the order of their registration. Not safe for use by several threads while"
                                + " it is filled.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(Types.handler("HandlerRegistration"), resource, diff, name))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addStatement(
                                "super(KIND, $T.class, $T::$L)", resource, diff, model.isBuiltIn() ? "new" : "between")
                        .build());
        for (FieldHandlerModel field : model.handlers().fields()) {
            String path = Javadocs.code(String.join(".", field.path()));
            String onChange = "Registers a handler for changes of " + path + " of objects that were handled before.";
            add(type, field, onChange);
        }
        return type.addMethod(self()).build();
    }

    private void add(TypeSpec.Builder type, FieldHandlerModel field, String doc) {
        String method = field.registrationName();
        ParameterSpec function = ParameterSpec.builder(
                        ParameterizedTypeName.get(Types.handler("ChangeFunction"), resource, Changes.of(model, field)),
                        "function")
                .build();
        type.addMethod(marked(
                field,
                method(method, doc, ID, function)
                        .addStatement("return $L($T.of(id), function)", method, Types.handler("HandlerOptions"))));
        type.addMethod(marked(field, method(method, doc, OPTIONS, function).addStatement(call(field))));
    }

    private static MethodSpec marked(FieldHandlerModel field, MethodSpec.Builder method) {
        return field.field().traits().deprecated() == null
                ? Deprecations.suppress(method, field.properties()).build()
                : Deprecations.mark(method, field.field()).build();
    }

    private static CodeBlock call(FieldHandlerModel field) {
        CodeBlock path = field.path().stream().map(Literals::of).collect(CodeBlock.joining(", "));
        CodeBlock change = field.properties().stream()
                .map(property -> CodeBlock.of(".$L()", property.javaName()))
                .collect(CodeBlock.joining(""));
        ClassName fieldPath = ClassName.get("dev.kopf.runtime.resource", "FieldPath");
        return CodeBlock.of("return field(options, $T.of($L), diff -> diff$L, function)", fieldPath, path, change);
    }

    private MethodSpec.Builder method(String method, String doc, ParameterSpec first, ParameterSpec function) {
        return MethodSpec.methodBuilder(method)
                .addJavadoc("$L", doc)
                .addModifiers(Modifier.PUBLIC)
                .returns(name)
                .addParameter(first)
                .addParameter(function);
    }

    private MethodSpec self() {
        return MethodSpec.methodBuilder("self")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(name)
                .addStatement("return this")
                .build();
    }
}

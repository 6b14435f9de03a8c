package dev.kopf.codegen.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
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
    private final ClassName dispatch;
    private final ClassName name;
    private final ClassName resource;

    RegistrationGenerator(ResourceModel model, ClassName dispatch, ClassName name) {
        this.model = model;
        this.dispatch = dispatch;
        this.name = name;
        this.resource = Types.of(model.name());
    }

    TypeSpec generate() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc(
                        "Handlers as lambdas, in the order of their registration. Not safe for use by several threads while"
                                + " it is filled.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(Types.handler("HandlerRegistration"), resource, name))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addStatement("super(KIND, $T.class)", resource)
                        .build());
        String onUpdate = "Registers a handler for objects that were handled before and have changed.";
        ClassName diff = Types.of(model.diffName());
        CodeBlock update = CodeBlock.of("return update(options, $T::between, function)", diff);
        addBoth(type, "update", onUpdate, diff, update);
        for (FieldHandlerModel field : model.handlers().fields()) {
            String path = Javadocs.code(String.join(".", field.path()));
            String onChange = "Registers a handler for changes of " + path + " of objects that were handled before.";
            addField(type, field, onChange);
        }
        return type.addMethod(self()).build();
    }

    private void addField(TypeSpec.Builder type, FieldHandlerModel field, String doc) {
        TypeSpec.Builder methods = TypeSpec.classBuilder("Methods");
        addBoth(methods, field.registrationName(), doc, HandlerGenerator.changeOf(field), fieldCall(field));
        for (MethodSpec method : methods.build().methodSpecs()) {
            type.addMethod(Deprecations.mark(method.toBuilder(), field.field()).build());
        }
    }

    private CodeBlock fieldCall(FieldHandlerModel field) {
        CodeBlock path = field.path().stream().map(Literals::of).collect(CodeBlock.joining(", "));
        ClassName fieldPath = ClassName.get("dev.kopf.runtime.resource", "FieldPath");
        return CodeBlock.of(
                "return field(options, $T.of($L), $T::read$L, function)", fieldPath, path, dispatch, field.suffix());
    }

    private void addBoth(TypeSpec.Builder type, String method, String doc, TypeName change, CodeBlock call) {
        ParameterSpec function = ParameterSpec.builder(
                        ParameterizedTypeName.get(Types.handler("ChangeFunction"), resource, change), "function")
                .build();
        type.addMethod(method(method, doc, ID, function)
                .addStatement("return $L($T.of(id), function)", method, Types.handler("HandlerOptions"))
                .build());
        type.addMethod(method(method, doc, OPTIONS, function).addStatement(call).build());
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

package dev.kopf.codegen.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.kopf.codegen.model.FieldHandlerModel;
import dev.kopf.codegen.model.KindModel;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.SourceFile;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the glue: what the author implemented becomes handlers. */
final class DispatchGenerator {

    /** So many fields to a method, far from what a method of the JVM can hold. */
    private static final int FIELDS_PER_METHOD = 200;

    private final ResourceModel model;
    private final ClassName name;
    private final ClassName resource;
    private final ClassName handler;
    private final ClassName registration;

    DispatchGenerator(ResourceModel model) {
        this.model = model;
        this.name = Types.of(model.dispatchName());
        this.resource = Types.of(model.resourceName());
        this.handler = Types.of(model.handlerName());
        this.registration = name.nestedClass("Registration");
    }

    SourceFile generate() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc(
                        "Hands objects of the kind $L to handlers: to those of {@link $T}, and to lambdas that are"
                                + " registered with {@link #on()}.",
                        Javadocs.code(model.kind().names().kind()),
                        handler)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(Types.handler("Dispatch"), handler))
                .addField(kind())
                .addMethod(on());
        List<List<FieldHandlerModel>> chunks = chunks();
        type.addMethod(handlersOf(chunks.size()));
        for (int i = 0; i < chunks.size(); i++) {
            type.addMethod(addFields(i, chunks.get(i)));
        }
        KindAnnotations.suppressDeprecation(type, model.kind());
        return JavaFiles.of(
                model, model.dispatchName(), type.addType(new RegistrationGenerator(model, registration).generate()));
    }

    private FieldSpec kind() {
        ClassName kindClass = ClassName.get("dev.kopf.runtime.resource", "ResourceKind");
        KindModel kind = model.kind();
        return FieldSpec.builder(kindClass, "KIND", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The kind.")
                .initializer(
                        "$T.$L($L, $L, $L, $L)$L",
                        kindClass,
                        kind.namespaced() ? "namespaced" : "clusterScoped",
                        Literals.of(kind.group()),
                        Literals.of(kind.version()),
                        Literals.of(kind.names().kind()),
                        Literals.of(kind.names().plural()),
                        SecretPlaces.of(model))
                .build();
    }

    private MethodSpec on() {
        return MethodSpec.methodBuilder("on")
                .addJavadoc("Starts a registration of lambdas.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(registration)
                .addStatement("return new $T()", registration)
                .build();
    }

    private MethodSpec handlersOf(int chunks) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("handlersOf")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), Types.handler("Handler")))
                .addParameter(handler, "source")
                .addStatement(
                        "$T methods = $T.of($T.class, source)", methods(), Types.handler("HandlerMethods"), handler)
                .addStatement("$T on = on()", registration)
                .addCode(add("options", "create", "onCreate", CodeBlock.of("$T.class", Types.handler("CreateContext"))))
                .addCode(add(
                        "options",
                        "update",
                        "onUpdate",
                        CodeBlock.of("$T.class, $T.class", Types.of(model.diffName()), Types.handler("UpdateContext"))))
                .addCode(add("options", "resume", "onResume", CodeBlock.of("$T.class", Types.handler("ResumeContext"))))
                .addCode(add("options", "delete", "onDelete", CodeBlock.of("$T.class", Types.handler("DeleteContext"))))
                .addCode(add(
                        "eventOptions", "event", "onEvent", CodeBlock.of("$T.class", Types.handler("EventContext"))));
        for (int i = 0; i < chunks; i++) {
            method.addStatement("addFields$L(methods, source, on)", i == 0 ? "" : i + 1);
        }
        return method.addStatement("on.annotated(source)")
                .addStatement("return on.handlers()")
                .build();
    }

    private ParameterizedTypeName methods() {
        return ParameterizedTypeName.get(Types.handler("HandlerMethods"), handler);
    }

    private CodeBlock add(String options, String registrationMethod, String method, CodeBlock parameters) {
        return add(
                CodeBlock.of("methods.$L($S, $T.class, $L)", options, method, resource, parameters),
                registrationMethod,
                function(registrationMethod, method));
    }

    /** The author's method; those of handlers of changes have a result, but of kinds whose objects have no place for it. */
    private CodeBlock function(String registrationMethod, String method) {
        CodeBlock reference = CodeBlock.of("source::$L", method);
        if (!model.isBuiltIn()) {
            return reference;
        }
        return switch (registrationMethod) {
            case "create", "resume" ->
                CodeBlock.of("$T.withoutResult($L)", Types.handler("ResourceFunction"), reference);
            case "update" -> CodeBlock.of("$T.withoutResult($L)", Types.handler("ChangeFunction"), reference);
            default -> reference;
        };
    }

    private static CodeBlock add(CodeBlock options, String registrationMethod, CodeBlock function) {
        return CodeBlock.builder()
                .add("$L\n", options)
                .indent()
                .indent()
                .add(".ifPresent(options -> on.$L(options,$W$L));\n", registrationMethod, function)
                .unindent()
                .unindent()
                .build();
    }

    private CodeBlock addField(FieldHandlerModel field) {
        CodeBlock options = CodeBlock.of(
                "methods.options($S, $T.class, $T.class, $T.class)",
                field.methodName(),
                resource,
                Changes.classOf(Changes.of(model, field)),
                Types.handler("UpdateContext"));
        CodeBlock method = CodeBlock.of("source::$L", field.methodName());
        return add(
                options,
                field.registrationName(),
                field.result() == null
                        ? CodeBlock.of("$T.withoutResult($L)", Types.handler("ChangeFunction"), method)
                        : method);
    }

    private List<List<FieldHandlerModel>> chunks() {
        List<FieldHandlerModel> fields = model.handlers().fields();
        List<List<FieldHandlerModel>> chunks = new ArrayList<>();
        for (int start = 0; start < fields.size(); start += FIELDS_PER_METHOD) {
            chunks.add(fields.subList(start, Math.min(start + FIELDS_PER_METHOD, fields.size())));
        }
        return chunks;
    }

    private MethodSpec addFields(int index, List<FieldHandlerModel> fields) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("addFields" + (index == 0 ? "" : index + 1))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(methods(), "methods")
                .addParameter(handler, "source")
                .addParameter(registration, "on");
        fields.forEach(field -> method.addCode(addField(field)));
        return Deprecations.suppress(
                        method, fields.stream().map(FieldHandlerModel::field).toList())
                .build();
    }
}

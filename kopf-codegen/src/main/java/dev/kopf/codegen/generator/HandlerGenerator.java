package dev.kopf.codegen.generator;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.kopf.codegen.model.FieldHandlerModel;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.SourceFile;
import dev.kopf.codegen.model.TypeModel;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the interface that authors implement. */
final class HandlerGenerator {

    private static final String RESULT = "\n\n@return the result, which is stored in {@code status.$L}; null for none"
            + "\n@throws Exception what is neither temporary nor permanent is retried";
    private static final String NO_RESULT = "\n\n@throws Exception what is neither temporary nor permanent is retried";

    private static final String OMITTED =
            "\n\n<p>There are more fields than a Java class can hold handlers for: $L of them have no method here. Their"
                    + " changes are seen in {@code onUpdate}.";

    /** So many fields are told by name. */
    private static final int MAX_FIXED = 20;

    private final ResourceModel model;
    private final ClassName resource;
    private final String variable;

    HandlerGenerator(ResourceModel model) {
        this.model = model;
        this.resource = Types.of(model.resourceName());
        this.variable = model.handlers().variable();
    }

    SourceFile generate() {
        ClassName dispatch = Types.of(model.dispatchName());
        int omitted = model.handlers().omitted();
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(Types.of(model.handlerName()))
                .addJavadoc(
                        "Handles objects of the kind $L. All methods are optional; one that is not implemented costs"
                                + " nothing.",
                        Javadocs.code(model.kind().names().kind()))
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(Types.handler("HandlerSource"))
                .addAnnotation(AnnotationSpec.builder(Types.handler("DispatchedBy"))
                        .addMember("value", "$T.class", dispatch)
                        .build())
                .addMethod(onCreate())
                .addMethod(onUpdate())
                .addMethod(onResume())
                .addMethod(onDelete())
                .addMethod(onEvent());
        if (omitted > 0) {
            type.addJavadoc(OMITTED, omitted);
        }
        type.addJavadoc(fixed()).addJavadoc("\n\n@see $T#on()", dispatch);
        model.handlers().fields().forEach(field -> type.addMethod(onChange(field)));
        KindAnnotations.suppressDeprecation(type, model.kind());
        return JavaFiles.of(model, model.handlerName(), type);
    }

    /** The fields that the API server keeps as they are. */
    private CodeBlock fixed() {
        List<String> fields = model.handlers().fixed();
        if (fields.isEmpty()) {
            return CodeBlock.of("");
        }
        String names = fields.stream().limit(MAX_FIXED).map(Javadocs::code).collect(Collectors.joining(", "));
        boolean one = fields.size() == 1;
        return CodeBlock.of(
                "\n\n<p>$L$L never $L: the API server refuses it ({@code self == oldSelf}), so there is no method for $L.",
                names,
                fields.size() > MAX_FIXED ? ", and " + (fields.size() - MAX_FIXED) + " more," : "",
                one ? "changes" : "change",
                one ? "it" : "them");
    }

    private MethodSpec onCreate() {
        return withResult("onCreate", "Called for an object that was never handled before, until it succeeds.")
                .addParameter(Types.handler("CreateContext"), "context")
                .build();
    }

    private MethodSpec onUpdate() {
        boolean status = model.handlers().fields().stream()
                .anyMatch(field -> field.stanza().jsonName().equals("status"));
        return withResult(
                        "onUpdate",
                        "Called when an object that was handled before has changed, in whatever is no status"
                                + (status ? ", or in a field of the status that has a handler." : "."))
                .addParameter(Types.of(model.diffName()), "diff")
                .addParameter(Types.handler("UpdateContext"), "context")
                .build();
    }

    private MethodSpec onResume() {
        return withResult(
                        "onResume",
                        "Called once after the operator has started, for an object that was handled before.")
                .addParameter(Types.handler("ResumeContext"), "context")
                .build();
    }

    private MethodSpec onDelete() {
        return method("onDelete")
                .addJavadoc("Called when the object is being deleted; the object is kept until this succeeds.")
                .addJavadoc(NO_RESULT)
                .addParameter(Types.handler("DeleteContext"), "context")
                .build();
    }

    private MethodSpec onEvent() {
        return method("onEvent")
                .addJavadoc(
                        "Called for every event of the object as it comes. Nothing about it is stored, and it is not"
                                + " repeated.\n\n@throws Exception what is thrown is logged and ignored")
                .addParameter(Types.handler("EventContext"), "context")
                .build();
    }

    private MethodSpec onChange(FieldHandlerModel field) {
        String path = Javadocs.code(String.join(".", field.path()));
        MethodSpec.Builder method = method(field.methodName())
                .addJavadoc(
                        "Called when $L of an object that was handled before changes, appears or goes. Not called at the"
                                + " object's creation, unless {@code @HandlerConfig(initial = true)} says so.",
                        path);
        TypeModel result = field.result();
        if (result == null) {
            method.addJavadoc(NO_RESULT);
        } else {
            method.addJavadoc(RESULT, field.methodName())
                    .returns(Types.nullable(result))
                    .addStatement("return null");
        }
        method.addParameter(Changes.of(model, field), changeVariable(field))
                .addParameter(Types.handler("UpdateContext"), "context");
        return Deprecations.mark(method, field.field()).build();
    }

    private String changeVariable(FieldHandlerModel field) {
        String name = field.field().javaName();
        return name.equals(variable) || name.equals("context") ? name + "Change" : name;
    }

    /** The API server drops from kinds of its own what it does not know, so their handlers have no results. */
    private MethodSpec.Builder withResult(String name, String when) {
        if (model.isBuiltIn()) {
            return method(name).addJavadoc(when).addJavadoc(NO_RESULT);
        }
        TypeModel result = model.handlers().results().get(name);
        TypeName type = result == null ? Types.nullable(TypeModel.Scalar.ANY) : Types.nullable(result);
        return method(name)
                .addJavadoc(when)
                .addJavadoc(RESULT, name)
                .returns(type)
                .addStatement("return null");
    }

    private MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .addParameter(resource, variable)
                .addException(Exception.class);
    }
}

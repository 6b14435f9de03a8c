package dev.kopf.codegen.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.kopf.codegen.model.PropertyModel;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.SourceFile;
import dev.kopf.codegen.model.TypeModel;
import javax.lang.model.element.Modifier;

/** Writes the resource class, which any fabric8 client takes. */
final class ResourceGenerator {

    private final ResourceModel model;
    private final ClassName name;
    private final ClassName builder;

    ResourceGenerator(ResourceModel model) {
        this.model = model;
        this.name = Types.of(model.name());
        this.builder = name.nestedClass("Builder");
    }

    SourceFile generate() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc("$L", Javadocs.of(model.description(), "The kind " + kindForDocs() + "."))
                .addJavadoc(
                        "\n\n<p>Mutable at its top level, as fabric8's classes are; the stanzas are immutable. Not safe for"
                                + " use by several threads\nwhile it is changed.")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(
                        Types.typed("TypedResource"), stanzaType("spec"), stanzaType("status")))
                .addField(FieldSpec.builder(
                                long.class, "serialVersionUID", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("1L")
                        .build());
        new KindAnnotations(model.kind()).addTo(type);
        if (model.kind().namespaced()) {
            type.addSuperinterface(ClassName.get("io.fabric8.kubernetes.api.model", "Namespaced"));
        }
        addConstructors(type);
        for (PropertyModel stanza : model.types().stanzas()) {
            type.addMethod(getter(stanza)).addMethod(setter(stanza));
        }
        new AccessorsGenerator(name, model.types().accessors()).addTo(type);
        SecretGenerator.addTo(type, model.types().stanzas());
        return JavaFiles.of(model.name(), type.addType(builderClass()));
    }

    private String kindForDocs() {
        return Javadocs.code(model.kind().names().kind());
    }

    private TypeName stanzaType(String jsonName) {
        PropertyModel stanza = model.stanza(jsonName);
        return stanza == null ? ClassName.get(Void.class) : Types.of(stanza.type());
    }

    private void addConstructors(TypeSpec.Builder type) {
        type.addMethod(MethodSpec.constructorBuilder()
                .addJavadoc("An object that has only its kind.")
                .addModifiers(Modifier.PUBLIC)
                .build());
        type.addMethod(MethodSpec.constructorBuilder()
                .addJavadoc("The object as it came.")
                .addAnnotation(ObjectGenerator.delegatingCreator())
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Types.JSON_OBJECT, "fields")
                .addStatement("super(fields)")
                .build());
        type.addMethod(MethodSpec.methodBuilder("builder")
                .addJavadoc("Starts with the kind only.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(builder)
                .addStatement("return new $T(new $T())", builder, name)
                .build());
        type.addMethod(MethodSpec.methodBuilder("toBuilder")
                .addJavadoc("Starts with all fields of this object.")
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addStatement("return new $T(new $T(asMap()))", builder, name)
                .build());
    }

    private static boolean isInherited(PropertyModel stanza) {
        return stanza.jsonName().equals("spec") || stanza.jsonName().equals("status");
    }

    // What is inherited takes what fabric8's class does.
    private static TypeName taken(PropertyModel stanza) {
        return isInherited(stanza) ? Types.nullable(stanza.type()) : Types.taken(stanza);
    }

    private static MethodSpec getter(PropertyModel stanza) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(Types.getter(stanza)).addModifiers(Modifier.PUBLIC);
        if (isInherited(stanza)) {
            method.addAnnotation(Override.class);
        }
        String text = Javadocs.of(stanza.description(), "The stanza " + Javadocs.code(stanza.jsonName()) + ".");
        if (stanza.type() instanceof TypeModel.ObjectType object) {
            method.addJavadoc("$L\n\n<p>Looks empty where it is absent.", text)
                    .returns(Types.of(stanza.type()))
                    .addStatement(
                            "return stanza($L, $T::new)", Literals.of(stanza.jsonName()), Types.of(object.name()));
            return Deprecations.mark(method, stanza).build();
        }
        method.addJavadoc("$L$L", text, ObjectGenerator.requirement(stanza))
                .returns(Types.returned(stanza))
                .addStatement("return $L", Types.read(stanza));
        return Deprecations.mark(method, stanza).build();
    }

    private static MethodSpec setter(PropertyModel stanza) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("set" + stanza.suffix())
                .addJavadoc("Sets the stanza $L; null takes it away.", Javadocs.code(stanza.jsonName()))
                .addModifiers(Modifier.PUBLIC)
                .addParameter(taken(stanza), "value")
                .addStatement("put($L, value)", Literals.of(stanza.jsonName()));
        if (isInherited(stanza)) {
            method.addAnnotation(Override.class);
        }
        return Deprecations.mark(method, stanza).build();
    }

    private TypeSpec builderClass() {
        TypeSpec.Builder type = TypeSpec.classBuilder(builder)
                .addJavadoc("Builds objects. Not safe for use by several threads.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addField(name, "resource", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(name, "resource")
                        .addStatement("this.resource = resource")
                        .build())
                .addMethod(builderMethod("metadata")
                        .addJavadoc("Sets the metadata.")
                        .addParameter(ClassName.get("io.fabric8.kubernetes.api.model", "ObjectMeta"), "value")
                        .addStatement("resource.setMetadata(value)")
                        .addStatement("return this")
                        .build());
        for (PropertyModel stanza : model.types().stanzas()) {
            MethodSpec.Builder method = builderMethod(stanza.javaName())
                    .addJavadoc("Sets the stanza $L; null takes it away.", Javadocs.code(stanza.jsonName()))
                    .addParameter(taken(stanza), "value")
                    .addStatement("resource.set$L(value)", stanza.suffix())
                    .addStatement("return this");
            type.addMethod(Deprecations.mark(method, stanza).build());
        }
        return type.addMethod(MethodSpec.methodBuilder("build")
                        .addJavadoc("Builds the object.")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(name)
                        .addStatement("return new $T(resource.asMap())", name)
                        .build())
                .build();
    }

    private MethodSpec.Builder builderMethod(String methodName) {
        return MethodSpec.methodBuilder(methodName)
                .addModifiers(Modifier.PUBLIC)
                .returns(builder);
    }
}

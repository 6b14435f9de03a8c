package dev.kopf.codegen.generator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.kopf.codegen.model.ObjectModel;
import dev.kopf.codegen.model.PropertyModel;
import dev.kopf.codegen.model.SourceFile;
import javax.lang.model.element.Modifier;

/** Writes the class of nested objects: a typed view with a builder. */
final class ObjectGenerator {

    private static final String COPY =
            "\n\n<p>Made anew by each call: what is changed in it counts once it is set in a builder.";

    private static final AnnotationSpec DELEGATING_CREATOR = AnnotationSpec.builder(JsonCreator.class)
            .addMember("mode", "$T.DELEGATING", ClassName.get(JsonCreator.Mode.class))
            .build();

    private final ObjectModel model;
    private final ClassName name;
    private final ClassName builder;

    ObjectGenerator(ObjectModel model) {
        this.model = model;
        this.name = Types.of(model.name());
        this.builder = name.nestedClass("Builder");
    }

    SourceFile generate() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc("$L", Javadocs.of(model.description(), "An object of the schema."))
                .addJavadoc("\n\n<p>Immutable and safe for use by several threads.")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(Types.typed("TypedObject"))
                .addMethod(constructor())
                .addMethod(builderMethod())
                .addMethod(toBuilder());
        model.properties().forEach(property -> type.addMethod(getter(property)));
        new AccessorsGenerator(name, model.accessors()).addTo(type);
        if (model.isSecret()) {
            SecretGenerator.addMask(type);
        } else {
            SecretGenerator.addTo(type, model.properties());
        }
        return JavaFiles.of(model.name(), type.addType(builderClass()));
    }

    private static MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addJavadoc("The object as it came; use {@link #builder()} to make another one.")
                .addAnnotation(delegatingCreator())
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Types.JSON_OBJECT, "fields")
                .addStatement("super(fields)")
                .build();
    }

    static AnnotationSpec delegatingCreator() {
        return DELEGATING_CREATOR;
    }

    private MethodSpec builderMethod() {
        return MethodSpec.methodBuilder("builder")
                .addJavadoc("Starts without any field.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(builder)
                .addStatement("return new $T($T.EMPTY)", builder, Types.JSON_OBJECT)
                .build();
    }

    private MethodSpec toBuilder() {
        return MethodSpec.methodBuilder("toBuilder")
                .addJavadoc("Starts with all fields of this object.")
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addStatement("return new $T(asMap())", builder)
                .build();
    }

    private static MethodSpec getter(PropertyModel property) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(Types.getter(property))
                .addJavadoc("$L$L", Javadocs.of(property.description(), otherwise(property)), requirement(property))
                .addJavadoc(Types.hasCore(property.type()) ? COPY : "")
                .addModifiers(Modifier.PUBLIC)
                .returns(Types.returned(property))
                .addStatement("return $L", Types.read(property));
        return Deprecations.mark(method, property).build();
    }

    /** What is said about a field that is required. */
    static String requirement(PropertyModel property) {
        return property.traits().required() ? "\n\n<p>Required: null only where the object breaks the schema." : "";
    }

    private static String otherwise(PropertyModel property) {
        return "The field " + Javadocs.code(property.jsonName()) + ".";
    }

    private TypeSpec builderClass() {
        TypeSpec.Builder type = TypeSpec.classBuilder(builder)
                .addJavadoc("Builds objects. Not safe for use by several threads.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(Types.typed("TypedBuilder"), name, builder))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(Types.JSON_OBJECT, "start")
                        .addStatement("super(start)")
                        .build());
        model.properties().forEach(property -> type.addMethod(setter(property)));
        return type.addMethod(build()).addMethod(self()).build();
    }

    private MethodSpec setter(PropertyModel property) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(property.javaName())
                .addJavadoc("Sets the field $L; null takes it away.", Javadocs.code(property.jsonName()))
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addParameter(Types.taken(property), "value")
                .addStatement("return put($L, value)", Literals.of(property.jsonName()));
        return Deprecations.mark(method, property).build();
    }

    private MethodSpec build() {
        return MethodSpec.methodBuilder("build")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(name)
                .addStatement("return new $T(fields())", name)
                .build();
    }

    private MethodSpec self() {
        return MethodSpec.methodBuilder("self")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(builder)
                .addStatement("return this")
                .build();
    }
}

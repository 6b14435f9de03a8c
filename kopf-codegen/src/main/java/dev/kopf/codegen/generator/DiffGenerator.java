package dev.kopf.codegen.generator;

import com.squareup.javapoet.AnnotationSpec;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import com.squareup.javapoet.TypeSpec;
import dev.kopf.codegen.model.ObjectModel;
import dev.kopf.codegen.model.PropertyModel;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.SourceFile;
import dev.kopf.codegen.model.TypeModel;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes what changed in an object, typed: for the resource, and for each object in it. */
final class DiffGenerator {

    private final ClassName subject;

    private DiffGenerator(ClassName subject) {
        this.subject = subject;
    }

    static SourceFile generate(ResourceModel model) {
        DiffGenerator generator = new DiffGenerator(Types.of(model.name()));
        ClassName diff = Types.of(model.diffName());
        TypeSpec.Builder type = generator
                .diffClass(diff, Modifier.PRIVATE)
                .addMethod(MethodSpec.methodBuilder("between")
                        .addJavadoc(
                                "What changed from one state of an object to another. Nothing is compared before it is"
                                        + " asked for.")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(diff)
                        .addParameter(generator.subject, "oldValue")
                        .addParameter(generator.subject, "newValue")
                        .addStatement("return new $T(oldValue, newValue)", diff)
                        .build())
                .addMethod(generator.nested(
                        "metadata", "getMetadata", Types.essence("MetadataDiff"), "What changed in the metadata."));
        model.types().stanzas().forEach(stanza -> type.addMethod(generator.change(stanza)));
        return JavaFiles.of(model.diffName(), type);
    }

    static SourceFile generate(ObjectModel model) {
        DiffGenerator generator = new DiffGenerator(Types.of(model.name()));
        TypeSpec.Builder type = generator.diffClass(Types.of(model.diffName()), Modifier.PUBLIC);
        model.properties().forEach(property -> type.addMethod(generator.change(property)));
        return JavaFiles.of(model.diffName(), type);
    }

    private TypeSpec.Builder diffClass(ClassName diff, Modifier constructor) {
        return TypeSpec.classBuilder(diff)
                .addJavadoc(
                        "What changed between two states of {@link $T}. Nothing is compared before it is asked for.",
                        subject)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(Types.essence("ObjectDiff"), subject))
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("Of two states, of which each may be absent.")
                        .addModifiers(constructor)
                        .addParameter(Types.nullable(subject), "oldValue")
                        .addParameter(Types.nullable(subject), "newValue")
                        .addStatement("super(oldValue, newValue)")
                        .build());
    }

    private MethodSpec change(PropertyModel property) {
        TypeModel type = property.type();
        String doc = "What changed in " + Javadocs.code(property.jsonName()) + ".";
        if (type instanceof TypeModel.ObjectType object) {
            ClassName diff = Types.of(object.name().plus("Diff"));
            return nested(property.javaName(), Types.getter(property), diff, doc);
        }
        MethodSpec.Builder method = MethodSpec.methodBuilder(property.javaName())
                .addJavadoc("$L", doc)
                .addModifiers(Modifier.PUBLIC);
        String getter = Types.getter(property);
        if (type instanceof TypeModel.MapOf map) {
            return method.returns(ParameterizedTypeName.get(
                            Types.essence("MapChange"), Types.part(map.value(), map.nullable())))
                    .addStatement("return map($T::$L)", subject, getter)
                    .build();
        }
        if (type instanceof TypeModel.SetOf set) {
            return method.returns(ParameterizedTypeName.get(
                            Types.essence("SetChange"), Types.part(set.item(), set.nullable())))
                    .addStatement("return set($T::$L)", subject, getter)
                    .build();
        }
        if (type instanceof TypeModel.KeyedListOf list) {
            return method.returns(ParameterizedTypeName.get(
                            Types.essence("KeyedListChange"), key(list), Types.of(list.item())))
                    .addStatement("return keyed($T::$L, $L)", subject, getter, keyOf(list))
                    .build();
        }
        return method.returns(ParameterizedTypeName.get(Types.essence("FieldChange"), Types.of(type)))
                .addStatement("return field($T::$L)", subject, getter)
                .build();
    }

    private MethodSpec nested(String name, String getter, ClassName diff, String doc) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc("$L", doc)
                .addModifiers(Modifier.PUBLIC)
                .returns(diff)
                .addStatement("return new $T(ofOld($T::$L), ofNew($T::$L))", diff, subject, getter, subject, getter)
                .build();
    }

    private static TypeName key(TypeModel.KeyedListOf list) {
        if (list.keys().size() == 1) {
            return Types.of(list.keys().get(0).type());
        }
        TypeName part = ClassName.get(Object.class)
                .annotated(List.of(AnnotationSpec.builder(Types.NULLABLE).build()));
        return ParameterizedTypeName.get(ClassName.get(List.class), part);
    }

    private static CodeBlock keyOf(TypeModel.KeyedListOf list) {
        if (list.keys().size() == 1) {
            return CodeBlock.of(
                    "$T::$L",
                    Types.of(list.item().name()),
                    Types.getter(list.keys().get(0)));
        }
        CodeBlock parts = list.keys().stream()
                .map(key -> CodeBlock.of("item.$L()", Types.getter(key)))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of("item -> $T.asList($L)", Arrays.class, parts);
    }
}

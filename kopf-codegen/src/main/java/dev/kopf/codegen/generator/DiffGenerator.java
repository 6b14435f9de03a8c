package dev.kopf.codegen.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.kopf.codegen.model.ObjectModel;
import dev.kopf.codegen.model.PropertyModel;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.SourceFile;
import dev.kopf.codegen.model.TypeModel;
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
                .addMethod(generator.metadata());
        model.types().stanzas().forEach(stanza -> type.addMethod(generator.change(stanza)));
        KindAnnotations.suppressDeprecation(type, model.kind());
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

    private MethodSpec metadata() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("metadata")
                .addJavadoc("What changed in the metadata.")
                .addModifiers(Modifier.PUBLIC);
        addNested(method, "getMetadata", Types.essence("MetadataDiff"));
        return method.build();
    }

    private MethodSpec change(PropertyModel property) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(property.javaName())
                .addJavadoc("What changed in $L.", Javadocs.code(property.jsonName()))
                .addModifiers(Modifier.PUBLIC);
        TypeModel type = property.type();
        String getter = Types.getter(property);
        if (type instanceof TypeModel.ObjectType object) {
            addNested(method, getter, diffOf(object));
        } else if (type instanceof TypeModel.MapOf map && map.value() instanceof TypeModel.ObjectType value) {
            ClassName diff = diffOf(value);
            method.returns(ParameterizedTypeName.get(
                            Types.essence("ObjectMapChange"), Types.part(value, map.nullable()), diff))
                    .addStatement("return objects($T::$L, $T::new)", subject, getter, diff);
        } else if (type instanceof TypeModel.MapOf map) {
            method.returns(ParameterizedTypeName.get(
                            Types.essence("MapChange"), Types.part(map.value(), map.nullable())))
                    .addStatement("return map($T::$L)", subject, getter);
        } else if (type instanceof TypeModel.SetOf set) {
            method.returns(ParameterizedTypeName.get(
                            Types.essence("SetChange"), Types.part(set.item(), set.nullable())))
                    .addStatement("return set($T::$L)", subject, getter);
        } else if (type instanceof TypeModel.KeyedListOf list) {
            CodeBlock keyOf = AccessorsGenerator.keyOf(list);
            TypeName item = Types.of(list.item());
            boolean nested = list.item() instanceof TypeModel.ObjectType;
            ClassName diff = nested ? diffOf((TypeModel.ObjectType) list.item()) : Types.essence("FieldChange");
            TypeName change = nested ? diff : ParameterizedTypeName.get(diff, item);
            method.returns(ParameterizedTypeName.get(Types.essence("KeyedListChange"), key(list), item, change))
                    .addStatement("return keyed($T::$L, $L, $T::new)", subject, getter, keyOf, diff);
            Deprecations.suppress(method, list.keys());
        } else {
            method.returns(ParameterizedTypeName.get(Types.essence("FieldChange"), Types.of(type)))
                    .addStatement("return field($T::$L)", subject, getter);
        }
        return Deprecations.mark(method, property).build();
    }

    private static ClassName diffOf(TypeModel.ObjectType object) {
        return Types.of(object.name().plus("Diff"));
    }

    private void addNested(MethodSpec.Builder method, String getter, ClassName diff) {
        method.returns(diff)
                .addStatement("return new $T(ofOld($T::$L), ofNew($T::$L))", diff, subject, getter, subject, getter);
    }

    private static TypeName key(TypeModel.KeyedListOf list) {
        if (list.keys().size() == 1) {
            return Types.of(list.keys().get(0).type());
        }
        return ParameterizedTypeName.get(ClassName.get(List.class), Types.nullable(ClassName.get(Object.class)));
    }
}

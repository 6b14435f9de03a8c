package dev.kopf.codegen.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.kopf.codegen.model.AccessorsModel;
import dev.kopf.codegen.model.PropertyModel;
import dev.kopf.codegen.model.TypeModel;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes what a class has beside its getters: values or their defaults, items by their keys, which one of several is set. */
final class AccessorsGenerator {

    /** Longer defaults are not told in Javadoc. */
    private static final int MAX_TOLD = 200;

    private static final ClassName ACCESSORS = Types.typed("Accessors");

    private final ClassName owner;
    private final AccessorsModel model;

    /** @param owner the class that has them */
    AccessorsGenerator(ClassName owner, AccessorsModel model) {
        this.owner = owner;
        this.model = model;
    }

    void addTo(TypeSpec.Builder type) {
        model.defaults().forEach(value -> type.addMethod(orDefault(value)));
        model.items().forEach(item -> type.addMethod(itemByKey(item)));
        model.items().stream()
                .filter(item -> !item.keyType().isEmpty())
                .forEach(item -> type.addType(Keys.generate(owner, item)));
        for (AccessorsModel.Union union : model.unions()) {
            type.addMethod(which(union)).addType(alternatives(union));
        }
    }

    private static MethodSpec orDefault(AccessorsModel.OrDefault value) {
        PropertyModel property = value.property();
        boolean nullable = property.traits().nullable();
        CodeBlock present =
                nullable ? CodeBlock.of("asMap(), $L", Literals.of(property.jsonName())) : present(property);
        MethodSpec.Builder method = MethodSpec.methodBuilder(value.method())
                .addJavadoc(
                        "The field $L, or its default$L where it is absent or does not fit$L. The default is not written.",
                        Javadocs.code(property.jsonName()),
                        value.json().length() > MAX_TOLD ? "" : " " + Javadocs.code(value.json()),
                        nullable ? "; null where it is null, which the schema allows" : "")
                .addModifiers(Modifier.PUBLIC)
                .returns(nullable ? Types.nullable(property.type()) : Types.of(property.type()))
                .addStatement(
                        "return $T.orDefault($L, $L, $L)",
                        ACCESSORS,
                        present,
                        Types.reader(property.type()),
                        Literals.of(value.json()));
        return Deprecations.mark(method, property).build();
    }

    /** The value if it is there. The getter of a stanza does not tell: it never is null. */
    private static CodeBlock present(PropertyModel property) {
        return property.type() instanceof TypeModel.ObjectType
                ? CodeBlock.of("get($L, $L)", Literals.of(property.jsonName()), Types.reader(property.type()))
                : CodeBlock.of("$L()", Types.getter(property));
    }

    private MethodSpec itemByKey(AccessorsModel.ItemByKey item) {
        TypeModel.KeyedListOf list = item.list();
        MethodSpec.Builder method = MethodSpec.methodBuilder(item.method())
                .addJavadoc(
                        "The item of $L with this key: $L; null where there is none.",
                        Javadocs.code(item.property().jsonName()),
                        list.keys().stream()
                                .map(key -> Javadocs.code(key.jsonName()))
                                .collect(Collectors.joining(", ")))
                .addModifiers(Modifier.PUBLIC)
                .returns(Types.nullable(list.item()));
        for (int i = 0; i < list.keys().size(); i++) {
            method.addParameter(ParameterSpec.builder(
                            Types.of(list.keys().get(i).type()),
                            item.parameters().get(i))
                    .build());
        }
        String parameters = String.join(", ", item.parameters());
        CodeBlock key = item.keyType().isEmpty()
                ? CodeBlock.of("$L", parameters)
                : CodeBlock.of("new $T($L)", Keys.typeOf(owner, item), parameters);
        method.addStatement(
                "return $T.item($L(), $L, $L)",
                ACCESSORS,
                Types.getter(item.property()),
                Keys.reader(owner, item),
                key);
        return Deprecations.mark(Deprecations.suppress(method, list.keys()), item.property())
                .build();
    }

    private MethodSpec which(AccessorsModel.Union union) {
        ClassName type = owner.nestedClass(union.typeName());
        CodeBlock names = names(union).map(Literals::of).collect(CodeBlock.joining(", "));
        return MethodSpec.methodBuilder(union.method())
                .addJavadoc(
                        "$L one of these is set: $L.\n\n@return null where none or more than one is",
                        union.mayBeNone() ? "At most" : "Exactly",
                        names(union).map(Javadocs::code).collect(Collectors.joining(", ")))
                .addModifiers(Modifier.PUBLIC)
                .returns(Types.nullable(type))
                .addStatement("return $T.only(asMap(), $T.values(), $L)", ACCESSORS, type, names)
                .build();
    }

    private static Stream<String> names(AccessorsModel.Union union) {
        return union.alternatives().stream()
                .map(alternative -> alternative.property().jsonName());
    }

    private TypeSpec alternatives(AccessorsModel.Union union) {
        TypeSpec.Builder type = TypeSpec.enumBuilder(union.typeName())
                .addJavadoc("What {@link $T#$L()} tells.", owner, union.method())
                .addModifiers(Modifier.PUBLIC);
        for (AccessorsModel.Alternative alternative : union.alternatives()) {
            type.addEnumConstant(
                    alternative.constant(),
                    TypeSpec.anonymousClassBuilder("")
                            .addJavadoc(
                                    "The field $L.",
                                    Javadocs.code(alternative.property().jsonName()))
                            .build());
        }
        return type.build();
    }
}

package dev.kopf.codegen.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.kopf.codegen.model.AccessorsModel.ItemByKey;
import dev.kopf.codegen.model.PropertyModel;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the classes of keys that are made of several fields, nested in the class that has the list. */
final class Keys {

    private Keys() {}

    /** The type of the key of an item; where one field is it, that one's. */
    static TypeName typeOf(ClassName owner, ItemByKey item) {
        return item.keyType().isEmpty()
                ? Types.of(item.list().keys().get(0).type())
                : owner.nestedClass(item.keyType());
    }

    /** What reads the key of an item. */
    static CodeBlock reader(ClassName owner, ItemByKey item) {
        return item.keyType().isEmpty()
                ? CodeBlock.of(
                        "$T::$L", Types.of(item.list().item()), item.getters().get(0))
                : CodeBlock.of("$T::of", typeOf(owner, item));
    }

    static TypeSpec generate(ClassName owner, ItemByKey item) {
        ClassName name = owner.nestedClass(item.keyType());
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc(
                        "The key of an item of $L. Immutable and safe for use by several threads.",
                        Javadocs.code(item.property().jsonName()))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .superclass(Types.typed("ItemKey"))
                .addMethod(of(name, item));
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addJavadoc("The key that is made of these; null for what is absent.")
                .addModifiers(Modifier.PUBLIC)
                .addStatement("super($L)", String.join(", ", item.parameters()));
        List<PropertyModel> fields = item.list().keys();
        for (int i = 0; i < fields.size(); i++) {
            TypeName part = Types.nullable(fields.get(i).type());
            String variable = item.parameters().get(i);
            constructor.addParameter(part, variable).addStatement("this.$L = $L", variable, variable);
            type.addField(part, variable, Modifier.PRIVATE, Modifier.FINAL)
                    .addMethod(MethodSpec.methodBuilder(variable)
                            .addJavadoc(
                                    "The field $L; null where the item has none.",
                                    Javadocs.code(fields.get(i).jsonName()))
                            .addModifiers(Modifier.PUBLIC)
                            .returns(part)
                            .addStatement("return $L", variable)
                            .build());
        }
        return type.addMethod(constructor.build()).build();
    }

    private static MethodSpec of(ClassName name, ItemByKey item) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("of")
                .addJavadoc("The key of an item.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(Types.of(item.list().item()), "item")
                .addStatement(
                        "return new $T($L)",
                        name,
                        item.getters().stream()
                                .map(getter -> "item." + getter + "()")
                                .collect(Collectors.joining(", ")));
        return Deprecations.suppress(method, item.list().keys()).build();
    }
}

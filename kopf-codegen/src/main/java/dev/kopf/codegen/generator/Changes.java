package dev.kopf.codegen.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.kopf.codegen.model.PropertyModel;
import dev.kopf.codegen.model.TypeModel;
import java.util.List;

/** What changed in a property: its type, which a diff and a handler's method have alike, and how a diff finds it. */
final class Changes {

    private Changes() {}

    /** The type of what changed. */
    static TypeName typeOf(PropertyModel property) {
        TypeModel type = property.type();
        if (type instanceof TypeModel.ObjectType object) {
            return diffOf(object);
        }
        if (type instanceof TypeModel.MapOf map) {
            TypeName value = Types.part(map.value(), map.nullable());
            return map.value() instanceof TypeModel.ObjectType object
                    ? change("ObjectMapChange", value, diffOf(object))
                    : change("MapChange", value);
        }
        if (type instanceof TypeModel.SetOf set) {
            return change("SetChange", Types.part(set.item(), set.nullable()));
        }
        if (type instanceof TypeModel.KeyedListOf list) {
            TypeName item = Types.of(list.item());
            return change("KeyedListChange", key(list), item, changeOfItem(list));
        }
        return change("FieldChange", Types.of(type));
    }

    /** The type of what changed, as it is at run time. */
    static TypeName classOf(PropertyModel property) {
        return typeOf(property) instanceof ParameterizedTypeName generic ? generic.rawType() : typeOf(property);
    }

    /** Adds to a method of a diff that it returns what changed. */
    static void addTo(MethodSpec.Builder method, PropertyModel property) {
        method.returns(typeOf(property));
        TypeModel type = property.type();
        CodeBlock name = Literals.of(property.jsonName());
        if (type instanceof TypeModel.ObjectType object) {
            method.addStatement("return new $T(states($L))", diffOf(object), name);
        } else if (type instanceof TypeModel.MapOf map && map.value() instanceof TypeModel.ObjectType object) {
            method.addStatement("return objects($L, $L, $T::new)", name, Types.reader(object), diffOf(object));
        } else if (type instanceof TypeModel.MapOf map) {
            method.addStatement("return map($L, $L)", name, Types.reader(map.value()));
        } else if (type instanceof TypeModel.SetOf set) {
            method.addStatement("return set($L, $L)", name, Types.reader(set.item()));
        } else if (type instanceof TypeModel.KeyedListOf list) {
            method.addStatement("return keyed($L, $L)", name, keyed(list));
            Deprecations.suppress(method, list.keys());
        } else {
            method.addStatement("return field($L, $L)", name, Types.reader(type));
        }
    }

    /** The class for what changed in an object. */
    static ClassName diffOf(TypeModel.ObjectType object) {
        return Types.of(object.name().plus("Diff"));
    }

    private static CodeBlock keyed(TypeModel.KeyedListOf list) {
        CodeBlock item = Types.reader(list.item());
        CodeBlock diff = list.item() instanceof TypeModel.ObjectType object
                ? CodeBlock.of("$T::new", diffOf(object))
                : CodeBlock.of("states -> new $T<>(states, $L)", Types.essence("FieldChange"), item);
        return CodeBlock.of("$L, $L, $L", item, AccessorsGenerator.keyOf(list), diff);
    }

    private static TypeName changeOfItem(TypeModel.KeyedListOf list) {
        return list.item() instanceof TypeModel.ObjectType object
                ? diffOf(object)
                : change("FieldChange", Types.of(list.item()));
    }

    private static TypeName key(TypeModel.KeyedListOf list) {
        if (list.keys().size() == 1) {
            return Types.of(list.keys().get(0).type());
        }
        return ParameterizedTypeName.get(ClassName.get(List.class), Types.nullable(ClassName.get(Object.class)));
    }

    private static TypeName change(String name, TypeName... parts) {
        return ParameterizedTypeName.get(Types.essence(name), parts);
    }
}

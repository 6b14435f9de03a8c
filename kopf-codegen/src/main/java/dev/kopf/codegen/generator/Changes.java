package dev.kopf.codegen.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.kopf.codegen.model.AccessorsModel;
import dev.kopf.codegen.model.FieldHandlerModel;
import dev.kopf.codegen.model.ObjectModel;
import dev.kopf.codegen.model.PropertyModel;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.TypeModel;
import java.util.List;

/** What changed in the properties of a class: its type, which a diff and a handler's method have alike, and how a diff finds it. */
final class Changes {

    private final ClassName owner;
    private final AccessorsModel accessors;

    /**
     * @param owner the class that has the properties
     * @param accessors what it has beside getters
     */
    Changes(ClassName owner, AccessorsModel accessors) {
        this.owner = owner;
        this.accessors = accessors;
    }

    /** The type of what a handler of a field is given. */
    static TypeName of(ResourceModel model, FieldHandlerModel handler) {
        List<PropertyModel> way = handler.properties();
        if (way.size() > 1 && way.get(way.size() - 2).type() instanceof TypeModel.ObjectType parent) {
            for (ObjectModel object : model.types().objects()) {
                if (object.name().equals(parent.name())) {
                    return new Changes(Types.of(object.name()), object.accessors()).typeOf(handler.field());
                }
            }
        }
        return new Changes(Types.of(model.name()), model.types().accessors()).typeOf(handler.field());
    }

    /** A type as it is at run time. */
    static TypeName classOf(TypeName type) {
        return type instanceof ParameterizedTypeName generic ? generic.rawType() : type;
    }

    /** The type of what changed. */
    private TypeName typeOf(PropertyModel property) {
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
            return change("KeyedListChange", Keys.typeOf(owner, byKey(property)), item, changeOfItem(list));
        }
        return change("FieldChange", Types.of(type));
    }

    /** Adds to a method of a diff that it returns what changed. */
    void addTo(MethodSpec.Builder method, PropertyModel property) {
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
            method.addStatement("return keyed($L, $L)", name, keyed(list, byKey(property)));
            Deprecations.suppress(method, list.keys());
        } else {
            method.addStatement("return field($L, $L)", name, Types.reader(type));
        }
    }

    /** The class for what changed in an object. */
    static ClassName diffOf(TypeModel.ObjectType object) {
        return Types.of(object.name().plus("Diff"));
    }

    private CodeBlock keyed(TypeModel.KeyedListOf list, AccessorsModel.ItemByKey byKey) {
        CodeBlock item = Types.reader(list.item());
        CodeBlock diff = list.item() instanceof TypeModel.ObjectType object
                ? CodeBlock.of("$T::new", diffOf(object))
                : CodeBlock.of("states -> new $T<>(states, $L)", Types.essence("FieldChange"), item);
        return CodeBlock.of("$L, $L, $L", item, Keys.reader(owner, byKey), diff);
    }

    private AccessorsModel.ItemByKey byKey(PropertyModel property) {
        return accessors.items().stream()
                .filter(item -> item.property().jsonName().equals(property.jsonName()))
                .findFirst()
                .orElseThrow();
    }

    private static TypeName changeOfItem(TypeModel.KeyedListOf list) {
        return list.item() instanceof TypeModel.ObjectType object
                ? diffOf(object)
                : change("FieldChange", Types.of(list.item()));
    }

    private static TypeName change(String name, TypeName... parts) {
        return ParameterizedTypeName.get(Types.essence(name), parts);
    }
}

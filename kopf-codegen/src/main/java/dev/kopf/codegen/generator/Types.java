package dev.kopf.codegen.generator;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.PropertyModel;
import dev.kopf.codegen.model.TypeModel;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the types of the model are written in Java. */
final class Types {

    static final ClassName JSON_OBJECT = typed("JsonObject");
    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

    private static final AnnotationSpec IS_NULLABLE =
            AnnotationSpec.builder(NULLABLE).build();
    private static final ClassName TYPES = typed("Types");
    private static final ClassName LIST = ClassName.get(List.class);
    private static final ClassName SET = ClassName.get(Set.class);
    private static final ClassName COLLECTION = ClassName.get(Collection.class);
    private static final ClassName MAP = ClassName.get(Map.class);

    private Types() {}

    /** A class of the runtime that generated resource classes stand on. */
    static ClassName typed(String simpleName) {
        return ClassName.get("dev.kopf.runtime.typed", simpleName);
    }

    /** A class of the runtime for handlers. */
    static ClassName handler(String simpleName) {
        return ClassName.get("dev.kopf.runtime.handler", simpleName);
    }

    /** A class of the runtime for what changed. */
    static ClassName essence(String simpleName) {
        return ClassName.get("dev.kopf.runtime.essence", simpleName);
    }

    static ClassName of(JavaName name) {
        return ClassName.get(name.packageName(), name.simpleName());
    }

    /** The type of a value that is there. */
    static TypeName of(TypeModel type) {
        return type(type, false);
    }

    /** The type of a value that may be absent. */
    static TypeName nullable(TypeModel type) {
        return type(type, true);
    }

    static ClassName nullable(ClassName name) {
        return annotate(name, true);
    }

    /** The type of what a getter gives. */
    static TypeName returned(PropertyModel property) {
        return type(property.type(), !property.traits().required());
    }

    /** The type of what a setter takes: for a set any collection will do. */
    static TypeName taken(PropertyModel property) {
        if (property.type() instanceof TypeModel.SetOf set) {
            return ParameterizedTypeName.get(
                    annotate(COLLECTION, true), WildcardTypeName.subtypeOf(part(set.item(), set.nullable())));
        }
        return nullable(property.type());
    }

    /** The type of an item or of a value of a map. */
    static TypeName part(TypeModel type, boolean nullable) {
        return type(type, nullable);
    }

    private static TypeName type(TypeModel type, boolean nullable) {
        if (type instanceof TypeModel.Scalar scalar) {
            return annotate(scalar(scalar), nullable);
        }
        if (type instanceof TypeModel.Secret secret) {
            return annotate(scalar(secret.type()), nullable);
        }
        if (type instanceof TypeModel.ObjectType object) {
            return annotate(of(object.name()), nullable);
        }
        if (type instanceof TypeModel.CoreType core) {
            return annotate(of(core.name()), nullable);
        }
        if (type instanceof TypeModel.EnumType enumeration) {
            return annotate(of(enumeration.name()), nullable);
        }
        if (type instanceof TypeModel.MapOf map) {
            return ParameterizedTypeName.get(
                    annotate(MAP, nullable), ClassName.get(String.class), part(map.value(), map.nullable()));
        }
        if (type instanceof TypeModel.SetOf set) {
            return ParameterizedTypeName.get(annotate(SET, nullable), part(set.item(), set.nullable()));
        }
        if (type instanceof TypeModel.KeyedListOf list) {
            return ParameterizedTypeName.get(annotate(LIST, nullable), part(list.item(), list.nullable()));
        }
        TypeModel.ListOf list = (TypeModel.ListOf) type;
        return ParameterizedTypeName.get(annotate(LIST, nullable), part(list.item(), list.nullable()));
    }

    // A parameterized type is annotated at its class: only there is the annotation right when the name is qualified.
    private static ClassName annotate(ClassName name, boolean nullable) {
        return nullable ? name.annotated(List.of(IS_NULLABLE)) : name;
    }

    private static ClassName scalar(TypeModel.Scalar scalar) {
        return switch (scalar) {
            case TEXT -> ClassName.get(String.class);
            case INTEGER -> ClassName.get(Integer.class);
            case LONG -> ClassName.get(Long.class);
            case DECIMAL -> ClassName.get(BigDecimal.class);
            case BOOLEAN -> ClassName.get(Boolean.class);
            case INT_OR_STRING -> typed("IntOrString");
            case DATE_TIME -> typed("DateTime");
            case QUANTITY -> typed("Quantity");
            case PASSWORD -> typed("Password");
            case ANY -> ClassName.get(Object.class);
        };
    }

    /** The runtime's reader of a type, such as {@code Types.list(Types.TEXT)}. */
    static CodeBlock reader(TypeModel type) {
        if (type instanceof TypeModel.Scalar scalar) {
            return CodeBlock.of("$T.$L", TYPES, scalar.name());
        }
        if (type instanceof TypeModel.Secret secret) {
            return CodeBlock.of("$T.secret($L)", TYPES, reader(secret.type()));
        }
        if (type instanceof TypeModel.ObjectType object) {
            return object(of(object.name()));
        }
        if (type instanceof TypeModel.CoreType core) {
            return core(of(core.name()));
        }
        if (type instanceof TypeModel.EnumType enumeration) {
            return CodeBlock.of("$T.text($T::of)", TYPES, of(enumeration.name()));
        }
        if (type instanceof TypeModel.MapOf map) {
            return CodeBlock.of("$T.map($L)", TYPES, reader(map.value()));
        }
        if (type instanceof TypeModel.SetOf set) {
            return CodeBlock.of("$T.set($L)", TYPES, reader(set.item()));
        }
        TypeModel item = type instanceof TypeModel.KeyedListOf list ? list.item() : ((TypeModel.ListOf) type).item();
        return CodeBlock.of("$T.list($L)", TYPES, reader(item));
    }

    /** The runtime's reader of a generated class. */
    static CodeBlock object(ClassName name) {
        return CodeBlock.of("$T.object($T::new)", TYPES, name);
    }

    /** The runtime's reader of a class of fabric8's. */
    static CodeBlock core(ClassName name) {
        return CodeBlock.of("$T.core($T.class)", TYPES, name);
    }

    /** What a getter does: {@code get("size", Types.TEXT)}. */
    static CodeBlock read(PropertyModel property) {
        return CodeBlock.of(
                "$L($L, $L)",
                property.traits().required() ? "required" : "get",
                Literals.of(property.jsonName()),
                reader(property.type()));
    }

    /** Whether a class of fabric8's is in it. */
    static boolean hasCore(TypeModel type) {
        if (type instanceof TypeModel.MapOf map) {
            return hasCore(map.value());
        }
        if (type instanceof TypeModel.ListOf list) {
            return hasCore(list.item());
        }
        return type instanceof TypeModel.KeyedListOf list ? hasCore(list.item()) : type instanceof TypeModel.CoreType;
    }

    static String getter(PropertyModel property) {
        return "get" + property.suffix();
    }
}

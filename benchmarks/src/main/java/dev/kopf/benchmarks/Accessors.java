package dev.kopf.benchmarks;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithName;
import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.ObjectModel;
import dev.kopf.codegen.model.PropertyModel;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.TypeModel;
import io.fabric8.java.generator.WritableCRCompilationUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lays the getters of java-generator's classes for one version of a CRD beside ours, property by property. */
final class Accessors {

    private final Map<String, ClassOrInterfaceDeclaration> theirs = new HashMap<>();
    private final Map<JavaName, ObjectModel> ours = new HashMap<>();
    private final List<Pair> pairs = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private Accessors() {}

    /** The getters of one property. */
    record Pair(String path, String jsonName, String theirs, String ours) {}

    /** The pairs of all properties that both have. */
    static List<Pair> of(WritableCRCompilationUnit classes, ResourceModel model) {
        Accessors accessors = new Accessors();
        classes.getClassResults().forEach(result -> {
            String packageName = result.getPackageDeclaration()
                    .map(NodeWithName::getNameAsString)
                    .orElse("");
            result.getClassByName(result.getName())
                    .ifPresent(type -> accessors.theirs.put(packageName + "." + result.getName(), type));
        });
        model.types().objects().forEach(object -> accessors.ours.put(object.name(), object));
        String kind = model.kind().names().kind();
        String root = JavaGenerator.packageOf(model.kind().group()) + "."
                + model.kind().version() + "." + kind;
        accessors.walk(kind, root, model.types().stanzas());
        for (PropertyModel stanza : model.types().stanzas()) {
            String suffix = stanza.jsonName().equals("spec")
                    ? "Spec"
                    : stanza.jsonName().equals("status") ? "Status" : "";
            if (!suffix.isEmpty()) {
                accessors
                        .objectOf(stanza.type())
                        .ifPresent(object ->
                                accessors.walk(kind + "." + stanza.jsonName(), root + suffix, object.properties()));
            }
        }
        return accessors.pairs;
    }

    private void walk(String path, String typeName, List<PropertyModel> properties) {
        ClassOrInterfaceDeclaration type = theirs.get(typeName);
        if (type == null || !seen.add(typeName)) {
            return;
        }
        Map<String, PropertyModel> byName = new HashMap<>();
        properties.forEach(property -> byName.put(property.jsonName(), property));
        for (FieldDeclaration field : type.getFields()) {
            PropertyModel property = jsonName(field).map(byName::get).orElse(null);
            if (property != null) {
                String inner = path + "." + property.jsonName();
                String variable = field.getVariable(0).getNameAsString();
                getter(type, variable)
                        .ifPresent(name ->
                                pairs.add(new Pair(inner, property.jsonName(), name, "get" + property.suffix())));
                objectOf(property.type()).ifPresent(object -> walk(inner, elementOf(field), object.properties()));
            }
        }
    }

    private static Optional<String> jsonName(FieldDeclaration field) {
        return field.getAnnotationByName("com.fasterxml.jackson.annotation.JsonProperty")
                .or(() -> field.getAnnotationByName("JsonProperty"))
                .flatMap(annotation -> annotation.findFirst(StringLiteralExpr.class))
                .map(StringLiteralExpr::asString);
    }

    private static Optional<String> getter(ClassOrInterfaceDeclaration type, String variable) {
        return type.getMethods().stream()
                .filter(method -> method.getParameters().isEmpty() && returns(method, variable))
                .map(MethodDeclaration::getNameAsString)
                .findFirst();
    }

    private static boolean returns(MethodDeclaration method, String variable) {
        String body = method.getBody()
                .map(Object::toString)
                .orElse("")
                .replaceAll("[\\s{}]+", " ")
                .strip();
        return body.equals("return " + variable + ";") || body.equals("return this." + variable + ";");
    }

    /** The class in a list or a map, or the type itself. */
    private static String elementOf(FieldDeclaration field) {
        String type = field.getElementType().asString().replace(">", "").replace(" ", "");
        return type.substring(Math.max(type.lastIndexOf('<'), type.lastIndexOf(',')) + 1);
    }

    private Optional<ObjectModel> objectOf(TypeModel type) {
        if (type instanceof TypeModel.ObjectType object) {
            return Optional.ofNullable(ours.get(object.name()));
        }
        if (type instanceof TypeModel.ListOf list) {
            return objectOf(list.item());
        }
        if (type instanceof TypeModel.SetOf set) {
            return objectOf(set.item());
        }
        if (type instanceof TypeModel.KeyedListOf keyed) {
            return objectOf(keyed.item());
        }
        return type instanceof TypeModel.MapOf map ? objectOf(map.value()) : Optional.empty();
    }
}

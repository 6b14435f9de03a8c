package dev.kopf.codegen.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.ObjectModel;
import dev.kopf.codegen.model.PropertyModel;
import dev.kopf.codegen.model.ResourceModel;
import dev.kopf.codegen.model.SourceFile;
import javax.lang.model.element.Modifier;

/** Writes what changed in an object, typed: for the resource, and for each object in it. */
final class DiffGenerator {

    private final ClassName subject;
    private final ClassName diff;

    private DiffGenerator(ClassName subject, ClassName diff) {
        this.subject = subject;
        this.diff = diff;
    }

    static SourceFile generate(ResourceModel model) {
        DiffGenerator generator = new DiffGenerator(Types.of(model.resourceName()), Types.of(model.diffName()));
        boolean secret = model.types().stanzas().stream()
                .anyMatch(stanza -> stanza.type().isSecret());
        TypeSpec.Builder type = (model.isBuiltIn()
                        ? generator.ofStates(generator.core(secret))
                        : generator.ofResource())
                .addMethod(metadata(secret));
        Changes changes = new Changes(generator.subject, model.types().accessors());
        model.types().stanzas().forEach(stanza -> type.addMethod(change(changes, stanza)));
        KindAnnotations.suppressDeprecation(type, model.kind());
        return JavaFiles.of(model, model.diffName(), type);
    }

    /** Of an object in a resource. */
    static SourceFile generate(ResourceModel model, ObjectModel object) {
        JavaName subject = model.types().core().getOrDefault(object.name(), object.name());
        DiffGenerator generator = new DiffGenerator(Types.of(subject), Types.of(object.diffName()));
        TypeSpec.Builder type =
                generator.ofStates(model.isBuiltIn() ? generator.core(false) : Types.object(generator.subject));
        Changes changes = new Changes(generator.subject, object.accessors());
        object.properties().forEach(property -> type.addMethod(change(changes, property)));
        return JavaFiles.of(model, object.diffName(), type);
    }

    /** Of a generated resource, which keeps the JSON that it was read from. */
    private TypeSpec.Builder ofResource() {
        return diffClass()
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(Types.nullable(subject), "oldValue")
                        .addParameter(Types.nullable(subject), "newValue")
                        .addStatement("super(oldValue, newValue)")
                        .build())
                .addMethod(between(CodeBlock.of("oldValue, newValue")));
    }

    private CodeBlock core(boolean secret) {
        CodeBlock reader = Types.core(subject);
        return secret ? CodeBlock.of("$T.secret($L)", Types.typed("Types"), reader) : reader;
    }

    /** Of what is seen in JSON: generated objects, and all classes of fabric8's. */
    private TypeSpec.Builder ofStates(CodeBlock reader) {
        ClassName states = Types.essence("JsonStates");
        return diffClass()
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("Of two states as JSON; from typed ones {@link #between} makes it.")
                        .addModifiers(Modifier.PUBLIC)
                        .addParameter(states, "states")
                        .addStatement("super(states, $L)", reader)
                        .build())
                .addMethod(between(CodeBlock.of("$T.of(oldValue, newValue)", states)));
    }

    private TypeSpec.Builder diffClass() {
        return TypeSpec.classBuilder(diff)
                .addJavadoc(
                        "What changed between two states of {@link $T}. Nothing is compared before it is asked for.",
                        subject)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(Types.essence("ObjectDiff"), subject));
    }

    private MethodSpec between(CodeBlock arguments) {
        return MethodSpec.methodBuilder("between")
                .addJavadoc("What changed from one state of an object to another; null where it was, or is, absent.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(diff)
                .addParameter(Types.nullable(subject), "oldValue")
                .addParameter(Types.nullable(subject), "newValue")
                .addStatement("return new $T($L)", diff, arguments)
                .build();
    }

    private static MethodSpec metadata(boolean secret) {
        ClassName metadata = Types.essence("MetadataDiff");
        return MethodSpec.methodBuilder("metadata")
                .addJavadoc("What changed in the metadata.")
                .addModifiers(Modifier.PUBLIC)
                .returns(metadata)
                .addStatement("return new $T(states($S), $L)", metadata, "metadata", secret)
                .build();
    }

    private static MethodSpec change(Changes changes, PropertyModel property) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(property.javaName())
                .addJavadoc("What changed in $L.", Javadocs.code(property.jsonName()))
                .addModifiers(Modifier.PUBLIC);
        changes.addTo(method, property);
        return Deprecations.mark(method, property).build();
    }
}

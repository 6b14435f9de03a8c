package dev.kopf.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.failure.FieldProblem;
import java.util.List;

/**
 * The structural schema of one version of a custom resource.
 *
 * <p>Immutable and thread-safe; the objects handed in are changed in place. CEL rules ({@code x-kubernetes-validations}) are not read.
 *
 * @param openApi the schema as the CRD has it
 */
public record StructuralSchema(JsonNode openApi) {

    /** Takes away the fields that the schema does not know; returns their paths. */
    public List<String> prune(ObjectNode object) {
        var pruning = new Pruning();
        pruning.prune(object, openApi, Path.ROOT, true);
        return pruning.pruned();
    }

    /** Fills in defaults and drops nulls that are not allowed. */
    public void applyDefaults(ObjectNode object) {
        Defaulting.apply(object, openApi);
    }

    /** Everything that is wrong with an object. */
    public List<FieldProblem> problems(ObjectNode object) {
        var validation = new Validation();
        ObjectNode withoutMetadata = object.deepCopy();
        withoutMetadata.remove("metadata");
        validation.check(withoutMetadata, withoutRequiredMetadata(), Path.ROOT);
        return validation.problems();
    }

    /** Whether a value fits; unlike for a whole object, nothing in it is special. */
    public boolean accepts(JsonNode value) {
        var validation = new Validation();
        validation.check(value, openApi, Path.ROOT);
        return validation.problems().isEmpty();
    }

    private JsonNode withoutRequiredMetadata() {
        if (openApi.path("required")
                .valueStream()
                .noneMatch(name -> name.asText().equals("metadata"))) {
            return openApi;
        }
        ObjectNode copy = openApi.deepCopy();
        var required = copy.putArray("required");
        openApi.path("required")
                .valueStream()
                .filter(name -> !name.asText().equals("metadata"))
                .forEach(required::add);
        return copy;
    }
}

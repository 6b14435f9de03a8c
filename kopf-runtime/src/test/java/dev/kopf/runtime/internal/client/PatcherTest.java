package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Finalizers;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.ResourceKind;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told of writes that fail. */
final class PatcherTest {

    private static final ResourceKind SECRET = ResourceKind.namespaced("", "v1", "Secret", "secrets");
    private static final ResourceKind CLAIM = ResourceKind.namespaced("example.org", "v1", "Claim", "claims");

    private static String problem(ResourceKind kind) {
        ObjectRef ref = new ObjectRef(kind, "ns", "n", "");
        Body body = new Body(Map.of("metadata", Map.of("name", "n", "namespace", "ns", "resourceVersion", "1")));
        OneObjectApi api = new OneObjectApi(body.fields(), () -> Instant.EPOCH);
        api.refuse(Paths.object(ref), 422);
        Write write = new Write(Patch.EMPTY.with(FieldPath.of("data", "key"), "value"), Write.FinalizerChange.NONE);
        WriteResult result = new Patcher(api, Finalizers.DEFAULT).apply(ref, new ServedKind(kind, false), write, body);
        assertThat(result).isInstanceOf(WriteResult.Failed.class);
        return ((WriteResult.Failed) result).problem();
    }

    @Test
    void R12_what_the_server_says_of_a_secret_is_not_repeated() {
        assertThat(problem(CLAIM)).isEqualTo("refused.");
        assertThat(problem(SECRET))
                .isEqualTo("HTTP 422, in words that are not shown, as there may be secrets in them.");
    }
}

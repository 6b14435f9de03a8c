package dev.kopf.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.kopf.codegen.corpus.Corpus;
import dev.kopf.codegen.model.CodegenOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real CRDs that are unlike each other: generated, compiled, and all objects, real ones and made ones, come back unchanged. */
final class RealCrdsTest {

    private static final Path SHARED = Path.of(System.getProperty("shared", "../../shared"));

    // Nobody has written a Workload or a Backup down: they are made by controllers and by hand. Those two are compiled
    // only.
    @ParameterizedTest
    @CsvSource({
        "cert-manager, certificates.cert-manager.io, 40",
        "prometheus-operator, servicemonitors.monitoring.coreos.com, 40",
        "argo-cd, applications.argoproj.io, 8",
        "strimzi-kafka-operator, kafkas.kafka.strimzi.io, 22",
        "gateway-api, httproutes.gateway.networking.k8s.io, 40",
        "zalando-postgres-operator, postgresqls.acid.zalan.do, 10",
        "kueue, workloads.kueue.x-k8s.io, 0",
        "istio-api, virtualservices.networking.istio.io, 20",
        "velero, backups.velero.io, 0",
        "keda, scaledobjects.keda.sh, 14",
    })
    void it_compiles_and_loses_nothing(String project, String name, int objects) throws IOException {
        Path crd = SHARED.resolve("crds").resolve(project).resolve(name + ".yaml");
        requireShared(crd);

        Corpus corpus = new Corpus(SHARED.resolve("crs"));
        corpus.check(crd);

        assertThat(corpus.failures()).isEmpty();
        assertThat(corpus.objectCount()).isEqualTo(objects);
        assertThat(corpus.instanceCount()).isPositive();
        assertThat(Codegen.generate(CodegenOptions.of(List.of(crd), Path.of("unused"))))
                .allSatisfy(file ->
                        assertThat(Sources.qualifiedNames(file)).as(file.path()).isEmpty());
    }

    private static void requireShared(Path file) {
        if (!Files.exists(file)) {
            String message = "There is no such file; real CRDs are beside the clone: " + file;
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            abort(message);
        }
    }
}

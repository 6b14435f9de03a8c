package dev.kopf.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Reads and writes all real objects that all classes can read; one operation is all of them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ObjectBenchmark {

    /** The system property that names the folder with the classes and {@code crds.txt}. */
    static final String FOLDER = "kopf.benchmarks.folder";

    /** The system property that names the folder with the objects. */
    static final String OBJECTS = "kopf.benchmarks.objects";

    /** Whose classes. */
    @Param({"Kopf", "java-generator", RealObjects.GENERIC})
    @SuppressWarnings("NullAway.Init") // JMH sets it
    public String classes;

    private final List<RealObjects.Sample> samples = new ArrayList<>();
    private final List<Object> objects = new ArrayList<>();

    /** Makes a benchmark; JMH does. */
    public ObjectBenchmark() {}

    /** Reads each object once. */
    @Setup
    public void read() throws IOException {
        Path folder = Path.of(System.getProperty(FOLDER));
        List<Project> projects = new ArrayList<>();
        for (String crd : Files.readAllLines(folder.resolve("crds.txt"))) {
            projects.add(new Project(Path.of(crd), folder.resolve(String.valueOf(projects.size()))));
        }
        samples.addAll(RealObjects.of(
                projects, Path.of(System.getProperty(OBJECTS)), Yardstick.GENERATORS, new ArrayList<>()));
        for (RealObjects.Sample sample : samples) {
            objects.add(
                    RealObjects.CLIENT.unmarshal(sample.json(), sample.types().get(classes)));
        }
    }

    /** Reads all objects. */
    @Benchmark
    public void reading(Blackhole sink) throws IOException {
        for (RealObjects.Sample sample : samples) {
            sink.consume(
                    RealObjects.CLIENT.unmarshal(sample.json(), sample.types().get(classes)));
        }
    }

    /** Writes all objects. */
    @Benchmark
    public void writing(Blackhole sink) throws IOException {
        for (Object object : objects) {
            sink.consume(RealObjects.CLIENT.asJson(object));
        }
    }
}

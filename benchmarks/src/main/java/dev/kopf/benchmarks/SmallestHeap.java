package dev.kopf.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The smallest heap in which a generator can do a CRD, each try in a JVM of its own. */
final class SmallestHeap {

    private static final int[] MEBIBYTES = {8, 12, 16, 20, 24, 28, 32, 40, 48, 64, 80, 96, 128, 160, 192, 256, 384, 512
    };

    private SmallestHeap() {}

    /** In MiB; {@link Integer#MAX_VALUE} where none of those that are tried is enough. */
    static int of(Generator generator, Path crd, Path folder) throws IOException, InterruptedException {
        for (int mebibytes : MEBIBYTES) {
            if (runs(generator, crd, folder, mebibytes)) {
                return mebibytes;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static boolean runs(Generator generator, Path crd, Path folder, int mebibytes)
            throws IOException, InterruptedException {
        Folders.delete(folder);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + mebibytes + "m",
                "-XX:+UseSerialGC",
                "-classpath",
                System.getProperty("java.class.path"),
                SmallestHeap.class.getName(),
                generator.getClass().getName(),
                crd.toString(),
                folder.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }

    /**
     * Generates once.
     *
     * @param args the generator's class, the CRD, the folder to write to
     */
    public static void main(String[] args) throws ReflectiveOperationException, IOException {
        Generator generator = Class.forName(args[0])
                .asSubclass(Generator.class)
                .getDeclaredConstructor()
                .newInstance();
        generator.generate(Path.of(args[1]), Path.of(args[2]));
    }
}

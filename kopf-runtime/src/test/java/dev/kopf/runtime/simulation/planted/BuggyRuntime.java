package dev.kopf.runtime.simulation.planted;

import dev.kopf.runtime.internal.reactor.Reactor;
import dev.kopf.runtime.simulation.Simulation;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The runtime and the simulation once more, with a bug planted: classes of their own, compiled and loaded for this alone. */
final class BuggyRuntime {

    private static final String ROOT = "dev.kopf.runtime.";
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "kopf", "runtime");

    private final Class<?> simulation;

    BuggyRuntime(Bug bug) throws IOException {
        Path directory = Files.createTempDirectory("planted");
        String source = plant(bug);
        Path file = directory.resolve(Path.of(bug.file()).getFileName());
        Files.writeString(file, source);
        compile(bug, file, directory);
        URL[] places = {
            directory.toUri().toURL(), placeOf(Reactor.class), placeOf(Simulation.class),
        };
        try {
            simulation = new ChildFirst(places).loadClass(Simulation.class.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The runtime's source with a bug in it.
     *
     * @throws IllegalStateException where the list of bugs is out of date
     */
    static String plant(Bug bug) throws IOException {
        return bug.plantedIn(Files.readString(SOURCES.resolve(bug.file())));
    }

    private static URL placeOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static void compile(Bug bug, Path file, Path directory) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of(
                "-proc:none",
                "-nowarn",
                "-parameters",
                "-d",
                directory.toString(),
                "-cp",
                System.getProperty("java.class.path"));
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            null, files, null, options, null, files.getJavaFileObjects(new File(file.toString())))
                    .call();
            if (!compiled) {
                throw new IllegalStateException("What is planted as '" + bug.name() + "' does not compile.");
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@link Simulation#firstViolation}, of the runtime with the bug. */
    @Nullable
    String firstViolation(long from, long to) {
        try {
            return (String) simulation
                    .getMethod("firstViolation", long.class, long.class)
                    .invoke(null, from, to);
        } catch (InvocationTargetException e) {
            return from + ":0:" + e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Classes of the runtime are its own, all others those of the rest of the program. */
    private static final class ChildFirst extends URLClassLoader {

        ChildFirst(URL[] places) {
            super(places, BuggyRuntime.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(ROOT)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }
    }
}

package dev.kopf.maven;

import java.io.File;
import java.util.List;
import org.codehaus.plexus.util.MatchPatterns;

/** Which paths are meant, by patterns as Maven has them everywhere. */
final class PathPatterns {

    private final MatchPatterns includes;
    private final MatchPatterns excludes;

    PathPatterns(List<String> includes, List<String> excludes) {
        this.includes = patterns(includes);
        this.excludes = patterns(excludes);
    }

    private static MatchPatterns patterns(List<String> patterns) {
        return MatchPatterns.from(patterns.stream().map(PathPatterns::local).toList());
    }

    /** @param path with {@code /} between names */
    boolean match(String path) {
        return includes.matches(local(path), true) && !excludes.matches(local(path), true);
    }

    private static String local(String path) {
        return path.replace('/', File.separatorChar);
    }
}

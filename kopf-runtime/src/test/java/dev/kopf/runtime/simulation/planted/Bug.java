package dev.kopf.runtime.simulation.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A bug to be planted: a text of a source file, and what stands there instead. White space does not count.
 *
 * @param name what the bug does, in words
 * @param file below the package {@code dev.kopf.runtime}
 */
record Bug(String name, String file, String right, String wrong) {

    private static final String LIST = "/simulation/planted.txt";

    /** All bugs of the list, which says itself how it is read. */
    static List<Bug> all() {
        String text;
        try (var stream = Bug.class.getResourceAsStream(LIST)) {
            if (stream == null) {
                throw new IllegalStateException("There is no list of bugs to plant: " + LIST);
            }
            text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Bug> bugs = new ArrayList<>();
        Matcher matcher = Pattern.compile("(?ms)^bug: (.*?)\\nfile: (.*?)\\n<<<\\n(.*?)\\n===\\n(.*?)\\n?>>>$")
                .matcher(text);
        while (matcher.find()) {
            bugs.add(new Bug(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4)));
        }
        return bugs;
    }

    /**
     * The source with the bug in it.
     *
     * @throws IllegalStateException if the text is not there exactly once: the list is out of date
     */
    String plantedIn(String source) {
        String words = Pattern.compile("\\w+|\\S")
                .matcher(right)
                .results()
                .map(word -> Pattern.quote(word.group()))
                .collect(Collectors.joining("\\s*"));
        Matcher matcher = Pattern.compile(words).matcher(source);
        long found = matcher.results().count();
        if (found != 1) {
            throw new IllegalStateException(
                    "The list of planted bugs is out of date: of '" + name + "', the text to be replaced in " + file
                            + " is there " + found + " times, and should be once: " + right.strip());
        }
        return matcher.replaceFirst(Matcher.quoteReplacement(wrong));
    }
}

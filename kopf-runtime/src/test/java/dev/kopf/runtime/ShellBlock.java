package dev.kopf.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a page says in shell: a fenced block of {@code sh}, what is typed in one of {@code console}, or a command in a line.
 *
 * @param page the file
 * @param line the number of its first line there
 * @param script what is typed
 */
record ShellBlock(Path page, int line, String script) {

    private static final Pattern FENCED =
            Pattern.compile("^```(sh|console)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern TYPED =
            Pattern.compile("^\\$ (.*<<(\\w+)\\n(?:.*\\n)*?\\2\\n|(?:.*\\\\\\n)*.*\\n)", Pattern.MULTILINE);
    private static final Pattern IN_A_LINE = Pattern.compile("`((?:java -jar|mvn|kubectl) [^`\\n]*)`");

    /** Each program is only written down, with its arguments as the shell has parsed them; so is one in the background. */
    private static final String INSTEAD = """
            command_not_found_handle() { local IFS=$'\\x1f'; printf '%s\\x1e' "$*" >> calls; }
            cd() { :; }
            source() { :; }
            kill() { :; }
            """;

    static List<ShellBlock> allOf(Path page) throws IOException {
        String text = Files.readString(page);
        List<ShellBlock> blocks = new ArrayList<>();
        FENCED.matcher(text).results().forEach(block -> {
            String script = block.group(2);
            if (block.group(1).equals("console")) {
                script = String.join(
                        "",
                        TYPED.matcher(script)
                                .results()
                                .map(typed -> typed.group(1))
                                .toList());
            }
            blocks.add(new ShellBlock(page, lineOf(text, block), script));
        });
        IN_A_LINE
                .matcher(text)
                .results()
                .forEach(command -> blocks.add(new ShellBlock(page, lineOf(text, command), command.group(1) + "\n")));
        return blocks;
    }

    private static int lineOf(String text, MatchResult found) {
        return (int) text.substring(0, found.start(1)).lines().count();
    }

    /** What a shell makes of it. */
    Run run(Path folder) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", INSTEAD + script + "wait\n");
        shell.directory(folder.toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        shell.environment().put("PATH", "/none");
        shell.environment().put("HOME", folder.toString());
        Process process = shell.start();
        process.getOutputStream().close();
        // A path of a program that is not there is no mistake in the shell.
        List<String> complaints = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.endsWith("No such file or directory"))
                .toList();
        process.waitFor();
        Path calls = folder.resolve("calls");
        List<List<String>> called = new ArrayList<>();
        if (Files.exists(calls)) {
            for (String call : Files.readString(calls).split("\u001e", -1)) {
                if (!call.isEmpty()) {
                    called.add(List.of(call.split("\u001f", -1)));
                }
            }
        }
        return new Run(complaints, called);
    }

    /**
     * What a shell has made of a block.
     *
     * @param complaints what it said of it
     * @param calls the programs that were called, each with its arguments
     */
    record Run(List<String> complaints, List<List<String>> calls) {}

    @Override
    public String toString() {
        return page.getFileName() + ":" + line + " "
                + script.lines().findFirst().orElse("");
    }
}

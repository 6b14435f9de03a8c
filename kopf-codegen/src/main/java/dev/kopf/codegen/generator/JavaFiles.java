package dev.kopf.codegen.generator;

import com.squareup.javapoet.AnnotationSpec;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.TypeSpec;
import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.SourceFile;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What all generated files have in common. */
final class JavaFiles {

    private static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");
    private static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");

    private static final int MAX_LINE = 120;

    private static final Pattern ONE_LINE_JAVADOC =
            Pattern.compile("^( *)/\\*\\*\n *\\* ([^\n]{1,113})\n *\\*/$", Pattern.MULTILINE);
    private static final Pattern BROKEN_THROWS =
            Pattern.compile("(?<!\\s)\\s++throws\\s++Exception(?= \\{$)", Pattern.MULTILINE);
    private static final Pattern BROKEN_MEMBER =
            Pattern.compile("^( *@JsonCreator)\\(\n *([^\n]+)\n *\\)$", Pattern.MULTILINE);
    private static final Pattern EMPTY_BODY = Pattern.compile("^([^\n\"*/]*)\\{\n *}$", Pattern.MULTILINE);

    private JavaFiles() {}

    static SourceFile of(JavaName name, TypeSpec.Builder type) {
        TypeSpec marked = type.addAnnotation(NULL_MARKED)
                .addAnnotation(AnnotationSpec.builder(GENERATED)
                        .addMember("value", "$S", "dev.kopf.codegen")
                        .build())
                .build();
        String text = JavaFile.builder(name.packageName(), marked)
                .addFileComment("Generated from a CRD by kopf-codegen. What is changed here is overwritten.")
                .indent("    ")
                .skipJavaLangImports(true)
                .build()
                .toString();
        return new SourceFile(name.packageName().replace('.', '/') + "/" + name.simpleName() + ".java", polish(text));
    }

    /** Undoes line breaks that nobody would write. Texts of a CRD are safe: they cannot hold what is looked for. */
    private static String polish(String text) {
        String joined = ONE_LINE_JAVADOC.matcher(wrap(text)).replaceAll(JavaFiles::onOneLine);
        joined = BROKEN_THROWS.matcher(joined).replaceAll(" throws Exception");
        joined = BROKEN_MEMBER.matcher(joined).replaceAll("$1($2)");
        return EMPTY_BODY.matcher(joined).replaceAll("$1{}");
    }

    private static String onOneLine(MatchResult javadoc) {
        String line = javadoc.group(1) + "/** " + javadoc.group(2) + " */";
        return Matcher.quoteReplacement(line.length() > MAX_LINE ? javadoc.group() : line);
    }

    /** Breaks lines of Javadoc at spaces; only they start with an asterisk. */
    private static String wrap(String text) {
        StringBuilder wrapped = new StringBuilder(text.length());
        for (String line : text.split("\n", -1)) {
            String start = line.substring(0, line.length() - line.stripLeading().length()) + "* ";
            String rest = line;
            while (rest.length() > MAX_LINE && rest.startsWith(start)) {
                int space = rest.lastIndexOf(' ', MAX_LINE);
                if (rest.startsWith("{@link ", space - "{@link".length())) {
                    space = rest.lastIndexOf(' ', space - 1);
                }
                int end = space < start.length() ? rest.indexOf(' ', start.length()) : space;
                if (end < 0) {
                    break;
                }
                wrapped.append(rest, 0, end).append('\n');
                rest = start + rest.substring(end + 1);
            }
            wrapped.append(rest).append('\n');
        }
        wrapped.setLength(wrapped.length() - 1);
        return wrapped.toString();
    }
}

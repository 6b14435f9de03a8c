package dev.kopf.runtime;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what went wrong. The stack trace is for {@code --debug}; a command without that option shows it where the
 * error is a surprise. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final Help.ColorScheme colours;
    private final Map<String, String> variables;

    /**
     * @param colours those of where errors are printed
     * @param variables those of the environment
     */
    Failures(Help.ColorScheme colours, Map<String, String> variables) {
        this.colours = colours;
        this.variables = variables;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        if (args.length == 0) {
            command.usage(command.getErr(), colours);
            return ExitCode.USAGE;
        }
        error(command, failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, command.getErr());
        if (failure instanceof MissingParameterException) { // it may be there, under a name that is none
            UnknownVariables.of(command.getCommandSpec(), variables).forEach(command.getErr()::println);
        }
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println("Try '" + name + " --help' for more information.");
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        OptionSpec debug = command.getCommandSpec().findOption("--debug");
        boolean expected = speaksToUser(failure);
        boolean withStackTrace = debug == null ? !expected : Boolean.TRUE.equals(debug.getValue());
        String message = expected ? String.valueOf(failure.getMessage()) : failure.toString();
        if (!expected && !withStackTrace) {
            message += " (--debug shows the stack trace)";
        }
        if (LoggingOptions.of(command.getCommandSpec()).isJson()) {
            LoggerFactory.getLogger("kopf.run").error(message, withStackTrace ? failure : null);
        } else {
            error(command, message);
            if (withStackTrace) {
                failure.printStackTrace(command.getErr());
            }
        }
        return ExitCode.SOFTWARE;
    }

    /** Of anything else the class says more than the message. */
    private static boolean speaksToUser(Exception failure) {
        return (failure instanceof OperatorException || failure instanceof IllegalArgumentException)
                && failure.getMessage() != null;
    }

    private void error(CommandLine command, @Nullable String message) {
        command.getErr().println(colours.errorText("Error: " + message));
    }
}

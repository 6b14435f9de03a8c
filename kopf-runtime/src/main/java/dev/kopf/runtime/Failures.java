package dev.kopf.runtime;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what went wrong. The stack trace is for {@code --debug}. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        if (args.length == 0) {
            command.usage(command.getErr());
            return ExitCode.USAGE;
        }
        error(command, failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, command.getErr());
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println("Try '" + name + " --help' for more information.");
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        boolean debug = isDebug(command.getCommandSpec());
        if (LoggingOptions.of(command.getCommandSpec()).isJson()) {
            LoggerFactory.getLogger(Kopf.class).error(message(failure), debug ? failure : null);
        } else {
            error(command, message(failure));
            if (debug) {
                failure.printStackTrace(command.getErr());
            }
        }
        return ExitCode.SOFTWARE;
    }

    private static void error(CommandLine command, @Nullable String message) {
        command.getErr().println(command.getColorScheme().errorText("Error: " + message));
    }

    private static boolean isDebug(CommandSpec command) {
        OptionSpec option = command.findOption("--debug");
        return option != null && Boolean.TRUE.equals(option.getValue());
    }

    /** What speaks to the user already stands alone; of anything else the class says more than the message. */
    private static String message(Exception failure) {
        boolean speaks = failure instanceof OperatorException || failure instanceof IllegalArgumentException;
        String message = failure.getMessage();
        return speaks && message != null ? message : failure + " (--debug shows the stack trace)";
    }
}

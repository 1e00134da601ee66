package de.ratssaal.verifier;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Checks the record of an election from the command line. */
public final class VerifierMain {

    private VerifierMain() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var error = new PrintStream(new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8);
        var status = run(List.of(arguments), out, error);
        out.flush();
        error.flush();
        System.exit(status);
    }

    /** @return 0 if every check holds, 1 if one does not, 2 if nothing could be checked, 3 if the result is not proven */
    static int run(List<String> arguments, PrintStream out, PrintStream error) {
        return Command.run(arguments, out, error);
    }
}

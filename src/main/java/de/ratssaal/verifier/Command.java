package de.ratssaal.verifier;

import de.ratssaal.ballot.RecordVerification;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param file the record
 * @param wanted beyond its own soundness
 * @param json whether the report is for programs
 */
record Command(Path file, RecordVerification.Wanted wanted, boolean json) {

    private static final int SOUND = 0;
    private static final int UNSOUND = 1;
    private static final int UNCHECKED = 2;
    private static final int UNPROVEN = 3;

    private static final Pattern HEAD = Pattern.compile("[0-9a-f]{64}");

    static int run(List<String> arguments, PrintStream out, PrintStream error) {
        var texts = new Texts(Locale.getDefault());
        try {
            texts = new Texts(language(arguments));
            if (arguments.isEmpty() || asksForHelp(arguments)) {
                (arguments.isEmpty() ? error : out).print(texts.text("usage"));
                return arguments.isEmpty() ? UNCHECKED : SOUND;
            }
            var command = parse(arguments);
            var report = RecordVerification.verify(Files.readAllBytes(command.file()), command.wanted());
            out.print(command.json() ? new JsonReport(texts, report).write() : new PlainReport(texts, report).write());
            return switch (report.verdict()) {
                case SOUND, UNFINISHED -> SOUND;
                case UNPROVEN -> UNPROVEN;
                case UNSOUND -> UNSOUND;
            };
        } catch (Misused e) {
            error.println(texts.text("misused", e.argument));
            error.print(texts.text("usage"));
        } catch (IOException | OutOfMemoryError e) {
            error.println(texts.text("unreadable", String.valueOf(e)));
        }
        return UNCHECKED;
    }

    /** An argument that cannot be followed. */
    private static final class Misused extends Exception {

        private static final long serialVersionUID = 1L;

        private final String argument;

        Misused(String argument) {
            super(argument);
            this.argument = argument;
        }
    }

    private static Locale language(List<String> arguments) throws Misused {
        var at = arguments.indexOf("--lang");
        if (at < 0) {
            return Locale.getDefault();
        }
        var language = at + 1 < arguments.size() ? arguments.get(at + 1) : "--lang";
        if (!Texts.LANGUAGES.contains(language)) {
            throw new Misused(language);
        }
        return Locale.of(language);
    }

    /** Help is no check: whoever asks for both must not take the one for the other. */
    private static boolean asksForHelp(List<String> arguments) throws Misused {
        if (!arguments.contains("--help")) {
            return false;
        }
        var others = arguments.contains("--lang") ? 3 : 1;
        if (arguments.size() > others) {
            throw new Misused("--help");
        }
        return true;
    }

    private static Command parse(List<String> arguments) throws Misused, IOException {
        Path file = null;
        var heads = new ArrayList<String>();
        var copies = new ArrayList<byte[]>();
        var strong = Optional.<byte[]>empty();
        var revoting = false;
        var unfinished = false;
        var weights = false;
        var json = false;
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            var argument = rest.pop();
            switch (argument) {
                case "--json" -> json = true;
                case "--revoting" -> revoting = true;
                case "--unfinished" -> unfinished = true;
                case "--weights" -> weights = true;
                case "--lang" -> value(argument, rest);
                case "--head" -> heads.add(head(value(argument, rest)));
                case "--earlier" -> copies.add(Files.readAllBytes(path(value(argument, rest))));
                case "--proofs" -> strong = Optional.of(Files.readAllBytes(path(value(argument, rest))));
                default -> file = file(argument, file);
            }
        }
        if (file == null) {
            throw new Misused("FILE.bel");
        }
        var wanted = new RecordVerification.Wanted(revoting, unfinished, weights, heads, copies, strong);
        return new Command(file, wanted, json);
    }

    private static String value(String option, Deque<String> rest) throws Misused {
        var value = rest.poll();
        if (value == null) {
            throw new Misused(option);
        }
        return value;
    }

    private static String head(String text) throws Misused {
        if (!HEAD.matcher(text).matches()) {
            throw new Misused(text);
        }
        return text;
    }

    private static Path file(String argument, @Nullable Path before) throws Misused {
        if (argument.startsWith("-") || before != null) {
            throw new Misused(argument);
        }
        return path(argument);
    }

    private static Path path(String argument) throws Misused {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new Misused(argument);
        }
    }
}

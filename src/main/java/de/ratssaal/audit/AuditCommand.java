package de.ratssaal.audit;

import de.ratssaal.base.Command;
import de.ratssaal.base.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;

/**
 * {@code ratssaal audit verify | head | key | new-key}. Exit codes of {@code verify}: 0 the log is whole, 1 something is
 * wrong with it, 2 it could not be checked.
 */
@Component
class AuditCommand implements Command {

    static final int WRONG = 1;
    private static final int SHOWN = 10;

    private final LogStore store;
    private final LogKeys keys;
    private final Messages messages;
    private final Clock clock;
    private final Locale language;

    @Autowired
    AuditCommand(LogStore store, LogKeys keys, Messages messages, Clock clock) {
        this(store, keys, messages, clock, Locale.getDefault());
    }

    AuditCommand(LogStore store, LogKeys keys, Messages messages, Clock clock, Locale system) {
        this.store = store;
        this.keys = keys;
        this.messages = messages;
        this.clock = clock;
        this.language = system.getLanguage().equals(Locale.GERMAN.getLanguage()) ? Locale.GERMAN : Locale.ENGLISH;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public int run(List<String> arguments) {
        var words = arguments.iterator();
        try {
            return switch (words.hasNext() ? words.next() : "") {
                case "verify" -> verify(words);
                case "head" -> alone(words, this::printHead);
                case "key" -> alone(words, this::printKeys);
                case "new-key" -> alone(words, this::makeKey);
                default -> throw new Unusable("audit.command.usage");
            };
        } catch (Unusable e) {
            System.err.println(text(e.key, e.arguments));
            return IMPOSSIBLE;
        }
    }

    private int alone(Iterator<String> words, java.util.function.IntSupplier work) {
        if (words.hasNext()) {
            throw new Unusable("audit.command.usage");
        }
        return work.getAsInt();
    }

    private int verify(Iterator<String> words) {
        var outside = new ArrayList<SignedHead>();
        var known = new ArrayList<>(keys.verifiers());
        while (words.hasNext()) {
            var option = words.next();
            if (!words.hasNext()) {
                throw new Unusable("audit.command.usage");
            }
            var file = words.next();
            switch (option) {
                case "--head" -> outside.add(headIn(file));
                case "--key" -> known.addAll(keysIn(file));
                default -> throw new Unusable("audit.command.usage");
            }
        }
        if (known.isEmpty() && store.newestHead().isPresent()) {
            throw new Unusable("audit.command.no-key");
        }
        var report = new LogCheck(store, known, outside).run((checked, of) -> {});
        print(report);
        return report.isWhole() ? DONE : WRONG;
    }

    private void print(LogReport report) {
        System.out.println(text("audit.report.checked", number(report.entries()), number(report.heads())));
        var head = report.newest();
        if (head != null) {
            System.out.println(text(
                    "audit.report.newest", head.origin(), number(head.size()), head.root(), String.valueOf(head.at())));
        }
        if (report.waiting() > 0) {
            System.out.println(text("audit.report.waiting", number(report.waiting())));
        }
        var late = report.firstLate();
        if (late != null) {
            System.out.println(
                    text("audit.report.late", number(report.late()), number(late.entry()), late.at(), late.after()));
        }
        if (report.isWhole()) {
            System.out.println(text("audit.report.whole"));
            return;
        }
        System.out.println(
                text("audit.report.wrong", FindingText.of(report.findings().getFirst(), messages, language)));
        report.findings().stream()
                .skip(1)
                .limit(SHOWN)
                .forEach(it -> System.out.println("  " + FindingText.of(it, messages, language)));
        if (report.wrong() > SHOWN + 1) {
            System.out.println(text("audit.report.more", number(report.wrong() - SHOWN - 1)));
        }
    }

    private int printHead() {
        var head = store.newestHead().orElseThrow(() -> new Unusable("audit.command.no-head"));
        System.out.print(head.note());
        return DONE;
    }

    private int printKeys() {
        var known = keys.verifiers();
        if (known.isEmpty()) {
            throw new Unusable("audit.command.no-head");
        }
        known.forEach(System.out::println);
        return DONE;
    }

    /** For a key that is lost or known to others. The log itself says that it was replaced. */
    private int makeKey() {
        store.transaction(TransactionDefinition.ISOLATION_DEFAULT).executeWithoutResult(status -> {
            var key = keys.make();
            store.write(
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    "system/audit new-key",
                    "audit.KeyReplaced",
                    "audit/key",
                    "heads of the log are signed with the new key " + key.verifier());
            System.out.println(key.verifier());
        });
        return DONE;
    }

    private static SignedHead headIn(String file) {
        try {
            return SignedHead.parse(Files.readString(Path.of(file)));
        } catch (IOException | IllegalArgumentException e) {
            throw new Unusable("audit.command.unreadable-head", file, String.valueOf(e.getMessage()));
        }
    }

    private static List<VerifierKey> keysIn(String file) {
        try {
            return LogKeys.parse(Files.readString(Path.of(file)));
        } catch (IOException | IllegalArgumentException e) {
            throw new Unusable("audit.command.unreadable-key", file, String.valueOf(e.getMessage()));
        }
    }

    private static String number(long number) {
        return Long.toString(number);
    }

    private String text(String key, Object... arguments) {
        return messages.text(language, key, arguments);
    }

    /** The command cannot do what it was asked, and says why. */
    private static final class Unusable extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String key;
        private final transient Object[] arguments;

        Unusable(String key, Object... arguments) {
            super(key);
            this.key = key;
            this.arguments = arguments;
        }
    }
}

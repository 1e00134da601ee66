package de.ratssaal.document;

import de.ratssaal.base.Command;
import de.ratssaal.base.Messages;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** {@code ratssaal document new-key | rewrap}: changes the key with which the files are sealed. */
@Component
class DocumentCommand implements Command {

    private final MasterKeys keys;
    private final KeepSealed contents;
    private final Messages messages;
    private final Locale language;

    DocumentCommand(MasterKeys keys, KeepSealed contents, Messages messages) {
        this.keys = keys;
        this.contents = contents;
        this.messages = messages;
        this.language =
                Locale.getDefault().getLanguage().equals(Locale.GERMAN.getLanguage()) ? Locale.GERMAN : Locale.ENGLISH;
    }

    @Override
    public String name() {
        return "document";
    }

    @Override
    public int run(List<String> arguments) {
        try {
            return switch (arguments.size() == 1 ? arguments.getFirst() : "") {
                case "new-key" -> done(messages.text(language, "document.command.new-key", keys.add()));
                case "rewrap" -> rewrapped(contents.rewrap());
                default -> impossible(messages.text(language, "document.command.usage"));
            };
        } catch (IOException | IllegalStateException e) {
            return impossible(String.valueOf(e.getMessage()));
        }
    }

    private int rewrapped(KeepSealed.Rewrapped wrapped) {
        System.out.println(messages.text(language, "document.command.rewrapped", wrapped.done(), keys.newest()));
        return wrapped.failed() == 0
                ? DONE
                : impossible(messages.text(language, "document.command.not-rewrapped", wrapped.failed()));
    }

    private static int done(String text) {
        System.out.println(text);
        return DONE;
    }

    private static int impossible(String text) {
        System.err.println(text);
        return IMPOSSIBLE;
    }
}

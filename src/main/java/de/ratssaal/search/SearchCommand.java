package de.ratssaal.search;

import de.ratssaal.base.Command;
import de.ratssaal.base.Messages;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** {@code ratssaal search rebuild}: reads everything anew while the application runs; what is as it should be stays. */
@Component
class SearchCommand implements Command {

    private final IndexStore store;
    private final IndexWork work;
    private final Messages messages;
    private final Locale language;

    SearchCommand(IndexStore store, IndexWork work, Messages messages) {
        this.store = store;
        this.work = work;
        this.messages = messages;
        this.language =
                Locale.getDefault().getLanguage().equals(Locale.GERMAN.getLanguage()) ? Locale.GERMAN : Locale.ENGLISH;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public int run(List<String> arguments) {
        if (!arguments.equals(List.of("rebuild"))) {
            System.err.println(messages.text(language, "search.command.usage"));
            return IMPOSSIBLE;
        }
        store.forget();
        System.out.println(messages.text(language, "search.command.begun", work.askForAll()));
        work.work();
        System.out.println(messages.text(language, "search.command.done", store.entries()));
        return DONE;
    }
}

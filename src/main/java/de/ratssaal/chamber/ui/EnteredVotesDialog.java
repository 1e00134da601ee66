package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import de.ratssaal.chamber.Board;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.EnteredVote;
import java.util.List;

/** What was entered for members in the room, each with what it can be corrected to. */
class EnteredVotesDialog {

    /** Corrects what was entered. */
    @FunctionalInterface
    interface Correct {

        void to(EnteredVote seen, Choice choice);
    }

    private final Dialog dialog = new Dialog();

    EnteredVotesDialog(Board board, List<EnteredVote> entered, Correct correct) {
        dialog.setHeaderTitle(dialog.getTranslation("chamber.entered.correct"));
        dialog.setWidth("38rem");
        if (entered.isEmpty()) {
            dialog.add(new Paragraph(dialog.getTranslation("chamber.entered.none")));
        } else {
            var list = new UnorderedList();
            list.addClassName("rs-entered-votes");
            for (var seat : board.seats()) {
                entered.stream()
                        .filter(it -> it.person().equals(seat.member().person()))
                        .findFirst()
                        .ifPresent(it -> list.add(entry(seat.member().name(), it, correct)));
            }
            dialog.add(new Paragraph(dialog.getTranslation("chamber.entered.text")), list);
        }
        dialog.getFooter().add(new Button(dialog.getTranslation("base.cancel"), click -> dialog.close()));
    }

    private Component entry(String member, EnteredVote entered, Correct correct) {
        var name = new Span(member);
        name.addClassName("rs-row-title");
        var is = new Span(dialog.getTranslation(
                "chamber.entered.is", dialog.getTranslation("voting.choice." + entered.choice())));
        is.addClassName("rs-muted");
        var words = new Div(name, is);
        words.addClassName("rs-entered-words");
        var corrections = new Div();
        corrections.addClassName("rs-actions");
        for (var choice : Choice.values()) {
            if (choice != entered.choice()) {
                var word = dialog.getTranslation("voting.choice." + choice);
                var button = new Button(word, RollCall.symbol(choice).create(), click -> {
                    correct.to(entered, choice);
                    dialog.close();
                });
                button.setAriaLabel(dialog.getTranslation("chamber.entered.to", member, word));
                corrections.add(button);
            }
        }
        return new ListItem(words, corrections);
    }

    void open() {
        dialog.open();
    }
}

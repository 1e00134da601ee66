package de.ratssaal.support.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperPage;
import de.ratssaal.paper.ui.PaperPart;
import de.ratssaal.support.BackedPaper;
import de.ratssaal.support.PaperBacking;
import java.util.Optional;
import java.util.stream.Collectors;

/** On the page of a motion that members bring in: who stands behind it, and how many an agenda needs. */
@org.springframework.stereotype.Component
class BackersOnPaper implements PaperPart {

    private static final int ORDER = 12;

    private final PaperBacking backing;

    BackersOnPaper(PaperBacking backing) {
        this.backing = backing;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<? extends Component> of(PaperPage page, Runnable changed) {
        return backing.of(page).map(it -> card(page.paper().id(), it, changed));
    }

    private Component card(PaperId paper, BackedPaper backed, Runnable changed) {
        var on = new Span();
        var card = new Card(on.getTranslation("support.title"));
        card.add(SupportLine.count(on, backed.count(), backed.source()));
        var names = backed.voters().stream()
                .filter(it -> backed.count().supporters().contains(it.person()))
                .map(MemberSummary::sortName)
                .sorted()
                .collect(Collectors.joining("; "));
        if (!names.isEmpty()) {
            card.add(new Paragraph(names));
        }
        if (!backed.isOpen()) {
            card.add(note(on.getTranslation("support.paper.complete")));
            return card;
        }
        if (!backed.count().isReached()) {
            card.add(note(on.getTranslation("support.paper.before-agenda")));
        }
        own(paper, backed, changed).ifPresent(card::add);
        if (backed.mayEnter()) {
            card.add(entering(paper, backed, changed));
        }
        return card;
    }

    private static Paragraph note(String text) {
        var note = new Paragraph(text);
        note.addClassName("rs-muted");
        return note;
    }

    private Optional<Component> own(PaperId paper, BackedPaper backed, Runnable changed) {
        var me = backed.me();
        if (me == null) {
            return Optional.empty();
        }
        var on = new Span();
        var row = new Div();
        row.addClassName("rs-actions");
        if (backed.movers().contains(me)) {
            row.add(new Paragraph(on.getTranslation("support.you-moved")));
        } else if (backed.count().supporters().contains(me)) {
            row.add(
                    new Paragraph(on.getTranslation("support.you-support")),
                    new Button(on.getTranslation("support.withdraw"), Symbol.UNDO.create(), click -> {
                        backing.withdraw(paper);
                        changed.run();
                    }));
        } else {
            var support = new Button(on.getTranslation("support.support"), Symbol.ADD.create(), click -> {
                backing.support(paper);
                changed.run();
            });
            support.addThemeNames("primary");
            row.add(support);
        }
        return Optional.of(row);
    }

    private Component entering(PaperId paper, BackedPaper backed, Runnable changed) {
        var on = new Span();
        var who = new ComboBox<MemberSummary>(on.getTranslation("support.who"));
        who.setItems(backed.voters().stream()
                .filter(it -> !backed.movers().contains(it.person()))
                .toList());
        who.setItemLabelGenerator(MemberSummary::sortName);
        who.setWidthFull();
        var enter = new Button(on.getTranslation("support.enter"), Symbol.ADD.create(), click -> {
            if (isChosen(who)) {
                backing.enter(paper, who.getValue().person());
                changed.run();
            }
        });
        var remove = new Button(on.getTranslation("support.remove"), Symbol.UNDO.create(), click -> {
            if (isChosen(who)) {
                backing.enterWithdrawal(paper, who.getValue().person());
                changed.run();
            }
        });
        remove.addThemeNames("tertiary");
        var actions = new Div(enter, remove);
        actions.addClassName("rs-actions");
        var fields = new Div(who, actions);
        fields.addClassName("rs-form");
        return new Details(on.getTranslation("support.paper.enter-for"), fields);
    }

    private static boolean isChosen(ComboBox<MemberSummary> who) {
        who.setInvalid(who.isEmpty());
        who.setErrorMessage(who.getTranslation("support.who-missing"));
        return !who.isEmpty();
    }
}

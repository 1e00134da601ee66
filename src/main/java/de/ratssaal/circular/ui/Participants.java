package de.ratssaal.circular.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import de.ratssaal.base.ui.PersonChip;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.circular.Answer;
import de.ratssaal.circular.AnswerWay;
import de.ratssaal.circular.CircularConduct;
import de.ratssaal.circular.CircularPage;
import de.ratssaal.circular.CircularState;
import de.ratssaal.circular.Participant;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.VoteMarks;
import java.util.List;
import java.util.function.Predicate;

/** Who takes part: while it runs who has answered, once it is counted who answered how. */
class Participants extends Composite<Div> {

    private final transient CircularPage page;
    private final transient CircularConduct conduct;
    private final transient Runnable changed;

    /** @param changed shows the page anew */
    Participants(CircularPage page, CircularConduct conduct, Runnable changed) {
        this.page = page;
        this.conduct = conduct;
        this.changed = changed;
        getContent().addClassName("rs-circular-people");
        if (page.circular().state() == CircularState.DECIDED) {
            for (var choice : Choice.values()) {
                part(
                        getTranslation("circular.choice." + choice),
                        of(it -> it.answer() != null && it.answer().choice() == choice));
            }
            part(getTranslation("circular.people.silent"), of(it -> it.answer() == null && !it.recused()));
        } else {
            part(getTranslation("circular.people.silent-yet"), of(it -> !it.answered() && !it.recused()));
            part(getTranslation("circular.people.answered"), of(Participant::answered));
        }
        part(getTranslation("circular.people.recused"), of(Participant::recused));
    }

    private List<Participant> of(Predicate<Participant> which) {
        return page.participants().stream().filter(which).toList();
    }

    private void part(String title, List<Participant> members) {
        if (members.isEmpty()) {
            return;
        }
        var count = new Span("(" + members.size() + ")");
        count.addClassName("rs-person-group");
        var heading = new Span(new Span(title), count);
        heading.addClassName("rs-people-group");
        var list = new UnorderedList();
        list.addClassName("rs-circular-list");
        members.forEach(it -> list.add(new ListItem(entry(it))));
        getContent().add(new H3(heading), list);
    }

    private Component entry(Participant member) {
        var entry = new Div(new PersonChip(
                VoteMarks.of(member.name(), member.weight(), null, this::getTranslation),
                member.group(),
                member.groupColor()));
        entry.addClassName("rs-circular-person");
        var answer = member.answer();
        if (answer != null) {
            entry.add(marks(answer));
        } else if (page.circular().isRunning()) {
            entry.add(tools(member));
        }
        return entry;
    }

    private Component marks(Answer answer) {
        var marks = new Div(
                answer.agrees()
                        ? new StatusBadge(Tone.SUCCESS, Symbol.CHECK, getTranslation("circular.people.agreed"))
                        : new StatusBadge(Tone.WARNING, Symbol.NO, getTranslation("circular.people.objected")));
        if (answer.way() != AnswerWay.DEVICE) {
            marks.add(new StatusBadge(
                    Tone.INFO,
                    Symbol.INVITATION,
                    getTranslation(
                            "circular.people.entered", getTranslation("circular.way." + answer.way()), answer.note())));
        }
        marks.addClassName("rs-circular-marks");
        return marks;
    }

    private Component tools(Participant member) {
        var tools = new Div();
        tools.addClassName("rs-circular-marks");
        var circular = page.circular().id();
        if (page.mayEnter() && !member.recused()) {
            var enter = new Button(
                    getTranslation("circular.enter"),
                    click -> new EnterAnswerDialog(circular, member, conduct, changed).open());
            enter.setAriaLabel(getTranslation("circular.enter.title", member.name()));
            enter.addThemeNames("tertiary");
            tools.add(enter);
        }
        if (page.mayConduct()) {
            var key = member.recused() ? "circular.recusal.withdraw" : "circular.recusal.enter";
            var recuse = new Button(getTranslation(key), click -> {
                if (member.recused()) {
                    conduct.withdrawRecusal(circular, member.person());
                } else {
                    conduct.recuse(circular, member.person());
                }
                changed.run();
            });
            recuse.setAriaLabel(getTranslation("circular.recusal.of", getTranslation(key), member.name()));
            recuse.addThemeNames("tertiary");
            tools.add(recuse);
        }
        return tools;
    }
}

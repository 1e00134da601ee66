package de.ratssaal.circular.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.DefinitionList;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.base.ui.VoteBar;
import de.ratssaal.base.ui.WhileShown;
import de.ratssaal.circular.Answer;
import de.ratssaal.circular.CircularAnswering;
import de.ratssaal.circular.CircularConduct;
import de.ratssaal.circular.CircularCount;
import de.ratssaal.circular.CircularId;
import de.ratssaal.circular.CircularLinks;
import de.ratssaal.circular.CircularPage;
import de.ratssaal.circular.CircularState;
import de.ratssaal.circular.CircularSummary;
import de.ratssaal.circular.Circulars;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.paper.PaperLinks;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.paper.ui.ProposalText;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One circular resolution: what is asked, the member's answer, how far it is, and in the end what was resolved. */
@Route(value = CircularLinks.LIST, layout = MainLayout.class)
@PermitAll
class CircularView extends Composite<Div> implements HasUrlParameter<String>, HasDynamicTitle {

    private final Circulars circulars;
    private final CircularAnswering answering;
    private final CircularConduct conduct;
    private final ChangeNotices notices;
    private final Clock clock;
    private final Section head = new Section("rs-circular-head");
    private final Section wording = new Section("rs-circular-part");
    private final Section answer = new Section("rs-circular-part");
    private final Section progress = new Section("rs-circular-part");
    private final Section people = new Section("rs-circular-part");
    private final Section announcement = new Section("rs-circular-part");
    private String title = "";
    /** For a running one, or for one that is over; none before it is shown. */
    private @Nullable Boolean isArranged;

    CircularView(
            Circulars circulars,
            CircularAnswering answering,
            CircularConduct conduct,
            ChangeNotices notices,
            Clock clock) {
        this.circulars = circulars;
        this.answering = answering;
        this.conduct = conduct;
        this.notices = notices;
        this.clock = clock;
        getContent().addClassNames("rs-page", "rs-circular");
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        var id = id(parameter);
        show(circulars.page(id));
        WhileShown.watch(
                this, ui -> notices.watch(Circulars.changesOf(id), () -> WhileShown.update(ui, () -> showAgain(id))));
    }

    private static CircularId id(String text) {
        try {
            return new CircularId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw (NoSuchElementException) new NoSuchElementException(text).initCause(e);
        }
    }

    /** Whoever was recused from what is not public does not see it any more. */
    private void showAgain(CircularId id) {
        circulars
                .find(id)
                .ifPresentOrElse(
                        it -> show(circulars.page(id)), () -> UI.getCurrent().navigate(CircularLinks.LIST));
    }

    private void show(CircularPage page) {
        var circular = page.circular();
        var isRunning = circular.isRunning();
        title = circular.title();
        var left = isRunning ? CircularRows.left(this, clock.instant(), circular) : "";
        head.show(
                Arrays.asList(circular.state(), circular.count(), left, isRunning ? null : circular.endedAt()),
                () -> header(circular, left));
        wording.show(Arrays.asList(circular.question(), circular.reason()), () -> wording(circular));
        answer.setVisible(isRunning && page.standing() != CircularPage.Standing.NOT_ENTITLED);
        answer.show(
                Arrays.asList(page.standing(), page.own(), isRunning),
                () -> page.standing() == CircularPage.Standing.RECUSED ? recused() : answer(page));
        progress.show(Arrays.asList(circular, page.mayConduct()), () -> isRunning ? running(page) : result(circular));
        people.show(
                Arrays.asList(page.participants(), isRunning, page.mayConduct(), page.mayEnter()),
                () -> new Card(
                        getTranslation("circular.people"),
                        new Participants(page, conduct, () -> showAgain(circular.id()))));
        announcement.setVisible(circular.state() == CircularState.DECIDED);
        announcement.show(Arrays.asList(circular.state(), circular.toldIn()), () -> announcement(page));
        arrange(isRunning);
    }

    /** While it runs one reads and answers; afterwards the result comes first. */
    private void arrange(boolean isRunning) {
        if (isArranged == null || isArranged != isRunning) {
            isArranged = isRunning;
            getContent().removeAll();
            if (isRunning) {
                getContent().add(head, wording, answer, progress, people, announcement);
            } else {
                getContent().add(head, progress, wording, people, announcement);
            }
        }
    }

    private Component header(CircularSummary circular, String left) {
        var header = new PageHeader(title, circular.organizationName())
                .above(getTranslation("circular.list"), CircularLinks.LIST);
        var state = circular.isRunning()
                ? new StatusBadge(Tone.LIVE, getTranslation("circular.state.RUNNING"))
                : CircularRows.state(this, circular);
        var when = new StatusBadge(
                circular.isRunning() ? Tone.WARNING : Tone.NEUTRAL,
                Symbol.CLOCK,
                circular.isRunning()
                        ? getTranslation("circular.left", left, CircularRows.moment(this, circular.ends()))
                        : getTranslation("circular.ended", CircularRows.moment(this, CircularRows.ended(circular))));
        var publicity = circular.isPublic()
                ? new StatusBadge(Tone.INFO, Symbol.PUBLIC, getTranslation("circular.public"))
                : new StatusBadge(Tone.RESTRICTED, getTranslation("circular.non-public"));
        return header.meta(state, when, publicity);
    }

    private Component wording(CircularSummary circular) {
        var card = new Card(getTranslation("circular.wording"));
        var proposal = circular.question().proposal();
        if (proposal == null) {
            var text = new Div(circular.question().wording());
            text.addClassName("rs-circular-text");
            card.add(text);
        } else {
            card.add(new ProposalText(ResolutionProposal.parse(proposal)));
        }
        var facts = new DefinitionList().add(getTranslation("circular.reason"), circular.reason());
        var paper = circular.paper();
        if (paper != null) {
            facts.add(
                    getTranslation("circular.paper"),
                    new Anchor(PaperLinks.paper(paper), getTranslation("circular.paper.open")));
        }
        facts.add(
                getTranslation("circular.majority"),
                getTranslation("organization.rules.majority." + circular.majority()));
        card.add(facts);
        return card;
    }

    private Component recused() {
        var note = new Paragraph(Symbol.RECUSED.create(), new Span(getTranslation("circular.recusal.you")));
        note.addClassName("rs-note");
        return note;
    }

    private Component answer(CircularPage page) {
        var own = page.own();
        var card = new Card(getTranslation("circular.answer")).emphasized();
        if (own == null) {
            card.add(form(page));
            return card;
        }
        card.add(stored(page.circular(), own));
        var actions = new Div();
        actions.addClassName("rs-actions");
        var change = new Button(getTranslation("circular.answer.change"), Symbol.EDIT.create(), click -> {
            card.remove(actions);
            card.add(form(page));
        });
        actions.add(change);
        card.add(actions);
        return card;
    }

    private Component stored(CircularSummary circular, Answer own) {
        var note = new Paragraph(
                Symbol.SUCCESS.create(),
                new Span(getTranslation(
                        "circular.answer.stored",
                        getTranslation(own.agrees() ? "circular.answer.agreed" : "circular.answer.objected"),
                        getTranslation("circular.choice." + own.choice()),
                        CircularRows.moment(this, own.at().atZone(circular.zone())))));
        note.addClassName("rs-fine");
        note.getElement().setAttribute("role", "status");
        return note;
    }

    private Component form(CircularPage page) {
        var id = page.circular().id();
        var fields = new AnswerFields(page.own());
        var save = new Button(getTranslation("circular.answer.save"), click -> {
            answering.answer(id, fields.agrees(), fields.choice());
            showAgain(id);
        });
        save.addThemeNames("primary", "large");
        save.addClassName("rs-circular-save");
        var recuse = new Button(
                getTranslation("circular.recusal.declare"),
                Symbol.RECUSED.create(),
                click -> ConfirmAction.ask(
                        getTranslation("circular.recusal.question"),
                        getTranslation("circular.recusal.consequence"),
                        getTranslation("circular.recusal.declare"),
                        () -> {
                            answering.recuseMyself(id);
                            Notice.success(getTranslation("circular.recusal.you"));
                            showAgain(id);
                        }));
        recuse.addThemeNames("tertiary");
        var actions = new Div(save, recuse);
        actions.addClassName("rs-actions");
        var hint = new Paragraph(getTranslation("circular.answer.hint"));
        hint.addClassName("rs-circular-hint");
        var form = new Div(fields, actions, hint);
        if (page.weight() > 1) {
            form.addComponentAsFirst(new Paragraph(getTranslation("circular.answer.weight", page.weight())));
        }
        form.addClassName("rs-form");
        return form;
    }

    private Component running(CircularPage page) {
        var circular = page.circular();
        var all = circular.haveAllAnswered();
        var card = new Card(
                getTranslation("circular.progress"),
                new ShareBar(
                        getTranslation(all ? "circular.progress.all" : "circular.progress.some"),
                        getTranslation("circular.answered", circular.answered(), circular.entitled()),
                        circular.answered(),
                        null,
                        circular.entitled(),
                        all),
                new Paragraph(getTranslation(
                        circular.votes().decideProcedure() ? "circular.progress.rule-votes" : "circular.progress.rule",
                        circular.needed(),
                        circular.all(),
                        circular.source().toString())));
        if (!circular.canBeAgreed()) {
            var note = new Paragraph(Symbol.ALERT.create(), new Span(getTranslation("circular.progress.unreachable")));
            note.addClassName("rs-note");
            card.add(note);
        }
        if (page.mayConduct()) {
            card.add(acts(circular));
        }
        return card;
    }

    private Component acts(CircularSummary circular) {
        var id = circular.id();
        var withdraw = new Button(
                getTranslation("circular.withdraw"),
                Symbol.STOP.create(),
                click -> new WithdrawDialog(reason -> {
                            conduct.withdraw(id, reason);
                            showAgain(id);
                        })
                        .open());
        withdraw.addThemeNames("tertiary", "error");
        var actions = new Div();
        actions.addClassName("rs-actions");
        if (circular.haveAllAnswered()) {
            var close = new Button(
                    getTranslation("circular.close"),
                    Symbol.CHECK.create(),
                    click -> ConfirmAction.ask(
                            getTranslation("circular.close.question"),
                            getTranslation("circular.close.consequence"),
                            getTranslation("circular.close"),
                            () -> {
                                conduct.close(id);
                                showAgain(id);
                            }));
            close.addThemeNames("primary");
            actions.add(close);
        }
        actions.add(withdraw);
        return actions;
    }

    private Component result(CircularSummary circular) {
        var card = new Card(getTranslation("circular.result")).emphasized();
        var count = circular.count();
        if (count == null) {
            card.add(new Paragraph(getTranslation("circular.withdrawn", String.valueOf(circular.withdrawnFor()))));
            return card;
        }
        var verdict = new Paragraph(getTranslation("circular.result." + count.outcome()));
        verdict.addClassName("rs-circular-verdict");
        card.add(verdict, agreement(count), votes(count));
        return card;
    }

    private Component agreement(CircularCount count) {
        return new ShareBar(
                getTranslation(count.isAgreed() ? "circular.result.agreed" : "circular.result.not-agreed"),
                getTranslation(
                        count.votes().decideProcedure() ? "circular.result.figures-votes" : "circular.result.figures",
                        count.agreed(),
                        count.all(),
                        count.needed()),
                count.agreed(),
                count.needed(),
                count.all(),
                count.isAgreed());
    }

    private static Component votes(CircularCount count) {
        var tally = count.tally();
        return new VoteBar(
                new VoteBar.Votes(tally.yes(), tally.no(), tally.abstentions(), count.notCast(), count.recused()));
    }

    private Component announcement(CircularPage page) {
        var circular = page.circular();
        var told = circular.toldIn();
        if (told != null) {
            return new Card(
                    getTranslation("circular.announce.title"),
                    new Paragraph(new Anchor(MeetingLinks.meeting(told), getTranslation("circular.announce.done"))));
        }
        var next = conduct.whereToAnnounce(circular.id()).stream().findFirst();
        if (!page.mayEnter() || next.isEmpty()) {
            return new Card(
                    getTranslation("circular.announce.title"),
                    new Paragraph(getTranslation("circular.announce.later")));
        }
        var meeting = next.get();
        var put = new Button(
                getTranslation("circular.announce.put-on", meeting.title(), meeting.day()),
                Symbol.AGENDA.create(),
                click -> {
                    conduct.announce(circular.id(), meeting.id());
                    showAgain(circular.id());
                });
        put.addThemeNames("primary");
        var actions = new Div(put);
        actions.addClassName("rs-actions");
        return new Card(
                getTranslation("circular.announce.title"),
                new Paragraph(getTranslation("circular.announce.text")),
                actions);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}

package de.ratssaal.conference.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.conference.Conference;
import de.ratssaal.conference.ConferenceConduct;
import de.ratssaal.conference.Taking;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Who is connected, and what the chair does with who is heard; below the chair's own picture and sound. */
final class DeskConference implements LiveCard.Shown {

    private final MeetingId meeting;
    private final OwnConference own;
    private final ConferenceConduct conduct;
    private final Consumer<Runnable> act;
    private final List<String> providers;
    private final Section people = new Section("rs-conference-desk");
    // who comes and goes closes no list that somebody reads
    private final Section provider = new Section("rs-conference-provider");
    private final Div whole;

    DeskConference(MeetingId meeting, OwnConference own, ConferenceConduct conduct, Consumer<Runnable> act) {
        this.meeting = meeting;
        this.own = own;
        this.conduct = conduct;
        this.act = act;
        this.providers = conduct.providers();
        whole = new Div(own.component(), people, provider);
        whole.addClassName("rs-conference-whole");
        whole.setVisible(false);
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public void show(Board board) {
        own.show(board);
        whole.setVisible(OwnConference.hasVideo(board));
        var conference = board.part(Conference.class).filter(it -> it.room() != null);
        people.show(
                List.of(
                        conference,
                        board.seats().stream().map(it -> it.member().person()).toList()),
                () -> conference.<Component>map(it -> card(board, it)).orElseGet(Div::new));
        provider.setVisible(conference.isPresent() && providers.size() > 1);
        conference.ifPresent(it -> provider.show(List.of(it.provider()), () -> provider(it)));
    }

    /** Where all sit in one hall nobody needs it. A digital meeting always does. */
    @Override
    public Optional<String> foldedAs(Board board) {
        return board.part(Conference.class)
                                .filter(it -> it.people().isEmpty()
                                        && it.waiting().isEmpty()
                                        && it.lost().isEmpty())
                                .isPresent()
                        && board.meeting().mode() != MeetingMode.DIGITAL
                ? Optional.of(whole.getTranslation("conference.pad.before"))
                : Optional.empty();
    }

    private Component card(Board board, Conference conference) {
        var card = new Card(whole.getTranslation(
                "conference.desk.title", conference.people().size()));
        if (!conference.isPublic()) {
            card.aside(new StatusBadge(Tone.WARNING, Symbol.LOCK, whole.getTranslation("conference.desk.not-public")));
        }
        if (!conference.people().isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("rs-conference-people");
            conference.people().forEach(it -> list.add(row(it, conference)));
            card.add(list);
        } else {
            card.add(new Paragraph(whole.getTranslation("conference.desk.nobody")));
        }
        conference.lost().stream()
                .flatMap(it -> board.seatOf(it).stream())
                .forEach(it -> card.add(new StatusBadge(
                        Tone.WARNING,
                        Symbol.OFFLINE,
                        whole.getTranslation("conference.desk.lost", it.member().name()))));
        disagreements(conference).forEach(card::add);
        conference.waiting().forEach(it -> card.add(waiting(it)));
        card.add(choices(conference));
        return card;
    }

    /** Where the provider says something else of who is in the room than our own lines do. */
    private Stream<Component> disagreements(Conference conference) {
        var strangers = conference.disagreement().strangers().stream()
                .map(it -> new StatusBadge(
                        Tone.DANGER,
                        Symbol.WARNING,
                        it.isBlank()
                                ? whole.getTranslation("conference.desk.nameless-stranger")
                                : whole.getTranslation("conference.desk.stranger", it)));
        var absent = conference.people().stream()
                .filter(it -> conference.disagreement().absent().contains(it.person()))
                .map(it -> new StatusBadge(
                        Tone.WARNING, Symbol.OFFLINE, whole.getTranslation("conference.desk.absent", it.name())));
        return Stream.concat(strangers, absent);
    }

    private Component row(Taking person, Conference conference) {
        var row = new ListItem(new Span(person.name()));
        row.addClassName("rs-conference-person");
        if (person.hasFloor()) {
            row.add(new StatusBadge(Tone.INFO, Symbol.SPEECH, whole.getTranslation("conference.pad.has-floor")));
        }
        if (person.speaksUnseen()) {
            row.add(new StatusBadge(Tone.WARNING, Symbol.WARNING, whole.getTranslation("conference.desk.unseen")));
        } else if (!person.picture()) {
            row.add(new StatusBadge(Tone.NEUTRAL, Symbol.VIEW, whole.getTranslation("conference.pad.no-picture")));
        }
        var actions = new Div();
        actions.addClassName("rs-actions");
        if (conference.word().contains(person.person())) {
            actions.add(button("take", person.name(), () -> conduct.takeWord(meeting, person.person())));
        } else if (!person.heard()) {
            actions.add(button("lend", person.name(), () -> conduct.lendWord(meeting, person.person())));
        }
        if (person.sound()) {
            row.add(new StatusBadge(Tone.INFO, Symbol.SPEECH, whole.getTranslation("conference.pad.sound-on")));
            actions.add(button("mute", person.name(), () -> conduct.mute(meeting, person.person())));
        }
        if (conference.admitted().contains(person.person())) {
            actions.add(button("put-out", person.name(), () -> conduct.putOut(meeting, person.person())));
        }
        row.add(actions);
        return row;
    }

    private Component waiting(Conference.Waiting guest) {
        PersonId person = guest.person();
        var row = new Div(
                new Span(whole.getTranslation("conference.desk.waits", guest.name())),
                new Div(
                        button("let-in", guest.name(), () -> conduct.letIn(meeting, person)),
                        button("send-away", guest.name(), () -> conduct.putOut(meeting, person))));
        row.addClassNames("rs-conference-person", "rs-conference-waiting");
        row.getElement().setAttribute("role", "status");
        return row;
    }

    private Component choices(Conference conference) {
        var only = new Checkbox(whole.getTranslation("conference.desk.only-speaker"));
        only.setValue(conference.onlySpeakerHeard());
        only.addValueChangeListener(change -> act.accept(() -> conduct.choose(meeting, change.getValue())));
        var mute = new Button(
                whole.getTranslation("conference.desk.mute-all"), click -> act.accept(() -> conduct.muteAll(meeting)));
        var row = new Div(only, mute);
        row.addClassName("rs-actions");
        return row;
    }

    private Component provider(Conference conference) {
        var choice = new Select<String>();
        choice.setLabel(whole.getTranslation("conference.desk.provider"));
        choice.setHelperText(whole.getTranslation("conference.desk.provider-help"));
        choice.setWidthFull();
        choice.setItems(providers);
        choice.setItemLabelGenerator(it -> whole.getTranslation("conference.provider." + it.toLowerCase(Locale.ROOT)));
        choice.setValue(conference.provider());
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                act.accept(() -> conduct.chooseProvider(meeting, change.getValue()));
            }
        });
        return choice;
    }

    private Button button(String what, String name, Runnable step) {
        var button = new Button(whole.getTranslation("conference.desk." + what), click -> act.accept(step));
        button.setAriaLabel(whole.getTranslation("conference.desk." + what) + ": " + name);
        button.addThemeNames("small");
        return button;
    }
}

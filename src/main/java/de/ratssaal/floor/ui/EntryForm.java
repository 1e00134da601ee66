package de.ratssaal.floor.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Seat;
import de.ratssaal.floor.Floor;
import de.ratssaal.floor.FloorConduct;
import de.ratssaal.floor.GuestKind;
import de.ratssaal.floor.SpeechKind;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.organization.MemberSummary;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the desk enters who asked by hand, and who is no member. It stays while the list around it changes. */
class EntryForm extends Composite<Details> {

    private final ComboBox<MemberSummary> member = new ComboBox<>();
    private final Select<SpeechKind> kind = new Select<>();
    private final TextField guest = new TextField();
    private final Select<GuestKind> guestKind = new Select<>();
    private final Checkbox mayBeNamed = new Checkbox();
    private List<MemberSummary> present = List.of();
    private boolean isQuestionTime;
    private @Nullable AgendaItemId item;

    EntryForm(MeetingId meeting, FloorConduct conduct, Consumer<Runnable> act) {
        member.setLabel(getTranslation("floor.entry.member"));
        member.setItemLabelGenerator(MemberSummary::sortName);
        kind.setLabel(getTranslation("floor.entry.kind"));
        kind.setItems(SpeechKind.values());
        kind.setItemLabelGenerator(it -> getTranslation("floor.kind." + it));
        kind.setValue(SpeechKind.SPEECH);
        var enter = new Button(getTranslation("floor.entry.enter"), Symbol.ADD.create(), click -> {
            var who = member.getValue();
            if (who != null) {
                act.accept(() -> conduct.enter(meeting, at(), who.person(), kind.getValue()));
                member.clear();
                kind.setValue(SpeechKind.SPEECH);
            }
        });
        guest.setLabel(getTranslation("floor.entry.guest"));
        guest.setMaxLength(FloorConduct.LONGEST_NAME);
        guestKind.setLabel(getTranslation("floor.entry.guest-kind"));
        guestKind.setItemLabelGenerator(it -> getTranslation("floor.guest." + it));
        offerGuestKinds();
        mayBeNamed.setLabel(getTranslation("floor.entry.may-be-named"));
        var enterGuest = new Button(getTranslation("floor.entry.enter-guest"), Symbol.ADD.create(), click -> {
            act.accept(() ->
                    conduct.enterGuest(meeting, at(), guest.getValue(), guestKind.getValue(), mayBeNamed.getValue()));
            guest.clear();
            mayBeNamed.clear();
        });
        var members = new Div(member, kind, enter);
        var guests = new Div(guest, guestKind, mayBeNamed, enterGuest);
        members.addClassName("rs-floor-fields");
        guests.addClassName("rs-floor-fields");
        getContent().setSummaryText(getTranslation("floor.entry.title"));
        getContent().add(members, guests);
    }

    private AgendaItemId at() {
        return Objects.requireNonNull(item, "shown only while an item is before the meeting");
    }

    void show(Board board, Floor floor) {
        item = floor.item();
        var here = board.seats().stream()
                .filter(it -> it.isPresent() && !it.isRecused())
                .map(Seat::member)
                .toList();
        if (!here.equals(present)) {
            present = here;
            var chosen = member.getValue();
            member.setItems(here);
            member.setValue(here.contains(chosen) ? chosen : null);
        }
        if (isQuestionTime != floor.isQuestionTime()) {
            isQuestionTime = floor.isQuestionTime();
            offerGuestKinds();
        }
    }

    private void offerGuestKinds() {
        if (isQuestionTime) {
            guestKind.setItems(GuestKind.RESIDENT, GuestKind.EXPERT);
            guestKind.setValue(GuestKind.RESIDENT);
        } else {
            guestKind.setItems(GuestKind.EXPERT);
            guestKind.setValue(GuestKind.EXPERT);
        }
    }
}

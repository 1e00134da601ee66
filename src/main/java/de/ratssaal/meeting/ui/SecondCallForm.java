package de.ratssaal.meeting.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.Invitations.EarlierMeeting;
import de.ratssaal.meeting.SecondCall;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the invitation is the second one to items that another meeting could not decide, and to which (R5). */
class SecondCallForm extends Composite<Div> {

    private final Select<EarlierMeeting> earlier = new Select<>();
    private final CheckboxGroup<AgendaItemSummary> items = new CheckboxGroup<>();
    private final Paragraph notice = new Paragraph();

    SecondCallForm(List<EarlierMeeting> candidates, List<AgendaItemSummary> agenda) {
        earlier.setLabel(getTranslation("meeting.invitation.second"));
        earlier.setHelperText(getTranslation("meeting.invitation.second-help"));
        earlier.setItems(candidates);
        earlier.setEmptySelectionAllowed(true);
        earlier.setEmptySelectionCaption(getTranslation("meeting.invitation.first"));
        earlier.setItemLabelGenerator(it -> it == null
                ? getTranslation("meeting.invitation.first")
                : getTranslation("meeting.invitation.second-because", it.title(), it.day()));
        earlier.setWidthFull();
        items.setLabel(getTranslation("meeting.invitation.second-items"));
        items.setItems(agenda);
        items.setItemLabelGenerator(it -> it.number() + " " + it.title());
        notice.setText(getTranslation("meeting.invitation.second-notice"));
        earlier.addValueChangeListener(change -> choose(change.getValue(), agenda));
        choose(null, agenda);
        getContent().add(earlier, items, notice);
        getContent().addClassName("rs-part");
    }

    private void choose(@Nullable EarlierMeeting meeting, List<AgendaItemSummary> agenda) {
        items.setVisible(meeting != null);
        notice.setVisible(meeting != null);
        if (meeting == null) {
            items.clear();
        } else {
            var undecided =
                    meeting.undecided().stream().map(SecondCallForm::title).toList();
            items.setValue(
                    agenda.stream().filter(it -> undecided.contains(title(it))).collect(Collectors.toSet()));
        }
    }

    private static String title(AgendaItemSummary item) {
        return item.title().strip().toLowerCase(Locale.GERMAN);
    }

    /** None for a first invitation. */
    @Nullable
    SecondCall value() {
        var meeting = earlier.getValue();
        return meeting == null
                ? null
                : new SecondCall(
                        meeting.id(),
                        items.getValue().stream().map(AgendaItemSummary::id).collect(Collectors.<AgendaItemId>toSet()));
    }
}

package de.ratssaal.meeting.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.base.ui.DateTexts;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.Channels;
import java.time.LocalDate;

/** Where the secretariat records how a member agreed to be invited. Stays open while that is refused. */
final class ChannelDialog {

    private ChannelDialog() {}

    /** @param recorded called once it is recorded */
    static void open(Channels channels, PersonId person, String name, LocalDate today, Runnable recorded) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(dialog.getTranslation("meeting.channel.of", name));
        dialog.setWidth("34rem");
        var fields = new ChannelFields(channels.of(person));
        var day = new DatePicker(dialog.getTranslation("meeting.channel.agreed-on"), today);
        day.setI18n(DateTexts.of(dialog));
        day.setMax(today);
        var by = new TextField(dialog.getTranslation("meeting.channel.agreed-by"));
        by.setPlaceholder(dialog.getTranslation("meeting.channel.agreed-by-example"));
        by.setMaxLength(200);
        by.setRequiredIndicatorVisible(true);
        by.setWidthFull();
        var form = new Div(fields, day, by);
        form.addClassName("rs-form");
        dialog.add(form);
        var save = new Button(dialog.getTranslation("meeting.channel.save"), click -> {
            channels.record(
                    person,
                    fields.channel(),
                    day.getValue() == null ? today : day.getValue(),
                    by.getValue(),
                    fields.address());
            dialog.close();
            Notice.success(dialog.getTranslation("meeting.channel.saved"));
            recorded.run();
        });
        save.addThemeNames("primary");
        dialog.getFooter().add(new Button(dialog.getTranslation("base.cancel"), click -> dialog.close()), save);
        dialog.open();
    }
}
